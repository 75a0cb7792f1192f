/** `model.compile({ loss, … })`: which loss each output of the model gets. */
import type { Arguments } from "./arguments.js";
import type { Evaluation } from "./evaluation.js";
import { iterate } from "./iteration.js";
import { getProperty } from "./members.js";
import { undefinedValue, type Compilation, type Loss, type ModelValue, type SymbolicTensor, type Value } from "./values.js";

const unknownLoss: Loss = { kind: "unknown" };

export function compile(e: Evaluation, model: ModelValue, args: Arguments): void {
    const [config = undefinedValue] = args.values;
    e.heap.touch(model);
    model.compiled = args.open || config.kind !== "object" ? { kind: "unknown" } : compilation(e, model, getProperty(e, config, "loss"));
}

/** As tfjs-layers 4.22.0 src/engine/training.ts, LayersModel.compile. */
function compilation(e: Evaluation, model: ModelValue, given: Value): Compilation {
    if (model.open) {
        return { kind: "unknown" };
    }
    switch (given.kind) {
        case "array": {
            const losses = given.open ? undefined : iterate(e, given);
            return losses?.length === model.outputs.length ? { kind: "known", losses: losses.map(lossOf) } : { kind: "unknown" };
        }
        case "object":
            return { kind: "known", losses: model.outputs.map((output) => lossFor(e, given, output)) };
        case "string":
        case "function":
        case "library":
            return { kind: "known", losses: model.outputs.map(() => lossOf(given)) };
        default:
            return { kind: "unknown" };
    }
}

/** In a map the losses stand under the names of the layers that make the outputs. */
function lossFor(e: Evaluation, given: Value & { kind: "object" }, output: SymbolicTensor): Loss {
    const name = output.producer?.target.name;
    return name === undefined ? unknownLoss : lossOf(getProperty(e, given, name));
}

function lossOf(value: Value): Loss {
    switch (value.kind) {
        case "string":
            return { kind: "named", name: value.value };
        case "library":
            return { kind: "exported", path: value.path };
        default:
            return unknownLoss;
    }
}
