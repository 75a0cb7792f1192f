/** Reports what a model cannot be compiled with, or not be trained with afterwards. */
import { printShape } from "../src/shapes/shape.js";
import { counted } from "../src/wording/lists.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "compile-arguments",
    reports: ["unknown-name", "loss-count", "loss-output", "loss-one-unit"],
    meta: {
        type: "problem",
        docs: { description: "disallow losses, metrics and optimizers that a model cannot be compiled and trained with", recommended: true },
        fixable: "code",
        hasSuggestions: true,
        schema: [],
        messages: {
            other: "'{{name}}' names no {{what}} of TensorFlow.js, so `compile` throws. It is called '{{means}}' here.",
            near: "'{{name}}' names no {{what}} of TensorFlow.js, so `compile` throws. The nearest name is '{{near}}'.",
            unknown: "'{{name}}' names no {{what}} of TensorFlow.js, so `compile` throws.",
            missing: "TensorFlow.js exports no `{{name}}`, so this {{what}} is undefined, and `compile` throws.",
            count: "`loss` has {{count}} for {{outputs}} of the model. An array needs one loss for each output.",
            output: "`loss` names '{{name}}', which is no output of the model.{{names}}",
            oneUnit: "{{loss}} needs two classes or more, but the output is {{output}}: training throws. One unit takes 'binaryCrossentropy'.",
            setOption: "Write {{value}}.",
        },
    },
    describe(problem) {
        const { fault } = problem;
        switch (fault.kind) {
            case "unknown-name": {
                const { what, name, means, near } = fault;
                if (fault.isExport) {
                    return say("missing", { name, what });
                }
                const repairs = describeRepairs(problem);
                if (means !== undefined) {
                    return say("other", { name, what, means }, repairs);
                }
                return near === undefined ? say("unknown", { name, what }) : say("near", { name, what, near }, repairs);
            }
            case "loss-count":
                return say("count", { count: counted(fault.count, "loss", "losses"), outputs: counted(fault.outputs, "output") });
            case "loss-output": {
                const names = fault.outputs.length > 0 ? ` Its outputs: ${fault.outputs.map((name) => `'${name}'`).join(", ")}.` : "";
                return say("output", { name: fault.name, names });
            }
            case "loss-one-unit":
                return say("oneUnit", { loss: fault.loss, output: printShape(fault.output) });
        }
    },
});
