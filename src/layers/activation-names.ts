/** Which activation a layer ends with. */
import type { Option } from "../catalogue/options.js";
import { reader } from "../catalogue/readers.js";
import { compare, constant, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { atCall, atOption, type Fault } from "../catalogue/fault.js";
import type { Layer } from "./engine.js";

const name = reader<string | undefined>("the name of an activation", undefined, (datum) => (datum.kind === "string" ? camelCase(datum.value) : undefined));

/** Its name in camel case; undefined where it is not known, or is no name. It has no part in shapes. */
export function activationOption(fallback?: string): Option<string | undefined> {
    return { reader: name, required: false, fallback, effect: false };
}

/** Keras' names have underscores. */
function camelCase(word: string): string {
    return !word.includes("_") ? word : word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Layers that are an activation by themselves. */
const layers: Readonly<Record<string, string>> = { ReLU: "relu", LeakyReLU: "leakyRelu", ELU: "elu", PReLU: "prelu", ThresholdedReLU: "thresholdedRelu", Softmax: "softmax" };

/** "linear" where there is none; undefined where it cannot be told. */
export function activationOf({ spec, values }: Layer): string | undefined {
    // The readers of every option of this name are the one above, or give undefined.
    return layers[spec.name] ?? (values["activation"] as string | undefined);
}

/** A softmax over one element is 1, whatever goes in. It works along the last axis: tfjs-core 4.22.0 src/ops/softmax.ts. */
export function checkSoftmax(layer: Layer, output: Shape | undefined): Fault | undefined {
    const size = output?.at(-1);
    // Of the layers of a model hardly any ends in one element: the others are done with.
    if (!output || !size || (size.kind === "constant" && size.value !== 1) || compare(size, constant(1)) !== "equal" || activationOf(layer) !== "softmax" || !isAlongLast(layer, output.length)) {
        return undefined;
    }
    return { kind: "single-softmax", output, at: layer.spec.options["activation"] ? atOption("activation") : atCall };
}

/** A layer of its own may be told another axis. */
function isAlongLast({ values }: Layer, rank: number): boolean {
    const axes = values["axis"] as readonly Dim[] | undefined;
    const [axis] = axes ?? [];
    return axes?.length !== 1 || axis === undefined ? !("axis" in values) : [-1, rank - 1].some((last) => compare(axis, constant(last)) === "equal");
}
