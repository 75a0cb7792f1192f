/** Reports a softmax over one element, which is 1 whatever goes in. */
import { printShape } from "../src/shapes/shape.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "no-single-softmax",
    reports: ["single-softmax"],
    meta: {
        type: "problem",
        docs: { description: "disallow softmax over a single unit, which always gives 1", recommended: "strict" },
        hasSuggestions: true,
        schema: [],
        messages: {
            single: "The softmax of `{{callee}}` goes over one element ({{output}}), so it always gives 1. One unit takes a sigmoid, a softmax one unit for each class.",
            setOption: "Set `{{name}}` to {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        return say("single", { callee: finding.callee, output: printShape(fault.output) }, describeRepairs(problem));
    },
});
