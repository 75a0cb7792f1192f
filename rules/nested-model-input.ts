/** Reports a model that is applied to a shape which one of its own layers cannot take. */
import { printShape } from "../src/shapes/shape.js";
import { reasonWithin } from "../src/wording/nested.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "nested-model-input",
    reports: ["nested"],
    meta: {
        type: "problem",
        docs: { description: "disallow applying a model to a shape that its layers cannot take", recommended: true },
        schema: [],
        messages: {
            inner: "The model is applied to {{applied}}, but its `{{layer}}` gets {{input}} {{reason}}.",
        },
    },
    describe({ fault, finding }) {
        const [applied] = finding.inputs;
        const shape = applied?.kind === "symbolic" || applied?.kind === "tensor" ? applied.shape : undefined;
        return say("inner", {
            applied: printShape(shape ?? fault.input),
            layer: fault.layer,
            input: printShape(fault.input),
            reason: reasonWithin(fault.inner),
        });
    },
});
