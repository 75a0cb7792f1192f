import rule from "../../rules/deconv-output-shape.js";
import { tables } from "./deconv-output-shape/tables.js";
import { testRule } from "./test-rule.js";

for (const [subject, table] of Object.entries(tables)) {
    testRule(`deconv-output-shape, ${subject}`, rule, table);
}
