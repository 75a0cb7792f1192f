/** Reports data given to a model that does not fit its inputs, its outputs, or each other. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { dataOf, rowsOf, slotOf } from "../src/wording/data.js";
import { allOf, counted } from "../src/wording/lists.js";
import { describeRepairs } from "../src/wording/repairs.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "data-shape",
    reports: ["data-shape", "data-dtype", "data-texts", "data-count", "data-name", "data-unnamed", "data-form", "data-rows", "dataset-element", "validation-pair", "stateful-rows"],
    meta: {
        type: "problem",
        docs: { description: "disallow data whose shape or number does not fit the model it is given to", recommended: true },
        hasSuggestions: true,
        schema: [],
        messages: {
            batch: "`{{callee}}` gets {{data}} of {{given}}, one example without its batch: {{slot}} is {{expected}}.",
            shape: "`{{callee}}` gets {{data}} of {{given}}, but {{slot}} is {{expected}}.",
            classes: "`{{callee}}` gets {{data}} of {{given}}, but sparseCategoricalCrossentropy takes the numbers of classes, {{expected}}.",
            dtype: "`{{callee}}` gets {{data}} of {{dtype}}, but sparseCategoricalCrossentropy takes the numbers of classes as {{expected}} alone.",
            texts: "`{{callee}}` gets {{data}} of strings, but computes with numbers. Encode them first, for example by `tf.oneHot`.",
            count: "`{{callee}}` gets {{count}} of {{data}}, but the model has {{expected}}.",
            name: "`{{callee}}` gets no data for the model's {{slot}} `{{name}}`, only for {{names}}.",
            unnamed: "`{{callee}}` gets data for {{names}}, but {{slot}} has a name of TensorFlow.js' own. Name its layer, or give tensors without names.",
            form: "`{{callee}}` gets {{what}} as {{data}}, but takes tensors.",
            source: "`{{callee}}` gets {{what}}, but takes a dataset. `tf.data.array` and `tf.data.generator` make one.",
            rows: "`{{callee}}` gets {{a}}, but {{b}}.",
            pair: "`validationData` holds {{count}}, but must be inputs and targets alone.",
            element: "The elements of the dataset have no `{{missing}}`: `{{callee}}` takes objects of `xs` and `ys`.",
            stateful: "`{{callee}}` gets {{rows}}, which batches of {{batchSize}} do not divide: the model keeps a state for each row of a batch.",
            setOption: "Write `{{value}}`.",
            setOptionOf: "Set `{{name}}` of `{{layer}}` to {{value}}.",
            setOptionInLines: "Set `{{name}}` of `{{layer}}` in {{lines}} to {{value}}.",
        },
    },
    describe(problem) {
        const { fault, finding } = problem;
        const { callee } = finding;
        switch (fault.kind) {
            case "data-shape": {
                const { fed, expected, batchMissing, classes } = fault;
                const words = { callee, data: dataOf(fed.role, fault), given: printShape(fed.shape), expected: printShape(expected) };
                if (classes) {
                    return say("classes", words, describeRepairs(problem));
                }
                return say(batchMissing ? "batch" : "shape", { ...words, slot: slotOf(fed) }, describeRepairs(problem));
            }
            case "data-dtype":
                return say("dtype", { callee, data: dataOf(fault.fed.role, fault), dtype: fault.dtype, expected: fault.expected }, describeRepairs(problem));
            case "data-texts":
                return say("texts", { callee, data: dataOf(fault.fed.role, fault) });
            case "data-count": {
                const slots = counted(fault.expected, fault.role === "input" ? "input" : "output");
                return say("count", { callee, count: counted(fault.count, "tensor"), data: dataOf(fault.role, fault), expected: slots });
            }
            case "data-name":
                return say("name", { callee, slot: fault.role === "input" ? "input" : "output", name: fault.name, names: allOf(fault.names) });
            case "data-unnamed": {
                const which = fault.count === 1 ? "" : ` ${fault.index + 1}`;
                return say("unnamed", { callee, names: allOf(fault.names), slot: `the model's ${fault.role === "input" ? "input" : "output"}${which}` });
            }
            case "data-form":
                return fault.role === "dataset" ? say("source", { callee, what: fault.what }) : say("form", { callee, what: fault.what, data: dataOf(fault.role, fault) });
            case "data-rows":
                return say("rows", { callee, a: rowsOf(fault.a, fault), b: rowsOf(fault.b, fault) });
            case "dataset-element":
                return say("element", { missing: fault.missing, callee });
            case "stateful-rows":
                return say("stateful", { callee, rows: `${print(fault.rows)} rows`, batchSize: print(fault.batchSize) });
            case "validation-pair":
                return say("pair", { count: counted(fault.count, "element") });
        }
    },
});
