/** Reports options and arguments that are missing, have a value that is never legal, or exclude each other. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { effectOf } from "../src/wording/inputs.js";
import { optionSpelling } from "../src/wording/options.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "valid-options",
    reports: ["option-missing", "option-value", "option-conflict", "axis-range", "permutation", "class-weight"],
    meta: {
        type: "problem",
        docs: { description: "disallow missing options, and values that a layer or operation never takes", recommended: true },
        hasSuggestions: true,
        schema: [],
        messages: {
            missing: "`{{callee}}` needs `{{option}}`, which is not given.",
            value: "`{{option}}` is {{given}}, but must be {{expected}}.{{effect}}",
            conflict: "`{{option}}` does not go with this `{{other}}`: {{why}}.{{effect}}",
            axis: "`{{option}}` names axis {{axis}}, which an input of rank {{rank}} does not have.",
            permutation: "`{{option}}` is {{dims}}, but must hold {{expected}}.{{effect}}",
            classWeight: "`classWeight` has no weight for class {{missing}}, which the targets hold.",
            setOption: "Set `{{name}}` to {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const { callee } = finding;
        const option = optionSpelling(finding, fault.kind === "permutation" && fault.at.kind === "option" ? fault.at.name : "option" in fault ? fault.option : "");
        const effect = effectOf(fault);
        switch (fault.kind) {
            case "option-missing":
                return say("missing", { callee, option });
            case "option-value":
                return say("value", { option, given: fault.given, expected: fault.expected, effect }, describeRepairs(problem));
            case "option-conflict":
                return say("conflict", { option, other: optionSpelling(finding, fault.other), why: fault.why, effect });
            case "class-weight":
                return say("classWeight", { missing: String(fault.missing) });
            case "axis-range":
                return say("axis", { option, axis: print(fault.axis), rank: String(fault.rank) });
            case "permutation":
                return say("permutation", { option, dims: printShape(fault.dims), expected: fault.expected, effect });
        }
    },
});
