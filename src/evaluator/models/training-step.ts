/** What a step of training or evaluation computes of a model's outputs: its losses, their sum, its metrics. */
import type { DType } from "../../catalogue/dtype.js";
import { atCall, type Fault } from "../../catalogue/fault.js";
import { addLosses, hasGradient, lossShape } from "../../training/losses.js";
import type { Shape } from "../../shapes/shape.js";
import { callBack } from "../calls.js";
import type { Evaluation } from "../evaluation.js";
import { present, tensor } from "../making.js";
import { isOfFloats } from "./dtypes.js";
import { isCatalogued, mayRegularize } from "./trainability.js";
import { checkGradient, isUnconnected, taped, untaped, watch } from "./watched.js";
import type { CallNode, Compilation, Measure, ModelValue, Value } from "../values.js";

export interface Step {
    /** Weights are changed, so that gradients are asked for. */
    readonly trains: boolean;
    /** One for each output, with the rows of one batch; undefined where it is not known. */
    readonly targets: readonly (Shape | undefined)[];
    readonly targetTypes: readonly (DType | undefined)[];
    readonly outputs: readonly (Shape | undefined)[];
    /** That of all outputs. */
    readonly outputType: DType | undefined;
    readonly node: CallNode;
    /** Every weight that is trained counts for every output. */
    readonly whole: boolean;
    /** Nothing but the losses is minimized. */
    readonly alone: boolean;
}

/** As tfjs-layers 4.22.0 src/engine/training.ts, makeTrainFunction and makeTestFunction. */
export function takeStep(e: Evaluation, compiled: Compilation, step: Step): Fault | undefined {
    if (compiled.kind !== "known") {
        return undefined;
    }
    const without = step.trains ? compiled.losses.find((loss) => loss.kind === "exported" && !hasGradient(loss.path)) : undefined;
    if (without?.kind === "exported") {
        return { kind: "loss-gradient", loss: without.path, at: atCall };
    }
    const losses: (Shape | undefined)[] = [];
    for (const [index, loss] of compiled.losses.entries()) {
        const made = measured(e, loss, index, step);
        if (made === "nothing") {
            return { kind: "loss-nothing", at: atCall };
        }
        if (made && "kind" in made) {
            return made;
        }
        losses.push(made);
    }
    for (const [index, metrics] of (compiled.metrics ?? []).entries()) {
        for (const metric of metrics) {
            measured(e, metric, index, { ...step, whole: false, alone: false });
        }
    }
    return step.trains ? addLosses(losses) : undefined;
}

/** The shape of what a loss or metric makes of an output. */
function measured(e: Evaluation, measure: Measure, index: number, { trains, targets, targetTypes, outputs, outputType, node, whole, alone }: Step): Shape | Fault | "nothing" | undefined {
    const output = outputs[index];
    switch (measure.kind) {
        case "named":
            return output && lossShape(measure.name, output);
        case "exported":
            return output && lossShape(measure.path, output);
        case "function": {
            const tape = {};
            const result = whole && trains ? watch(tensor(output, outputType), { tape, stuckAt: undefined }) : tensor(output, outputType);
            const call = () => present(callBack(e, measure.value, [tensor(targets[index], targetTypes[index], untaped), result], node));
            const [value, isFree] = trains ? taped(e, () => withConnection(e, call())) : [call(), false];
            const isDetached = alone && isFree;
            const fault: Fault | undefined = isDetached ? { kind: "loss-unconnected", from: "output", at: atCall } : value.kind === "tensor" ? checkGradient(value, tape) : undefined;
            if (fault) {
                return fault;
            }
            return value.kind === "undefined" ? "nothing" : value.kind === "tensor" ? value.shape : undefined;
        }
        case "unknown":
            return undefined;
    }
}

function withConnection(e: Evaluation, value: Value): readonly [Value, boolean] {
    return [value, isUnconnected(e, value)];
}

/** All layers of the library lead to the one output: through each that is trained its gradient is asked for. */
export function scopeOf(model: ModelValue): Pick<Step, "outputType" | "whole" | "alone"> {
    const whole = model.outputs.length === 1 && isCatalogued(model);
    return { outputType: isOfFloats(model) ? "float32" : undefined, whole, alone: whole && !mayRegularize(model) };
}
