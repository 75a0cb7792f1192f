/** `tf.layers.dense({ units: 3 })(x)`, as Keras applies a layer: in TensorFlow.js a layer is an object, and no function. */
import { atCall } from "../../catalogue/fault.js";
import type { Evaluation } from "../evaluation.js";
import type { CallNode, Value } from "../values.js";
import { asLayer } from "./layers.js";
import { reportCall } from "./reporting.js";

/** What stands for `.apply` among the options that a trial overrides. */
export const applied = ".apply";

export function checkCalled(e: Evaluation, callee: Value, node: CallNode): void {
    const target = asLayer(callee);
    if (!target || node.type !== "CallExpression" || node.optional || e.options.overrides?.get(node)?.has(applied)) {
        return;
    }
    if (target.kind === "layer" ? target.callable : target.keras) {
        return;
    }
    reportCall(e, node, target.kind === "layer" ? target.type : "a model", { kind: "called", at: atCall });
}
