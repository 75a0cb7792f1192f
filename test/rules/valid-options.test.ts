import rule from "../../rules/valid-options.js";
import { testRule } from "./test-rule.js";
import { checkTruth } from "./truth.js";
import { classWeights } from "./valid-options/class-weights.js";
import { layersByName } from "./valid-options/layers-by-name.js";
import { modelsAndData } from "./valid-options/models-and-data.js";
import { tensors } from "./valid-options/tensors.js";
import { values } from "./valid-options/values.js";

for (const [subject, table] of Object.entries({ values, tensors, modelsAndData, classWeights, layersByName })) {
    testRule(`valid-options, ${subject}`, rule, table);
    checkTruth(`valid-options, ${subject}`, table);
}
