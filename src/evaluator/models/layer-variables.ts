/** The weights of a layer as a program gets hold of them. */
import type { Shape } from "../../shapes/shape.js";
import { plainArguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import { checkAssigned } from "./tensors.js";
import { watchTensor } from "./watched.js";
import { builtin, shapeValue, tensor, view } from "../making.js";
import type { Value } from "../values.js";

/** A LayerVariable: tfjs-layers 4.22.0 src/variables.ts. Its shape stays, whoever gets hold of it. */
export function weightValue(e: Evaluation, shape: Shape | undefined, isTrained: boolean): Value {
    const value = tensor(shape);
    const fields: Readonly<Record<string, Value>> = {
        read: builtin("read", () => (isTrained && !e.freezes ? watchTensor(value, e.taping?.weights) : value)),
        val: value,
        shape: shapeValue(shape),
        write: builtin("write", (args, self, node) => {
            checkAssigned(e, { shape }, { ...plainArguments(args), nodes: node.arguments }, node, "write");
            return self;
        }),
    };
    return view(new Map(Object.entries(fields).map(([name, field]) => [name, { value: field, node: undefined }])));
}

export function isLayerVariable(value: Value): boolean {
    return value.kind === "object" && value.frozen === true && value.fields.has("val");
}
