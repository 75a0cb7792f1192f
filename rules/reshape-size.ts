/** Reports a reshape whose target holds another number of elements than its input, and a flatten of unknown sizes. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "reshape-size",
    reports: ["reshape-size", "reshape-infer", "flatten-unknown"],
    meta: {
        type: "problem",
        docs: { description: "disallow reshapes that change the number of elements, or leave it open", recommended: true },
        hasSuggestions: true,
        schema: [],
        messages: {
            size: "`{{callee}}` gets {{input}} ({{inputSize}} elements), but its target {{target}} holds {{targetSize}}.",
            two: "The target {{target}} leaves two sizes open. Leave at most one to be worked out.",
            remainder: "`{{callee}}` gets {{input}} ({{inputSize}} elements), which the known sizes of its target {{target}} do not divide.",
            empty: "The target {{target}} holds no elements, so its -1 cannot be worked out.",
            flatten: "`{{callee}}` gets {{input}}, but axis {{axis}} must be known to be flattened.",
            setOption: "Set `{{name}}` to {{value}}.",
            setOptionOf: "Set `{{name}}` of `{{layer}}` to {{value}}.",
            setOptionInLines: "Set `{{name}}` of `{{layer}}` in {{lines}} to {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const { callee } = finding;
        const input = printShape(fault.input);
        switch (fault.kind) {
            case "reshape-size": {
                const target = printShape(fault.target);
                return say("size", { callee, input, inputSize: print(fault.inputSize), target, targetSize: print(fault.targetSize) }, describeRepairs(problem));
            }
            case "reshape-infer": {
                const ids = { two: "two", remainder: "remainder", empty: "empty" } as const;
                return say(ids[fault.reason], { callee, input, inputSize: print(fault.inputSize), target: printShape(fault.target) });
            }
            case "flatten-unknown":
                return say("flatten", { callee, input, axis: String(fault.axis) });
        }
    },
});
