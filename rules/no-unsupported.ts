/** Reports what TensorFlow.js knows, or builds, and then cannot do. */
import { effectOf } from "../src/wording/inputs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "no-unsupported",
    reports: ["unsupported"],
    meta: {
        type: "problem",
        docs: { description: "disallow what TensorFlow.js accepts and then cannot build or run", recommended: true },
        schema: [],
        messages: {
            unsupported: "`{{callee}}` fails when it is {{when}}: TensorFlow.js does not support {{what}}.{{effect}}",
        },
    },
    describe({ fault, finding }) {
        return say("unsupported", { callee: finding.callee, when: fault.when, what: fault.what, effect: effectOf(fault) });
    },
});
