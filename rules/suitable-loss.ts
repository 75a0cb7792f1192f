/** Reports a loss that expects another activation than the one its output ends with. */
import { printShape } from "../src/shapes/shape.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "suitable-loss",
    reports: ["loss-activation"],
    meta: {
        type: "problem",
        docs: { description: "require losses that suit the activation of the model's output", recommended: "strict" },
        schema: [],
        messages: {
            shared: "{{loss}} asks each unit by itself, but the softmax of the output {{output}} shares one probability among them. Take categoricalCrossentropy, or 'sigmoid'.",
            twice: "{{loss}} applies the {{activation}} itself, but the output has one already. Take an output without an activation, or a loss that expects one.",
            unbounded: "{{loss}} expects probabilities, but the output ends with '{{activation}}', which gives none. Take 'softmax' or 'sigmoid' there.",
        },
    },
    describe({ fault }) {
        const { loss, activation, output } = fault;
        switch (fault.problem) {
            case "shared":
                return say("shared", { loss, output: printShape(output) });
            case "twice":
                return say("twice", { loss, activation });
            case "unbounded":
                return say("unbounded", { loss, activation });
        }
    },
});
