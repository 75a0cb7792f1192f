/** Reports tensors whose shapes must agree, or broadcast, and do not. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { effectOf } from "../src/wording/inputs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "broadcast-shapes",
    reports: ["broadcast", "shape-mismatch"],
    meta: {
        type: "problem",
        docs: { description: "disallow tensor operations on shapes that neither agree nor broadcast", recommended: true },
        schema: [],
        messages: {
            broadcast: "`{{callee}}` cannot broadcast {{a}} and {{b}} (axis {{axis}}): `{{first}}` is {{firstShape}}, `{{second}}` is {{secondShape}}.{{effect}}",
            mismatch: "`{{callee}}` needs tensors of one shape, but `{{first}}` is {{firstShape}}, and `{{second}}` is {{secondShape}}.{{effect}}",
        },
    },
    describe({ fault, finding }) {
        const { callee } = finding;
        const [first, second] = fault.names;
        const [firstShape, secondShape] = [printShape(fault.inputs[0]), printShape(fault.inputs[1])];
        const tensors = { first, firstShape, second, secondShape, effect: effectOf(fault) };
        switch (fault.kind) {
            case "broadcast":
                return say("broadcast", { callee, a: print(fault.a), b: print(fault.b), axis: String(fault.axis), ...tensors });
            case "shape-mismatch":
                return say("mismatch", { callee, ...tensors });
        }
    },
});
