/** Reports shapes that cannot be added, multiplied or joined: another rank, or another size on an axis that must agree. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "merge-shapes",
    reports: ["merge", "merge-rank"],
    meta: {
        type: "problem",
        docs: { description: "disallow merging or concatenating shapes that do not fit together", recommended: true },
        fixable: "code",
        hasSuggestions: true,
        schema: [],
        messages: {
            axis: "`{{callee}}` cannot merge {{a}} and {{b}} on axis {{axis}}: input {{first}} is {{firstShape}}, input {{second}} is {{secondShape}}.",
            rank: "`{{callee}}` cannot merge different ranks: input {{first}} is {{firstShape}}, input {{second}} is {{secondShape}}.",
            setOption: "Set `{{name}}` to {{value}}.",
            setOptionOf: "Set `{{name}}` of `{{layer}}` to {{value}}.",
            setOptionInLines: "Set `{{name}}` of `{{layer}}` in {{lines}} to {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const { callee } = finding;
        const shapeOf = (index: number): string => printShape(fault.inputs[index] ?? []);
        const inputs = {
            first: String(fault.first + 1),
            firstShape: shapeOf(fault.first),
            second: String(fault.second + 1),
            secondShape: shapeOf(fault.second),
        };
        switch (fault.kind) {
            case "merge":
                return say("axis", { callee, a: print(fault.a), b: print(fault.b), axis: String(fault.axis), ...inputs }, describeRepairs(problem));
            case "merge-rank":
                return say("rank", { callee, ...inputs }, describeRepairs(problem));
        }
    },
});
