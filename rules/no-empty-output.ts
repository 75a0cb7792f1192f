/** Reports a layer or an operation that leaves nothing of an axis, or less than nothing. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { effectOf } from "../src/wording/inputs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "no-empty-output",
    reports: ["empty-output"],
    meta: {
        type: "problem",
        docs: { description: "disallow convolutions, poolings, crops and paddings that leave nothing of an axis", recommended: true },
        schema: [],
        messages: {
            empty: "`{{callee}}` makes {{output}} of {{input}}: axis {{axis}} gets the size {{size}}.{{effect}}",
        },
    },
    describe({ fault, finding }) {
        return say("empty", {
            callee: finding.callee,
            output: printShape(fault.output),
            input: printShape(fault.input),
            axis: String(fault.axis),
            size: print(fault.size),
            effect: effectOf(fault),
        });
    },
});
