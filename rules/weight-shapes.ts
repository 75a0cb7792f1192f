/** Reports weights set on a layer or a model that has other ones. */
import { printShape } from "../src/shapes/shape.js";
import { counted } from "../src/wording/lists.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "weight-shapes",
    reports: ["weight-shape", "weight-count"],
    meta: {
        type: "problem",
        docs: { description: "disallow setting weights whose number or shapes are not those of the layer or model", recommended: true },
        schema: [],
        messages: {
            shape: "`setWeights` gets {{given}} as weight {{weight}} of {{count}}, but that weight is {{expected}}.",
            count: "`setWeights` gets {{count}}, but there are {{expected}}.",
        },
    },
    describe({ fault }) {
        switch (fault.kind) {
            case "weight-shape":
                return say("shape", { given: printShape(fault.given), weight: String(fault.weight + 1), count: String(fault.count), expected: printShape(fault.expected) });
            case "weight-count":
                return say("count", { count: counted(fault.count, "weight"), expected: counted(fault.expected, "weight") });
        }
    },
});
