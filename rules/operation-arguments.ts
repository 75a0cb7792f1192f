/** Reports arguments that do not fit the tensor they are for: slices, paddings, splits, windows, equations. */
import { print, unknown } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { effectOf } from "../src/wording/inputs.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "operation-arguments",
    reports: ["slice-bounds", "index-range", "pad-pairs", "pad-size", "not-divisible", "equation", "window-form", "swapped-options"],
    meta: {
        type: "problem",
        docs: { description: "disallow arguments of tensor operations that do not fit their tensor", recommended: true },
        fixable: "code",
        hasSuggestions: true,
        schema: [],
        messages: {
            slice: "`{{callee}}` takes {{part}} on axis {{axis}}, but {{input}} has only {{length}} there.{{effect}}",
            index: "`{{callee}}` takes index {{index}} of axis {{axis}}, but {{input}} has only {{length}} there.",
            pairs: "`{{callee}}` gets {{pairs}} of paddings for {{input}}, which has {{axes}} axes. Give one pair for each.{{effect}}",
            padSize: "`{{callee}}` pads axis {{axis}} of {{input}} by {{pad}}, but by {{most}} at most is possible.{{effect}}",
            divisible: "{{what}} has the size {{size}}, which is no multiple of {{by}}.{{effect}}",
            equation: "The equation '{{equation}}' {{why}}.{{effect}}",
            window: "`{{option}}` is {{given}}, of which only {{read}} is read. Leave the batch and the channels out.",
            swapped: "`{{first}}` and `{{second}}` hold each other's value. Swap the two.{{effect}}",
            setOption: "Set `{{name}}` to {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const { callee } = finding;
        const effect = effectOf(fault);
        switch (fault.kind) {
            case "slice-bounds": {
                const begin = print(fault.begin);
                const part = fault.size ? `${print(fault.size)} from index ${begin}` : `all from index ${begin}`;
                return say("slice", { callee, part, axis: String(fault.axis), input: printShape(fault.input), length: print(fault.input[fault.axis] ?? unknown), effect });
            }
            case "index-range":
                return say("index", { callee, index: String(fault.index), axis: String(fault.axis), input: printShape(fault.input), length: print(fault.input[fault.axis] ?? unknown) });
            case "pad-pairs":
                return say("pairs", { callee, pairs: fault.pairs === 1 ? "one pair" : `${fault.pairs} pairs`, input: printShape(fault.input), axes: String(fault.axes), effect });
            case "pad-size":
                return say("padSize", { callee, axis: String(fault.axis), input: printShape(fault.input), pad: print(fault.pad), most: print(fault.most), effect });
            case "not-divisible":
                return say("divisible", { what: fault.what.replace(/^./, (letter) => letter.toUpperCase()), size: print(fault.size), by: print(fault.by), effect });
            case "equation":
                return say("equation", { equation: fault.equation, why: fault.why, effect });
            case "window-form":
                return say("window", { option: fault.option, given: printShape(fault.given), read: printShape(fault.read) }, describeRepairs(problem));
            case "swapped-options":
                return say("swapped", { first: fault.options[0], second: fault.options[1], effect }, { fix: describeRepairs(problem).fix });
        }
    },
});
