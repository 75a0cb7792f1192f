/** Reports training or evaluating a model that is not compiled. */
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "compile-before-training",
    reports: ["not-compiled"],
    meta: {
        type: "problem",
        docs: { description: "disallow training or evaluating a model before it is compiled", recommended: true },
        schema: [],
        messages: {
            never: "`{{callee}}` is called before the model is compiled. Call `compile` first, with an optimizer and a loss.",
            lapsed: "`{{callee}}` is called, but the model was not compiled again after its last layer was added.",
        },
    },
    describe({ fault, finding }) {
        return say(fault.lapsed ? "lapsed" : "never", { callee: finding.callee });
    },
});
