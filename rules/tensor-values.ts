/** Reports literal values that do not fill the tensor they are written for. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { effectOf } from "../src/wording/inputs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "tensor-values",
    reports: ["values-count", "values-nesting", "values-ragged"],
    meta: {
        type: "problem",
        docs: { description: "disallow literal tensor values that do not fit their shape", recommended: true },
        schema: [],
        messages: {
            count: "There are {{count}} values, but the shape {{target}} holds {{targetSize}}.",
            nesting: "The values of `{{callee}}` have the shape {{nesting}}, but must be {{expected}}.{{effect}}",
            ragged: "The values at {{path}} have the length {{length}}, but those before them the length {{expected}}.{{effect}}",
        },
    },
    describe({ fault, finding }) {
        const effect = effectOf(fault);
        switch (fault.kind) {
            case "values-count":
                return say("count", { count: print(fault.count), target: printShape(fault.target), targetSize: print(fault.targetSize) });
            case "values-nesting":
                return say("nesting", { callee: finding.callee, nesting: printShape(fault.nesting), expected: fault.expected, effect });
            case "values-ragged": {
                const path = fault.path.map((index) => `[${index}]`).join("");
                return say("ragged", { path, length: String(fault.length), expected: String(fault.expected), effect });
            }
        }
    },
});
