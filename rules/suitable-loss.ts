/** Reports a loss that expects another activation than the one its output ends with, and metrics that nothing is measured by. */
import { printShape } from "../src/shapes/shape.js";
import { namesOf } from "../src/wording/data.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "suitable-loss",
    reports: ["loss-activation", "metric-output"],
    meta: {
        type: "problem",
        docs: { description: "require losses and metrics that suit the outputs of the model", recommended: "strict" },
        schema: [],
        messages: {
            shared: "{{loss}} asks each unit by itself, but the softmax of the output {{output}} shares one probability among them. Take categoricalCrossentropy, or 'sigmoid'.",
            twice: "{{loss}} applies the {{activation}} itself, but the output has one already. Take an output without an activation, or a loss that expects one.",
            unbounded: "{{loss}} expects probabilities, but the output ends with '{{activation}}', which gives none. Take 'softmax' or 'sigmoid' there.",
            unmeasured: "`metrics` names '{{name}}', which is no output of the model, so nothing is measured there.{{names}}",
        },
    },
    describe({ fault }) {
        if (fault.kind === "metric-output") {
            return say("unmeasured", { name: fault.name, names: namesOf(fault.outputs) });
        }
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
