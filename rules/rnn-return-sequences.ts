/** Reports a recurrent layer that returns its last output only to a layer that needs them all. */
import { printShape } from "../src/shapes/shape.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "rnn-return-sequences",
    reports: ["rnn-sequences"],
    meta: {
        type: "problem",
        docs: { description: "require `returnSequences` in a recurrent layer whose whole sequence the next layer needs", recommended: true },
        fixable: "code",
        hasSuggestions: true,
        schema: [],
        messages: {
            last: "`{{callee}}` gets {{input}}, but needs a sequence: `{{producer}}` returns only its last output without `{{option}}`.",
            setOptionOf: "Set `{{name}}` of `{{layer}}` to {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        return say("last", { callee: finding.callee, input: printShape(fault.input), producer: fault.producer ?? "", option: fault.option ?? "returnSequences" }, describeRepairs(problem));
    },
});
