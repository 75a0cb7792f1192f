/** What a model takes and is compared with: its inputs, and the targets of its losses, by their names and shapes. */
import { targetShape } from "../../training/targets.js";
import type { Slot } from "../../training/feed.js";
import { unknown as unknownDim } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import { mayBeAutomatic } from "../automatic-names.js";
import { isOfFloats } from "./dtypes.js";
import type { Evaluation } from "../evaluation.js";
import type { Measure, ModelValue, SymbolicTensor } from "../values.js";

/** A sequential model that runs without the layers it got last, or perhaps without them. */
export function isOutdated({ inner }: ModelValue): boolean {
    return inner === "outdated" || inner === "unknown";
}

/** Undefined where the model could not be followed. */
export function inputSlots(e: Evaluation, model: ModelValue): readonly Slot[] | undefined {
    if (model.open || isOutdated(model) || model.inputs.length === 0) {
        return undefined;
    }
    const numbers = isOfFloats(model);
    return model.inputs.map((tensor): Slot => ({ name: inputName(model, tensor), mayBeCalled: automaticInput(e, model, tensor), shape: e.rewritten.asWritten(tensor.shape), numbers }));
}

/** tfjs-layers 4.22.0 src/models.ts Sequential.add: the input that a first layer makes for itself is called after it. */
function inputName(model: ModelValue, { producer }: SymbolicTensor): string | undefined {
    const [first] = model.layers;
    if (producer) {
        return producer.target.name;
    }
    return model.sequential && first?.kind === "layer" && first.name !== undefined ? `${first.name}_input` : undefined;
}

type Naming = Slot["mayBeCalled"];

/** Of a placeholder without a name, or of the input that a layer without one makes for itself. */
function automaticInput(e: Evaluation, { layers: [first], sequential }: ModelValue, { producer }: SymbolicTensor): Naming {
    const target = producer?.target;
    if (e.renames || (target ? target.kind !== "layer" || !target.isInput || target.isUnnamed !== true : !sequential || first?.kind !== "layer" || first.isUnnamed !== true)) {
        return undefined;
    }
    return target ? isInputName : isNameOfInput;
}

function automaticOutput(e: Evaluation, { producer }: SymbolicTensor): Naming {
    const target = producer?.target;
    return !e.renames && target?.kind === "layer" && target.isUnnamed === true && !target.isInput ? isLayerName : undefined;
}

function isInputName(name: string): boolean {
    return mayBeAutomatic(name, "input");
}

function isLayerName(name: string): boolean {
    return mayBeAutomatic(name, "layer");
}

/** Of an input that is called after its layer. */
function isNameOfInput(name: string): boolean {
    return isLayerName(name.replace(/_input$/, ""));
}

/** What targets have to be for the loss that each output was compiled with; undefined where that is not known. */
export function outputSlots(e: Evaluation, { outputs, compiled }: ModelValue): readonly Slot[] | undefined {
    if (outputs.length === 0 || compiled.kind === "none") {
        return undefined;
    }
    return outputs.map((output, index): Slot => {
        const { producer, shape } = output;
        const loss: Measure = compiled.kind === "known" ? (compiled.losses[index] ?? unknownLoss) : unknownLoss;
        // All losses of the library compute with numbers.
        return { name: producer?.target.name, mayBeCalled: automaticOutput(e, output), numbers: loss.kind === "named" || loss.kind === "exported", ...(shape ? targetFor(loss, shape) : { shape }) };
    });
}

const unknownLoss: Measure = { kind: "unknown" };

function targetFor(loss: Measure, output: Shape): Pick<Slot, "shape" | "classes"> {
    switch (loss.kind) {
        case "named":
            return targetShape(loss.name, output);
        case "exported":
        case "function":
            return { shape: output };
        case "unknown":
            return { shape: output.with(-1, unknownDim) };
    }
}
