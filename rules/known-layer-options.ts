/** Reports options that a layer does not read: misspelt, or of another layer or library. */
import { meantOption, replacedOption } from "../src/analysis/consequences.js";
import { printPerAxis } from "../src/wording/deconvolution.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { nearestName, optionSpelling } from "../src/wording/options.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "known-layer-options",
    reports: ["option-unread", "option-ignored"],
    meta: {
        type: "problem",
        docs: { description: "disallow options that a layer does not read", recommended: true },
        fixable: "code",
        hasSuggestions: true,
        schema: [],
        messages: {
            misspelt: "`{{callee}}` does not read `{{option}}`, so it has no effect. It is called `{{name}}` here.",
            near: "`{{callee}}` does not read `{{option}}`, so it has no effect. The nearest name is `{{name}}`.",
            instead: "`{{callee}}` does not read `{{option}}`, and `{{name}}`, which it needs, is not given.",
            both: "`{{callee}}` does not read `{{option}}`, so it has no effect. `{{name}}` is given as well.",
            unread: "`{{callee}}` does not read `{{option}}`, so it has no effect.",
            ignored: "`{{callee}}` ignores `{{option}}`: {{given}} has no effect.",
            renameOption: "Rename `{{name}}` to `{{value}}`.",
            removeOption: "Remove `{{name}}`.",
            replaceOption: "Set `{{name}}` to {{value}} and remove `{{otherName}}`.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const { callee } = finding;
        if (fault.kind === "option-ignored") {
            return say("ignored", { callee, option: optionSpelling(finding, fault.option), given: printPerAxis(fault.given) }, describeRepairs(problem));
        }
        const { option, means } = fault;
        if (means !== undefined) {
            const isGiven = finding.given?.options.has(means) === true;
            return say(isGiven ? "both" : "misspelt", { callee, option, name: optionSpelling(finding, means) }, describeRepairs(problem));
        }
        const near = nearestName(option, fault.known);
        const replaced = replacedOption(finding);
        if (replaced !== undefined && meantOption(finding, option) === replaced) {
            return say("instead", { callee, option, name: optionSpelling(finding, replaced) }, describeRepairs(problem));
        }
        return near === undefined ? say("unread", { callee, option }, describeRepairs(problem)) : say("near", { callee, option, name: near }, describeRepairs(problem));
    },
});
