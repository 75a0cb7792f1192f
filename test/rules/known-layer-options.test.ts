import rule from "../../rules/known-layer-options.js";
import { ignored } from "./known-layer-options/ignored.js";
import { names } from "./known-layer-options/names.js";
import { objects } from "./known-layer-options/objects.js";
import { testRule } from "./test-rule.js";
import { checkTruth } from "./truth.js";

for (const [subject, table] of Object.entries({ names, "objects of options": objects, "options without effect": ignored })) {
    testRule(`known-layer-options, ${subject}`, rule, table);
    checkTruth(`known-layer-options, ${subject}`, table);
}
