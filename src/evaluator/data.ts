/** Values as the catalogue takes them: a picture of what was passed, with a note of where it stands. */
import { unknownDatum, type Datum } from "../catalogue/datum.js";
import type { GivenOptions } from "../catalogue/read.js";
import type { Argument } from "../apis/spelling.js";
import { constant } from "../shapes/dim.js";
import type { Arguments } from "./arguments.js";
import type { Evaluation, Place } from "./evaluation.js";
import { asLayer } from "./layers.js";
import { modelApplicable } from "./models.js";
import type { CallNode, Node, ObjectValue, Value } from "./values.js";

const longest = 100_000;

export function toDatum(e: Evaluation, value: Value, depth = 0): Datum {
    if (depth > 20) {
        return unknownDatum;
    }
    switch (value.kind) {
        case "undefined":
        case "null":
        case "number":
        case "string":
        case "boolean":
            return value;
        case "size":
            return value.dim.kind === "unknown" ? unknownDatum : value;
        case "parameter":
            return parameterDatum(value);
        case "array":
            if (value.open || value.items.length > longest) {
                return value.length === undefined ? unknownDatum : { kind: "numbers", length: constant(value.length) };
            }
            e.spend(value.items.length >> 3);
            return { kind: "list", items: value.items.map((item) => toDatum(e, item, depth + 1)) };
        case "object":
            return objectDatum(e, value, depth);
        case "tensor":
            return { kind: "tensor", shape: value.shape, symbolic: false, ...(value.axes ? { axes: value.axes } : {}) };
        case "symbolic":
            return { kind: "tensor", shape: value.shape, symbolic: true };
        case "layer":
            return { kind: "layer", layer: value.applicable };
        case "model":
            return { kind: "layer", layer: modelApplicable(value) };
        case "function":
        case "builtin":
            return { kind: "other", what: "function" };
        case "class":
            return { kind: "other", what: "class" };
        case "map":
            return { kind: "other", what: value.set ? "set" : "map" };
        case "promise":
            return { kind: "other", what: "promise" };
        case "library":
        case "keras":
        case "maybe":
        case "unknown":
            return unknownDatum;
    }
}

/** What a caller passes may be a size, but also a list, a string, a tensor… It is a size where a size is asked for. */
function parameterDatum(value: Value & { kind: "parameter" }): Datum {
    return { kind: "parameter", dim: value.dim, axes: (axis) => axisOf(value, axis) };
}

/** The size of one axis of a tensor that a caller passes: the symbol that reading its shape there gives. */
function axisOf(value: Value & { kind: "parameter" }, axis: number) {
    const shape = value.fields.get("shape");
    const field = shape?.kind === "parameter" ? shape.fields.get(String(axis)) : undefined;
    return field?.kind === "parameter" ? field.dim : undefined;
}

function objectDatum(e: Evaluation, value: ObjectValue, depth: number): Datum {
    const layer = asLayer(value);
    if (layer?.kind === "layer") {
        return { kind: "layer", layer: layer.applicable };
    }
    if (value.class) {
        return { kind: "other", what: "object" };
    }
    const fields = new Map<string, Datum>();
    for (const [name, field] of value.fields) {
        fields.set(name, field.getter ? unknownDatum : toDatum(e, field.value, depth + 1));
    }
    return { kind: "record", fields, open: mayHoldMore(value) };
}

/** Further fields may be there that were not seen, or that a prototype gives. */
function mayHoldMore({ open, proto }: ObjectValue): boolean {
    return open || (proto !== undefined && proto.kind !== "null");
}

/** The arguments of a call, for an API to sort into options. */
export function toArguments(e: Evaluation, args: Arguments, node: CallNode): Argument[] {
    return args.values.map((value, index) => toArgument(e, value, args.nodes[index], node));
}

/** The fields of an argument stand beside it, with their places. */
const noFields: ReadonlyMap<string, Datum> = new Map();

function toArgument(e: Evaluation, value: Value, from: Node | undefined, holder: CallNode): Argument {
    const place: Place | undefined = from && { node: from, property: undefined, holder };
    const plain = value.kind === "object" && !value.class && !value.layer ? value : undefined;
    if (!plain) {
        return { datum: toDatum(e, value), place };
    }
    const fields = new Map<string, { datum: Datum; place: Place | undefined }>();
    for (const [name, field] of plain.fields) {
        const node = field.node;
        const valueNode = node?.type === "Property" ? node.value : node;
        fields.set(name, {
            datum: field.getter ? unknownDatum : toDatum(e, field.value),
            place: node && valueNode && { node: valueNode, property: node, holder: plain.node ?? holder },
        });
    }
    return { datum: { kind: "record", fields: noFields, open: mayHoldMore(plain) }, place, fields };
}

/** What a fix under trial says instead of the source. */
export function overridden(e: Evaluation, node: CallNode, given: GivenOptions): GivenOptions {
    const overrides = e.options.overrides?.get(node);
    if (!overrides) {
        return given;
    }
    const options = new Map(given.options);
    for (const [name, datum] of overrides) {
        options.set(name, { datum, spelling: name, place: options.get(name)?.place });
    }
    return { options, open: given.open };
}
