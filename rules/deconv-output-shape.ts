/** Reports a deconvolution whose declared output shape disagrees with its stride, kernel and padding, or with its filters. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { describeLengths } from "../src/wording/deconvolution.js";
import { anyOf } from "../src/wording/lists.js";
import { optionSpelling } from "../src/wording/options.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "deconv-output-shape",
    reports: ["deconv-length", "deconv-rank", "deconv-batch", "deconv-channels", "deconv-input-channels"],
    meta: {
        type: "problem",
        docs: { description: "disallow deconvolutions whose declared output shape disagrees with their stride", recommended: true },
        fixable: "code",
        hasSuggestions: true,
        schema: [],
        messages: {
            length: "{{option}} is {{declared}}, but {{stride}} {{made}} of a {{input}} input ({{window}}){{remedy}}.",
            ignored: "{{option}} {{declared}} is ignored: {{stride}} {{made}} of a {{input}} input ({{window}}){{remedy}}.",
            unread: "{{option}} is {{declared}}, but `{{unread}}` is not read: {{stride}} {{made}} of a {{input}} input ({{window}}){{remedy}}.",
            rank: "{{option}} {{declared}} has rank {{given}}, but rank {{ranks}} is needed.",
            batch: "{{option}} declares a batch of {{declared}}, but the input has a batch of {{input}}. Make the two equal.",
            channels: "{{option}} declares {{declared}} for the channels, but {{from}} is {{filters}}. Make the two equal.",
            channelsNowhere: "{{option}} {{shape}} has the channels neither first nor last: {{from}} is {{filters}}.",
            channelsElsewhere: "{{option}} {{shape}} has its channels ({{filters}}) at the wrong end. Declare {{reordered}}.",
            inputChannels: "The input has {{input}} channels, but the last dimension of the filter is {{filter}}. Make the two equal.",
            filterSwapped: "The filter ends in [{{input}}, {{filter}}], but for {{input}} channels of input and {{filter}} of output a deconvolution takes [{{filter}}, {{input}}].",
            channelsFirst: "The input {{shape}} and {{option}} have their channels first, but `{{callee}}` takes them last.",
            setOption: "Set `{{name}}` to {{value}}.",
            setOptions: "Set `{{name}}` to {{value}} and `{{otherName}}` to {{otherValue}}.",
            renameOption: "Rename `{{name}}` to `{{value}}`.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const option = optionSpelling(finding, "outputShape");
        const repairs = describeRepairs(problem);
        switch (fault.kind) {
            case "deconv-length": {
                const { messageId, data } = describeLengths(problem, fault.setup);
                return say(messageId, data, repairs);
            }
            case "deconv-rank":
                return say("rank", { option, declared: printShape(fault.declared), given: String(fault.declared.length), ranks: anyOf(fault.ranks) }, repairs);
            case "deconv-batch":
                return say("batch", { option, declared: print(fault.declared), input: print(fault.input) }, repairs);
            case "deconv-channels": {
                const from = finding.spelling ? optionSpelling(finding, "filters") : fault.from;
                const data = { option, filters: print(fault.filters) };
                const shape = printShape(fault.shape);
                if (fault.reordered) {
                    return say("channelsElsewhere", { ...data, shape, reordered: printShape(fault.reordered) }, repairs);
                }
                return fault.axis === undefined
                    ? say("channelsNowhere", { ...data, shape, from }, repairs)
                    : say("channels", { ...data, declared: print(fault.declared), from }, repairs);
            }
            case "deconv-input-channels":
                if (fault.isFirst) {
                    return say("channelsFirst", { shape: printShape(fault.shape), option, callee: finding.callee });
                }
                return say(fault.isSwapped ? "filterSwapped" : "inputChannels", { input: print(fault.input), filter: print(fault.filter) }, repairs);
        }
    },
});
