/** The program's own layers: classes that extend tf.layers.Layer. Their methods are run on the inputs' shapes. */
import { atCall } from "../../catalogue/fault.js";
import type { Outcome } from "../../layers/spec.js";
import { compare, identical, unknown as unknownDim } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import { plainArguments, type Arguments } from "../arguments.js";
import { callValue } from "../calls.js";
import type { Evaluation } from "../evaluation.js";
import { configField, countWeights, weightShapes } from "./layer-base.js";
import { bodyOf, noteBody, runBody, tensorsIn, tryBody } from "./layer-bodies.js";
import { isFloatTensor } from "./dtypes.js";
import { unlinked } from "./applying.js";
import { lacks } from "./missing.js";
import { reportLayer } from "./reporting.js";
import { ranShape } from "./run-time.js";
import { configuredShape } from "./library.js";
import { getProperty } from "../members.js";
import { array, boolean, dimOfValue, newLayer, object, shapeValue, unknown } from "../making.js";
import type { ClassValue, LayerValue, ObjectValue, RunTime, SymbolicTensor, Value } from "../values.js";

/** The program's own layer with the object behind it. */
export type OwnLayer = LayerValue & { readonly instance: ObjectValue };

export function isOwnLayer(layer: LayerValue): layer is OwnLayer {
    return layer.instance !== undefined;
}

export function makeCustomLayer(e: Evaluation, instance: ObjectValue, target: ClassValue, { node, module }: NonNullable<ObjectValue["made"]>): LayerValue {
    const config = instance.fields.get(configField)?.value;
    const inputShape = configuredShape(e, config, ["inputShape"], ["batchInputShape"]);
    const name = config?.kind === "object" ? getProperty(e, config, "name") : unknown;
    const plain = newLayer({
        applicable: {
            layer: undefined,
            // For models and wrappers that hold it.
            apply: (inputs, _built, eager = false) => (eager ? ranOutcome(e, made, inputs) : declaredOutcome(e, made, inputs)),
            params: () => countWeights(instance),
            weights: () => weightShapes(instance),
        },
        node,
        module,
        type: target.name === "" ? "Layer" : target.name,
        name: name.kind === "string" ? name.value : undefined,
        spelling: undefined,
        inputShape,
        hasInputShape: inputShape ? true : undefined,
        isInput: false,
        confirmed: true,
        callable: false,
        given: undefined,
        unread: [],
    });
    const made: OwnLayer = Object.assign(plain, { instance, bodies: [], takesFloats: undefined });
    e.record(made);
    if (lacks(config, "name") && isNameless(target)) {
        reportLayer(e, made, { kind: "option-missing", option: "static className", at: atCall }, node);
    }
    return made;
}

/** tfjs-layers 4.22.0 src/engine/topology.ts, Layer's constructor: what is given no name is called after its class, as the class says that itself. */
function isNameless(target: ClassValue): boolean {
    let at: Value | undefined = target;
    for (; at?.kind === "class"; at = at.base) {
        const { statics, prototype } = at;
        if (statics.open || prototype.open || statics.fields.has("className") || prototype.fields.has("getClassName")) {
            return false;
        }
    }
    return true;
}

export function methodOf(target: ClassValue | undefined, name: string): Value | undefined {
    for (let at: Value | undefined = target; at?.kind === "class"; at = at.base) {
        const field = at.prototype.fields.get(name);
        if (field) {
            return field.value;
        }
    }
    return undefined;
}

const builtField = "# built";

/** `build` is run when a layer is first applied, with one shape for one input and a list for several. */
function build(e: Evaluation, { instance, node }: OwnLayer, inputs: readonly (Shape | undefined)[]): void {
    if (instance.fields.get(builtField)?.value.kind === "boolean") {
        return;
    }
    e.heap.touch(instance);
    instance.fields.set(builtField, { value: boolean(true), node: undefined });
    const method = methodOf(instance.class, "build");
    if (method) {
        callValue(e, method, instance, plainArguments([shapesValue(inputs)]), node);
    }
}

/** Each call gets a list of its own: what one does to it is not the other's affair. */
function shapesValue(inputs: readonly (Shape | undefined)[]): Value {
    const shapes = inputs.map(shapeValue);
    return shapes.length === 1 ? (shapes[0] ?? unknown) : array(shapes);
}

function declaredOutcome(e: Evaluation, layer: OwnLayer, inputs: readonly (Shape | undefined)[]): Outcome {
    layer.takesFloats = false;
    noteBody(e, layer, inputs);
    return declare(e, layer, inputs);
}

