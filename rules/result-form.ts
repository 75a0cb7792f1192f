/** Reports results of models, layers and operations that are taken for what they are not. */
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "result-form",
    reports: ["taken-apart", "nothing-read"],
    meta: {
        type: "problem",
        docs: { description: "disallow taking one tensor for a list of them, and reading of a result that is not there", recommended: true },
        hasSuggestions: true,
        schema: [],
        messages: {
            apart: "`{{result}}` is {{what}}, but must be a list to be taken apart here.",
            nothing: "`{{result}}` is {{what}}, as {{why}}, and nothing can be read of that.",
            setOptionOf: "Set `{{name}}` of `{{layer}}` to {{value}}.",
        },
    },
    describe(problem) {
        const { fault } = problem;
        switch (fault.kind) {
            case "taken-apart":
                return say("apart", { result: fault.result, what: fault.what }, describeRepairs(problem));
            case "nothing-read":
                return say("nothing", { result: fault.result, what: fault.what, why: fault.why });
        }
    },
});
