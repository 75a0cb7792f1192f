/** Recurrent layers that give only their last output, upstream of a layer that wants the whole sequence. */
import type { Finding } from "../evaluator/evaluation.js";
import type { LayerValue, SymbolicTensor } from "../evaluator/values.js";
import { identicalShapes } from "../shapes/shape.js";

export interface SequenceProducer {
    readonly layer: LayerValue;
    /** Nothing stands between the two, or only layers that change no shape. */
    readonly direct: boolean;
}

/** The recurrent layer whose last output is what a finding's first input was made of. */
export function producingSequence(finding: Finding): SequenceProducer | undefined {
    const [input] = finding.inputs;
    let tensor: SymbolicTensor | undefined = input?.kind === "symbolic" ? input : undefined;
    let direct = true;
    while (tensor?.producer && tensor.index === 0) {
        const { target, inputs, outputs }: NonNullable<SymbolicTensor["producer"]> = tensor.producer;
        if (target.kind !== "layer") {
            return undefined;
        }
        if (givesLastOutput(target)) {
            return { layer: target, direct };
        }
        const [from, other]: readonly SymbolicTensor[] = inputs;
        const [to] = outputs;
        if (!from || other || from.shape?.length !== to?.length) {
            return undefined;
        }
        direct &&= from.shape !== undefined && to !== undefined && identicalShapes(from.shape, to);
        tensor = from;
    }
    return undefined;
}

function givesLastOutput({ applicable }: LayerValue): boolean {
    const inner = recurrentIn(applicable)?.layer;
    return inner !== undefined && "returnSequences" in inner.spec.options && inner.values["returnSequences"] === false;
}

/** The recurrent layer in a bidirectional one, or the layer itself. */
export function recurrentIn(applicable: LayerValue["applicable"]): LayerValue["applicable"] | undefined {
    const { layer } = applicable;
    // The entry reads this option as an Applicable.
    return layer?.spec.name === "Bidirectional" ? (layer.values["layer"] as LayerValue["applicable"] | undefined) : applicable;
}