export function applySymbolically(e: Evaluation, layer: OwnLayer, inputs: readonly SymbolicTensor[]): Outcome {
    layer.takesFloats = layer.takesFloats !== false && inputs.every(isFloatTensor);
    noteBody(e, layer, inputs.map(ranShape));
    return declare(e, layer, inputs.map((input) => input.shape));
}

/**
 * As tfjs-layers 4.22.0 src/engine/topology.ts, Layer.apply to symbolic tensors: build, then computeOutputShape, which
 * gives the input's shape back where the class has none.
 */
function declare(e: Evaluation, layer: OwnLayer, inputs: readonly (Shape | undefined)[]): Outcome {
    const { instance, node } = layer;
    build(e, layer, inputs);
    const compute = instance.fields.get("computeOutputShape")?.value ?? methodOf(instance.class, "computeOutputShape");
    if (!compute) {
        return isFromBase(instance) ? { kind: "outputs", shapes: inputs, list: inputs.length > 1 } : undefined;
    }
    return toOutcome(callValue(e, compute, instance, plainArguments([shapesValue(inputs)]), node));
}

/** Whether what the classes in sight do not have is the library's. */
function isFromBase({ open, class: target }: ObjectValue): boolean {
    return !open && target !== undefined;
}

/** What comes out when a model that holds the layer is run. */
function ranOutcome(e: Evaluation, layer: OwnLayer, inputs: readonly (Shape | undefined)[]): Outcome {
    build(e, layer, inputs);
    const shapes = tensorsIn(runBody(e, layer, inputs));
    return shapes && { kind: "outputs", shapes, list: shapes.length > 1 };
}

/** `layer.apply(tensor)`: as tfjs-layers 4.22.0 src/engine/topology.ts, Layer.apply, a list of one is that one. */
export function applyEagerly(e: Evaluation, layer: OwnLayer, args: Arguments, inputs: readonly (Shape | undefined)[]): Value {
    build(e, layer, inputs);
    const [input = unknown, kwargs] = args.values;
    const body = bodyOf(layer);
    const value = body ? callValue(e, body, layer.instance, plainArguments([input, kwargs ?? object()]), layer.node) : input;
    const only = value.kind === "array" && !value.open && value.items.length === 1 ? value.items[0] : undefined;
    const outputs = tensorsIn(value);
    e.record(unlinked(layer, inputs, outputs ?? []));
    return only ?? value;
}

/**
 * What will come out when the model is run, where that is not what the layer declares: `call` makes something else, or
 * there is nothing but the default to go by.
 */
export function runTimeOf(e: Evaluation, layer: OwnLayer, inputs: readonly (Shape | undefined)[], declared: readonly (Shape | undefined)[]): readonly (RunTime | undefined)[] {
    if (!bodyOf(layer)) {
        return [];
    }
    const isStated = methodOf(layer.instance.class, "computeOutputShape") !== undefined;
    const ran = tryBody(e, layer, inputs);
    return declared.map((shape, index) => {
        const made = ran?.length === declared.length ? ran[index] : undefined;
        const isTrusted = isStated ? !isOther(shape, made) : isAsDeclared(shape, made);
        return isTrusted ? undefined : { shape: made, layer };
    });
}

/** Whether a run certainly makes another shape than declared. A size that is null there may be any. */
function isOther(declared: Shape | undefined, made: Shape | undefined): boolean {
    return declared !== undefined && made !== undefined && (declared.length !== made.length || declared.some((dim, axis) => dim.kind !== "batch" && compare(dim, made[axis] ?? unknownDim) === "different"));
}

function isAsDeclared(declared: Shape | undefined, made: Shape | undefined): boolean {
    return declared !== undefined && declared.length === made?.length && declared.every((dim, axis) => dim.kind === "batch" || identical(dim, made[axis] ?? unknownDim));
}

function toOutcome(value: Value): Outcome {
    if (value.kind !== "array" || value.open) {
        return undefined;
    }
    if (value.items.length > 0 && value.items.every(({ kind }) => kind === "unknown" || kind === "parameter")) {
        // Sizes or shapes.
        return undefined;
    }
    const several = value.items.length > 0 && value.items.every((item) => item.kind === "array");
    if (!several) {
        return { kind: "outputs", shapes: [toShape(value.items)], list: false };
    }
    const shapes = value.items.map((item) => (item.kind === "array" && !item.open ? toShape(item.items) : undefined));
    return { kind: "outputs", shapes, list: true };
}

function toShape(items: readonly Value[]): Shape {
    return items.map((item) => {
        const dim = dimOfValue(item);
        // A fraction or NaN is the author's mistake, but not one of shapes we can name.
        return dim.kind === "constant" && dim.value < 0 ? unknownDim : dim;
    });
}
