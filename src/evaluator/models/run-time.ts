/** Where a model declares one shape and a run makes another: what certainly happens then. */
import type { Fault } from "../../catalogue/fault.js";
import { unknownShapes } from "../../layers/engine.js";
import type { Shape } from "../../shapes/shape.js";
import { isOwnLayer, runTimeOf } from "./custom-layers.js";
import type { Evaluation } from "../evaluation.js";
import type { Application, LayerValue, ModelValue, RunTime, SymbolicTensor } from "../values.js";

const none: readonly never[] = [];

/** For each output, what a run makes where that is perhaps not what is declared. */
export function runTimesOf(e: Evaluation, target: LayerValue | ModelValue, inputs: readonly SymbolicTensor[], { outputs }: Application): readonly (RunTime | undefined)[] {
    if (target.kind === "layer" && isOwnLayer(target)) {
        return runTimeOf(e, target, inputs.map(ranShape), outputs);
    }
    const doubtful = inputs.find(isDoubtful) ?? (target.kind === "model" ? target.outputs.find(isDoubtful) : undefined);
    const layer = doubtful?.runTime?.layer;
    if (!layer) {
        return none;
    }
    const ran = target.kind === "layer" ? ranShapes(target, inputs) : undefined;
    return outputs.map((_, index) => ({ shape: ran?.[index], layer }));
}

function isDoubtful({ runTime }: SymbolicTensor): boolean {
    return runTime !== undefined;
}

/** The shape that a run makes of it. */
export function ranShape(input: SymbolicTensor): Shape | undefined {
    return input.runTime ? input.runTime.shape : input.shape;
}

/** What a layer that was built for the declared shapes makes of the others. */
function ranShapes(layer: LayerValue, inputs: readonly SymbolicTensor[]): readonly (Shape | undefined)[] | undefined {
    const outcome = runOn(layer, inputs);
    return outcome?.kind === "outputs" ? outcome.shapes : undefined;
}

function runOn(layer: LayerValue, inputs: readonly SymbolicTensor[]) {
    const built = inputs.flatMap((input) => (input.shape ? [input.shape] : []));
    return layer.applicable.apply(inputs.map(ranShape), built.length === inputs.length ? built : unknownShapes, true);
}

/** What tfjs-layers 4.22.0 checks when a layer is applied to a symbolic tensor: src/engine/topology.ts, assertInputCompatibility. */
const checkedAtOnce: ReadonlySet<Fault["kind"]> = new Set(["input-rank", "input-undefined-axis", "input-size", "input-count"]);

/** Of the faults that a layer finds in the declared shapes of its inputs, those that do not wait for a run, or come in a run as well. */
export function surely(layer: LayerValue, inputs: readonly SymbolicTensor[], faults: readonly Fault[]): readonly Fault[] {
    if (faults.length === 0) {
        return faults;
    }
    const outcome = runOn(layer, inputs);
    const ran = outcome?.kind === "fault" ? outcome.faults : [];
    return faults.filter((fault) => (isCheckedAtOnce(fault) && !holdsAnother(layer)) || ran.some(({ kind }) => kind === fault.kind));
}

function isCheckedAtOnce(fault: Fault): boolean {
    return checkedAtOnce.has(fault.kind) && !(fault.kind === "input-rank" && fault.late);
}

/** Wrappers do not check what the layer in them takes. */
function holdsAnother({ given }: LayerValue): boolean {
    return (given?.options.all ?? []).some(({ datum }) => datum.kind === "layer");
}
