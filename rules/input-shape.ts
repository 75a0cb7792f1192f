/** Reports an input that a layer or an operation cannot take: its rank, its sizes, or the number of inputs. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { effectOf, holdsBatch, inputPlace } from "../src/wording/inputs.js";
import { optionSpelling } from "../src/wording/options.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "input-shape",
    reports: ["input-rank", "input-undefined-axis", "input-size", "input-count", "loss-rank"],
    meta: {
        type: "problem",
        docs: { description: "disallow inputs whose rank, sizes or number a layer or operation cannot take", recommended: true },
        hasSuggestions: true,
        schema: [],
        messages: {
            batch: "`{{option}}` is {{given}}, so `{{callee}}` gets {{input}}, but expects {{expected}}. Leave the batch out of `{{option}}`.",
            rank: "`{{callee}}` gets {{input}}{{place}}, but expects {{expected}}.{{effect}}",
            undefinedAxis: "`{{callee}}` gets {{input}}{{place}}, but {{what}} (axis {{axis}}) must be known when the layer is built.",
            size: "`{{callee}}` gets {{input}}{{place}}, but {{what}} must be {{expected}}: {{why}}.{{effect}}",
            loss: "`{{callee}}` needs one number from its function, but gets {{shape}}. Reduce it, for example with `.mean()`.",
            count: "`{{callee}}` gets {{count}}, but expects {{expected}}.",
            setOption: "Set `{{name}}` to {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const { callee } = finding;
        const place = inputPlace(finding, fault);
        const effect = effectOf(fault);
        const article = (what: string): string => what.replace(/^(?=(?:input )?channels$)/, "the ");
        switch (fault.kind) {
            case "input-rank":
                if (holdsBatch(fault)) {
                    const option = optionSpelling(finding, "inputShape");
                    return say("batch", { option, given: printShape(fault.input.slice(1)), callee, input: printShape(fault.input), expected: fault.expected }, describeRepairs(problem));
                }
                return say("rank", { callee, input: printShape(fault.input), place, expected: fault.expected, effect });
            case "input-undefined-axis":
                return say("undefinedAxis", { callee, input: printShape(fault.input), place, what: article(fault.what), axis: String(fault.axis) });
            case "input-size": {
                const words: Readonly<Record<string, string>> = { built: "the layer was built for this size", state: "its state has so many units" };
                const why = words[fault.why] ?? fault.why;
                return say("size", { callee, input: printShape(fault.input), place, what: article(fault.what), expected: print(fault.expected), why, effect });
            }
            case "loss-rank":
                return say("loss", { callee, shape: printShape(fault.shape) });
            case "input-count":
                return say("count", { callee, count: fault.count === 1 ? "one input" : `${fault.count} inputs`, expected: fault.expected });
        }
    },
});
