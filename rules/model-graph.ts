/** Reports models whose outputs do not come from their inputs, and what stands where a tensor or a layer must. */
import { printShape } from "../src/shapes/shape.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

/** By what must stand there. */
const messages = { tensor: "tensor", "any tensor": "plain", layer: "layer" } as const;

export default defineRule({
    name: "model-graph",
    reports: ["graph-disconnected", "graph-input", "graph-output-twice", "graph-name", "graph-part", "no-values", "called"],
    meta: {
        type: "problem",
        fixable: "code",
        docs: { description: "disallow models that are no whole graph from their inputs to their outputs", recommended: true },
        schema: [],
        messages: {
            disconnected: "The outputs depend on {{input}}, which is not among `inputs`.",
            twice: "`inputs` holds the same input twice.",
            made: "`inputs` holds what `{{by}}` makes, but must hold what `tf.input` gives.",
            outputTwice: "`outputs` holds the same tensor twice: the model is built, but `predict` and `fit` throw.",
            name: "Another layer of the model is called `{{name}}` as well: no model can be built of both.",
            tensor: "`{{callee}}` gets {{what}} in place of a symbolic tensor, as `tf.input` and `apply` give.",
            applied: "`{{callee}}` gets {{what}} in place of a tensor. Give what its `apply` returns.",
            plain: "`{{callee}}` gets {{what}} in place of a tensor.",
            called: "`{{callee}}` is no function in TensorFlow.js: it is applied by its method `apply`.",
            layer: "`{{callee}}` gets {{what}} in place of a layer.",
            methodless: "`{{callee}}` is no method of a symbolic tensor, as `tf.input` and `apply` give: layers are applied to it.",
            valueless: "`{{callee}}` gets a symbolic tensor, which holds no values: in a model {{instead}}.",
        },
    },
    describe(problem) {
        const {
            fault,
            finding: { callee },
        } = problem;
        switch (fault.kind) {
            case "called":
                return say("called", { callee }, describeRepairs(problem));
            case "graph-disconnected": {
                const shape = fault.shape ? ` of ${printShape(fault.shape)}` : "";
                return say("disconnected", { input: fault.name === undefined ? `an input${shape}` : `the input \`${fault.name}\`${shape}` });
            }
            case "graph-input":
                return fault.problem === "twice" ? say("twice", {}) : say("made", { by: fault.by ?? "a layer" });
            case "graph-output-twice":
                return say("outputTwice", {});
            case "graph-name":
                return say("name", { name: fault.name });
            case "no-values":
                return fault.instead === undefined ? say("methodless", { callee }) : say("valueless", { callee, instead: fault.instead });
            case "graph-part":
                return say(fault.isLayer && fault.wanted !== "layer" ? "applied" : messages[fault.wanted], { callee, what: fault.what });
        }
    },
});
