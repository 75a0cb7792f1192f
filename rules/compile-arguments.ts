/** Reports what a model cannot be compiled with, or not be trained with afterwards. */
import { printShape } from "../src/shapes/shape.js";
import { namesOf } from "../src/wording/data.js";
import { counted } from "../src/wording/lists.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "compile-arguments",
    reports: ["unknown-name", "loss-count", "loss-output", "loss-one-unit", "loss-missing", "loss-gradient", "loss-nothing", "loss-form", "loss-unconnected", "loss-sum", "metric-target", "no-optimizer"],
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
            left: "`loss` has nothing for the output '{{output}}': the model is compiled, but training and evaluating it throw.",
            gradient: "`{{callee}}` needs gradients, but the loss `{{loss}}` only compares and counts, which has none.",
            nothing: "The loss returns nothing, but `{{callee}}` takes the mean of what it returns.",
            form: "`{{callee}}` differentiates a function that must give a tensor, but gets {{what}}.",
            unconnected: "No variable goes into the loss of `{{callee}}`, which throws. Compute it inside the function, from variables, by tensor operations.",
            unlisted: "No variable of the list goes into the loss of `{{callee}}`, which throws. List the variables that it is computed from, or leave the list out.",
            ungraded: "What the function gives is not computed from its argument, so `{{callee}}` throws. Compute it by tensor operations.",
            detached: "The loss is not computed from the output of the model, so `{{callee}}` throws. Compute it from its second argument by tensor operations.",
            sum: "`{{callee}}` adds the losses of all outputs: that of output {{number}} is {{loss}}, the sum before it {{sum}}.",
            metric: "The metric {{metric}} is given targets of {{target}} for an output of {{output}}, and throws when the model is trained.",
            optimizer: "`optimizer` is {{what}}, so `compile` throws. It takes a name, or an optimizer such as `tf.train.sgd(0.1)`.",
            setOption: "Write {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
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
            case "loss-output":
                return say("output", { name: fault.name, names: namesOf(fault.outputs) });
            case "loss-one-unit":
                return say("oneUnit", { loss: fault.loss, output: printShape(fault.output) });
            case "loss-missing":
                return say("left", { output: fault.output });
            case "loss-gradient":
                return say("gradient", { callee: finding.callee, loss: fault.loss });
            case "loss-nothing":
                return say("nothing", { callee: finding.callee });
            case "loss-form":
                return say("form", { callee: finding.callee, what: fault.what });
            case "loss-unconnected":
                return say(({ variables: "unconnected", list: "unlisted", output: "detached", argument: "ungraded" } as const)[fault.from], { callee: finding.callee });
            case "loss-sum":
                return say("sum", { callee: finding.callee, number: String(fault.index + 1), loss: printShape(fault.loss), sum: printShape(fault.sum) });
            case "metric-target":
                return say("metric", { metric: fault.metric, target: printShape(fault.target), output: printShape(fault.output) });
            case "no-optimizer":
                return say("optimizer", { what: fault.what });
        }
    },
});
