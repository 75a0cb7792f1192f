/** Reports models whose outputs do not come from their inputs, and what stands where a tensor or a layer must. */
import { printShape } from "../src/shapes/shape.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "model-graph",
    reports: ["graph-disconnected", "graph-input", "graph-output-twice", "graph-part"],
    meta: {
        type: "problem",
        docs: { description: "disallow models that are no whole graph from their inputs to their outputs", recommended: true },
        schema: [],
        messages: {
            disconnected: "The outputs depend on {{input}}, which is not among `inputs`.",
            twice: "`inputs` holds the same input twice.",
            made: "`inputs` holds what `{{by}}` makes, but must hold what `tf.input` gives.",
            outputTwice: "`outputs` holds the same tensor twice: the model is built, but `predict` and `fit` throw.",
            tensor: "`{{callee}}` gets {{what}} in place of a symbolic tensor, as `tf.input` and `apply` give.",
            applied: "`{{callee}}` gets {{what}} in place of a tensor. Give what its `apply` returns.",
            layer: "`{{callee}}` gets {{what}} in place of a layer.",
        },
    },
    describe({ fault, finding: { callee } }) {
        switch (fault.kind) {
            case "graph-disconnected": {
                const shape = fault.shape ? ` of ${printShape(fault.shape)}` : "";
                return say("disconnected", { input: fault.name === undefined ? `an input${shape}` : `the input \`${fault.name}\`${shape}` });
            }
            case "graph-input":
                return fault.problem === "twice" ? say("twice", {}) : say("made", { by: fault.by ?? "a layer" });
            case "graph-output-twice":
                return say("outputTwice", {});
            case "graph-part":
                return say(fault.wanted === "layer" ? "layer" : fault.isLayer ? "applied" : "tensor", { callee, what: fault.what });
        }
    },
});
