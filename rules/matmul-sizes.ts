/** Reports products of tensors whose summed axes have different sizes. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { effectOf } from "../src/wording/inputs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "matmul-sizes",
    reports: ["inner-size"],
    meta: {
        type: "problem",
        docs: { description: "disallow matrix products whose inner sizes differ", recommended: true },
        schema: [],
        messages: {
            inner: "`{{callee}}` sums over {{a}} and {{b}}: axis {{firstAxis}} of `{{first}}` {{firstShape}} must be as long as axis {{secondAxis}} of `{{second}}` {{secondShape}}.{{effect}}",
        },
    },
    describe({ fault, finding }) {
        const [first, second] = fault.names;
        const [firstAxis, secondAxis] = fault.axes;
        return say("inner", {
            callee: finding.callee,
            a: print(fault.a),
            b: print(fault.b),
            first,
            firstAxis: String(firstAxis),
            firstShape: printShape(fault.inputs[0]),
            second,
            secondAxis: String(secondAxis),
            secondShape: printShape(fault.inputs[1]),
            effect: effectOf(fault),
        });
    },
});
