/** The user's own layers: classes that extend tf.layers.Layer. Their computeOutputShape is run on the input's shape. */
import type { Outcome } from "../layers/spec.js";
import { constant, unknown as unknownDim, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { plainArguments } from "./arguments.js";
import { callValue } from "./calls.js";
import type { Evaluation } from "./evaluation.js";
import { configuredShape } from "./library.js";
import { getProperty } from "./members.js";
import { array, birth, dimOfValue, shapeValue, unknown, type CallNode, type ClassValue, type LayerValue, type ObjectValue, type Value } from "./values.js";

export function isLayerBase(base: Value | undefined): boolean {
    return base?.kind === "library" && (base.path === "layers.Layer" || base.path === "Layer" || base.path === "layers.RNNCell");
}

export function makeCustomLayer(e: Evaluation, instance: ObjectValue, target: ClassValue, node: CallNode): LayerValue {
    const config = instance.fields.get("#config")?.value;
    const inputShape = configuredShape(e, config, ["inputShape"], ["batchInputShape"]);
    const name = config?.kind === "object" ? getProperty(e, config, "name") : unknown;
    const made: LayerValue = {
        kind: "layer",
        born: birth(),
        applicable: {
            layer: undefined,
            apply: (inputs) => outputOf(e, instance, target, inputs, node),
            params: (): Dim | undefined => (hasWeights(target) ? undefined : constant(0)),
        },
        node,
        module: e.module,
        type: target.name === "" ? "Layer" : target.name,
        name: name.kind === "string" ? name.value : undefined,
        spelling: undefined,
        inputShape,
        hasInputShape: inputShape ? true : undefined,
        isInput: false,
        confirmed: true,
        applications: [],
        instance,
        callable: false,
        given: undefined,
        unread: [],
    };
    e.record({ kind: "layer", layer: made });
    return made;
}

function hasWeights(target: ClassValue): boolean {
    for (let at: Value | undefined = target; at?.kind === "class"; at = at.base) {
        if (at.prototype.fields.has("build") || at.construct) {
            // Weights may also be made in a constructor; without one there is no place for them.
            if (at.prototype.fields.has("build")) {
                return true;
            }
        }
    }
    return false;
}

function methodOf(target: ClassValue, name: string): Value | undefined {
    for (let at: Value | undefined = target; at?.kind === "class"; at = at.base) {
        const field = at.prototype.fields.get(name);
        if (field) {
            return field.value;
        }
    }
    return undefined;
}

/** As tfjs-layers 4.22.0 src/engine/topology.ts, Layer.apply: build, then computeOutputShape; one shape for one input, a list for several. */
function outputOf(e: Evaluation, instance: ObjectValue, target: ClassValue, inputs: readonly (Shape | undefined)[], node: CallNode): Outcome {
    // Each call gets a list of its own: what one does to it is not the other's affair.
    const argument = (): Value => {
        const shapes = inputs.map((shape) => (shape ? shapeValue(shape) : unknown));
        return shapes.length === 1 ? (shapes[0] ?? unknown) : array(shapes);
    };
    const build = methodOf(target, "build");
    if (build) {
        callValue(e, build, instance, plainArguments([argument()]), node);
    }
    const compute = methodOf(target, "computeOutputShape");
    if (!compute) {
        return undefined;
    }
    return toOutcome(callValue(e, compute, instance, plainArguments([argument()]), node));
}

function toOutcome(value: Value): Outcome {
    if (value.kind !== "array" || value.open) {
        return undefined;
    }
    const several = value.items.length > 0 && value.items.every((item) => item.kind === "array");
    if (!several) {
        return { kind: "outputs", shapes: [toShape(value.items)], list: false };
    }
    const shapes = value.items.map((item) => (item.kind === "array" && !item.open ? toShape(item.items) : undefined));
    return { kind: "outputs", shapes, list: shapes.length > 1 };
}

function toShape(items: readonly Value[]): Shape {
    return items.map((item) => {
        const dim = dimOfValue(item);
        // A fraction or NaN is the author's mistake, but not one of shapes we can name.
        return dim.kind === "constant" && dim.value < 0 ? unknownDim : dim;
    });
}
