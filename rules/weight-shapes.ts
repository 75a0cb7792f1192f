/** Reports weights set on a layer or a model, or given to a layer as an option, that has other ones. */
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
            initialShape: "`weights` of `{{layer}}` has {{given}} as weight {{weight}} of {{count}}, but that weight is {{expected}}.",
            initialCount: "`weights` of `{{layer}}` holds {{count}}, but the layer has {{expected}}.",
            count: "`setWeights` gets {{count}}, but there are {{expected}}.",
        },
    },
    describe({ fault, finding: { callee, layer } }) {
        switch (fault.kind) {
            case "weight-shape": {
                const data = { given: printShape(fault.given), weight: String(fault.weight + 1), count: String(fault.count), expected: printShape(fault.expected) };
                return layer ? say("initialShape", { layer: callee, ...data }) : say("shape", data);
            }
            case "weight-count": {
                const data = { count: counted(fault.count, "weight"), expected: counted(fault.expected, "weight") };
                return layer ? say("initialCount", { layer: callee, ...data }) : say("count", data);
            }
        }
    },
});
