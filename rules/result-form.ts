/** Reports tensors, and results of models and layers, that are taken for what they are not. */
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "result-form",
    reports: ["taken-apart", "nothing-read", "no-method", "tensor-operator"],
    meta: {
        type: "problem",
        docs: { description: "disallow taking a tensor for a list or a number, and reading of a result that is not there", recommended: true },
        hasSuggestions: true,
        schema: [],
        messages: {
            apart: "`{{result}}` is {{what}}, but must be a list to be taken apart here.",
            nothing: "`{{result}}` is {{what}}, as {{why}}, and nothing can be read of that.",
            method: "`{{result}}` is a {{what}}, which has no `{{method}}`.{{advice}}",
            operator: "`{{operator}}` makes {{makes}}: `{{method}}` computes with tensors, and `dataSync` gives their numbers.",
            setOptionOf: "Set `{{name}}` of `{{layer}}` to {{value}}.",
        },
    },
    describe(problem) {
        const { fault } = problem;
        switch (fault.kind) {
            case "taken-apart":
                return say("apart", { result: fault.result, what: fault.what }, describeRepairs(problem));
            case "tensor-operator":
                return say("operator", { operator: fault.operator, makes: fault.makes, method: fault.method });
            case "no-method": {
                const advice = { promise: " Await it.", tensor: " `dataSync` gives its numbers.", number: "" }[fault.what];
                return say("method", { result: fault.result, what: fault.what, method: fault.method, advice });
            }
            case "nothing-read":
                return say("nothing", { result: fault.result, what: fault.what, why: fault.why });
        }
    },
});
