/** Reports weights set on a layer or a model, or given to a layer as an option, that has other ones. */
import { printShape } from "../src/shapes/shape.js";
import { counted } from "../src/wording/lists.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "weight-shapes",
    reports: ["weight-shape", "weight-count", "weight-dtype", "weight-form"],
    meta: {
        type: "problem",
        docs: { description: "disallow setting weights whose number or shapes are not those of the layer or model", recommended: true },
        hasSuggestions: true,
        schema: [],
        messages: {
            shape: "`setWeights` gets {{given}} as weight {{weight}} of {{count}}, but that weight is {{expected}}.",
            initialShape: "`weights` of `{{layer}}` has {{given}} as weight {{weight}} of {{count}}, but that weight is {{expected}}.",
            initialCount: "`weights` of `{{layer}}` holds {{count}}, but the layer has {{expected}}.",
            count: "`setWeights` gets {{count}}, but there are {{expected}}.",
            dtype: "{{where}} gets a tensor of {{dtype}} as weight {{weight}} of {{count}}, but that weight is {{expected}}.",
            form: "{{where}} gets {{what}} as weight {{weight}} of {{count}}, but takes tensors.",
            setOption: "Write `{{value}}`.",
            whole: "{{where}} gets {{what}}, but takes a list of tensors.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const { callee, layer } = finding;
        const where = layer ? `\`weights\` of \`${callee}\`` : "`setWeights`";
        switch (fault.kind) {
            case "weight-shape": {
                const data = { given: printShape(fault.given), weight: String(fault.weight + 1), count: String(fault.count), expected: printShape(fault.expected) };
                return layer ? say("initialShape", { layer: callee, ...data }) : say("shape", data);
            }
            case "weight-count": {
                const data = { count: counted(fault.count, "weight"), expected: counted(fault.expected, "weight") };
                return layer ? say("initialCount", { layer: callee, ...data }) : say("count", data);
            }
            case "weight-dtype":
                return say("dtype", { where, dtype: fault.dtype, weight: String(fault.weight + 1), count: String(fault.count), expected: fault.expected }, describeRepairs(problem));
            case "weight-form":
                return fault.weight === undefined ? say("whole", { where, what: fault.what }) : say("form", { where, what: fault.what, weight: String(fault.weight + 1), count: String(fault.count) });
        }
    },
});
