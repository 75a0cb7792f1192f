/** Keras-style calls. A name alone proves nothing: a value counts as a layer once its use leaves no doubt. */
import { isUnmistakable, kerasSpelling } from "../apis/keras.js";
import type { Datum } from "../catalogue/datum.js";
import { formatFromDeclared } from "../catalogue/deconvolution.js";
import type { Given, GivenOptions } from "../catalogue/read.js";
import { batch } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { Arguments } from "./arguments.js";
import { callUnknown } from "./unseen.js";
import { toArguments } from "./data.js";
import type { Evaluation } from "./evaluation.js";
import { layerFromCall, makeInput } from "./layers.js";
import { configuredShape, givenOf } from "./library.js";
import { makeFunctional, makeSequential } from "./models.js";
import { getProperty } from "./members.js";
import { dimOfValue, record, unknown, type CallNode, type LayerValue, type Value } from "./values.js";
import { dimOf } from "../catalogue/datum.js";

export function callKeras(e: Evaluation, name: string, args: Arguments, node: CallNode): Value {
    const [first, second] = args.values;
    if (args.open) {
        return callUnknown(e, args);
    }
    switch (name) {
        case "":
            return callUnknown(e, args);
        case "Input":
            return input(e, args, node);
        case "Sequential":
            return makeSequential(e, first, node, true);
        case "Model": {
            const config = second && first ? record({ inputs: first, outputs: second }) : first;
            return makeFunctional(e, config, node, true);
        }
        default:
            return layer(e, name, args, node) ?? callUnknown(e, args);
    }
}

/** `Input({shape: […]})` is a tensor only if it is used as one; anything else of that name is none of ours. */
function input(e: Evaluation, args: Arguments, node: CallNode): Value {
    const [first] = args.values;
    const positional = first?.kind === "array" && !first.open ? [batch, ...first.items.map(dimOfValue)] : undefined;
    const shape: Shape | undefined = positional ?? configuredShape(e, first, ["shape"], ["batchShape", "batch_shape"]);
    if (!shape) {
        return callUnknown(e, args);
    }
    const name = first?.kind === "object" ? getProperty(e, first, "name") : unknown;
    return makeInput(e, "Input", shape, node, { name: name.kind === "string" ? name.value : undefined, confirmed: false, given: givenOf(e, args, node) }).output;
}

function layer(e: Evaluation, name: string, args: Arguments, node: CallNode): LayerValue | undefined {
    const given = toArguments(e, args, node);
    const spelling = kerasSpelling(name, given);
    if (!spelling) {
        return undefined;
    }
    const adjust = (options: GivenOptions): GivenOptions => withFormat(e, withoutAmbiguity(options, given.map((one) => one.datum)), "dataFormat" in spelling.spec.options);
    return layerFromCall(e, spelling, name, args, node, { callable: true, confirmed: isUnmistakable(name), adjust });
}

/** `Conv2D(32, 3, 3)` is a kernel of 3×3 up to Keras 2, and a kernel and a stride of 3 in Keras 3. */
function withoutAmbiguity(given: GivenOptions, args: readonly Datum[]): GivenOptions {
    const [, kernel, stride] = args;
    const strides = given.options.get("strides");
    if (kernel?.kind !== "number" || stride?.kind !== "number" || strides?.datum !== stride || given.options.get("kernelSize")?.datum !== kernel) {
        return given;
    }
    const options = new Map(given.options);
    options.set("kernelSize", { datum: { kind: "unknown" }, spelling: "kernel_size", place: undefined });
    options.set("strides", { datum: { kind: "unknown" }, spelling: "strides", place: undefined });
    return { ...given, options };
}

const formats: Readonly<Record<string, string>> = {
    th: "channelsFirst",
    tf: "channelsLast",
    channels_first: "channelsFirst",
    channels_last: "channelsLast",
};

/**
 * The data format in canonical words. Where the call does not say, it is what the settings or the program's own
 * deconvolutions say; otherwise it is not known.
 */
function withFormat(e: Evaluation, given: GivenOptions, hasFormat: boolean): GivenOptions {
    const said = given.options.get("dataFormat");
    if (said) {
        const word = said.datum.kind === "string" ? said.datum.value : undefined;
        const format = word === undefined ? undefined : Object.hasOwn(formats, word) ? formats[word] : word;
        return format === undefined || word === "default" ? replaced(given, unstated(e)) : replaced(given, { ...said, datum: { kind: "string", value: format } });
    }
    return hasFormat ? replaced(given, unstated(e, given)) : given;
}

function replaced(given: GivenOptions, dataFormat: Given): GivenOptions {
    return { ...given, options: new Map(given.options).set("dataFormat", dataFormat) };
}

function unstated(e: Evaluation, given?: GivenOptions): Given {
    const format = e.options.dataFormat;
    if (!format) {
        e.formatNeeded = true;
        const pinned = given && pinnedBy(given);
        if (pinned) {
            e.pinnedFormats.add(pinned);
        }
    }
    return { datum: format ? { kind: "string", value: format } : { kind: "unknown" }, spelling: "dim_ordering", place: undefined };
}

/** A full declared shape that holds the number of filters at one end only tells the format that the program is written for. */
function pinnedBy(given: GivenOptions) {
    const declared = given.options.get("outputShape")?.datum;
    const filters = given.options.get("filters")?.datum;
    if (declared?.kind !== "list" || !filters || declared.items.length < 4) {
        return undefined;
    }
    return formatFromDeclared(declared.items.map(dimOf), dimOf(filters));
}
