/** Reports a deconvolution whose declared output shape disagrees with its stride, kernel and padding, or with its filters. */
import { printShape } from "../src/shapes/shape.js";
import { print } from "../src/shapes/dim.js";
import { optionSpelling } from "../src/wording/options.js";
import { describeLengths } from "../src/wording/deconvolution.js";
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
            length: "{{option}} is {{declared}}, but {{stride}} {{makes}} {{made}} of a {{input}} input (kernel {{kernel}}, {{padding}}).{{remedy}}",
            ignored: "{{option}} {{declared}} is ignored: {{stride}} {{makes}} {{made}} of a {{input}} input (kernel {{kernel}}, {{padding}}).{{remedy}}",
            unread: "{{option}} is {{declared}}, but `{{unread}}` is not read, and {{stride}} {{makes}} {{made}} of a {{input}} input (kernel {{kernel}}, {{padding}}).{{remedy}}",
            rank: "{{option}} {{declared}} has {{given}} dimensions. Declare {{rank}} of them.",
            batch: "{{option}} declares a batch of {{declared}}, but the input has a batch of {{input}}. Make the two equal.",
            channels: "{{option}} declares {{declared}} channels, but {{from}} makes {{filters}}. Make the two equal.",
            inputChannels: "The input has {{input}} channels, but the filter's last dimension is {{filter}}. Make the two equal.",
            setOption: "Set `{{name}}` to {{value}}.",
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
                return say("rank", { option, declared: printShape(fault.declared), given: String(fault.declared.length), rank: String(fault.rank) }, repairs);
            case "deconv-batch":
                return say("batch", { option, declared: print(fault.declared), input: print(fault.input) }, repairs);
            case "deconv-channels":
                return say("channels", { option, declared: print(fault.declared), filters: print(fault.filters), from: fault.from }, repairs);
            case "deconv-input-channels":
                return say("inputChannels", { input: print(fault.input), filter: print(fault.filter) }, repairs);
        }
    },
});
