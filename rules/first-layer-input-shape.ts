/** Reports a sequential model whose first layer does not say what it gets. */
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "first-layer-input-shape",
    reports: ["first-layer"],
    meta: {
        type: "problem",
        docs: { description: "require an input shape in the first layer of a sequential model", recommended: true },
        schema: [],
        messages: {
            missing: "`{{callee}}` is the first layer of its model, but has no input shape. Give it `inputShape`.",
        },
    },
    describe({ finding }) {
        return say("missing", { callee: finding.callee });
    },
});
