/** Reports a deconvolution whose stride does not divide its kernel: its windows overlap unevenly. */
import { anyOf } from "../src/wording/lists.js";
import { optionSpelling } from "../src/wording/options.js";
import { printPerAxis } from "../src/wording/deconvolution.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { printLengths } from "../src/shapes/shape.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "deconv-checkerboard",
    reports: ["checkerboard"],
    meta: {
        type: "suggestion",
        docs: { description: "require the kernel of a deconvolution to be divisible by its stride", recommended: "strict" },
        hasSuggestions: true,
        schema: [],
        messages: {
            uneven: "The kernel {{kernel}} is not divisible by {{strides}} {{stride}}: along an axis, outputs are the sum of {{counts}} inputs by turns, a checkerboard.",
            setOption: "Set `{{name}}` to {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const data = {
            kernel: printLengths(fault.kernel),
            strides: optionSpelling(finding, "strides"),
            stride: printPerAxis(fault.strides),
            counts: anyOf([...fault.counts].sort((a, b) => a - b)),
        };
        return say("uneven", data, describeRepairs(problem));
    },
});
