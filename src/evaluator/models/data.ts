/** Values as the catalogue takes them: a picture of what was passed, with a note of where it stands. */
import { someNumberDatum, unknownDatum, type Datum, type Openness } from "../../catalogue/datum.js";
import { type Given, given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import type { Argument } from "../../apis/spelling.js";
import { constant } from "../../shapes/dim.js";
import type { Arguments } from "../arguments.js";
import type { Evaluation, Place } from "../evaluation.js";
import { lengthOf } from "../making.js";
import { getProperty } from "../members.js";
import { asLayer, isSurely } from "./layers.js";
import { modelApplicable } from "./models.js";
import type { ArrayValue, CallNode, LayerValue, ModelValue, Node, ObjectValue, Seen, TensorValue, Value } from "../values.js";

const longest = 100_000;
const deepest = 20;

/** Lists and records that hold others, while a picture is taken: what stands in many places is looked at once. */
interface Album {
    depth: number;
    /** How many data the finished ones hold, each counted wherever it stands but next to itself. */
    readonly weights: Map<Datum, number>;
    readonly known: Map<Value, Datum>;
}

function newAlbum(): Album {
    return { depth: 0, weights: new Map<Datum, number>(), known: new Map<Value, Datum>() };
}

export function toDatum(e: Evaluation, value: Value, album?: Album): Datum {
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
            if (value.gist?.each) {
                return anyNumber(e, value.gist.each, lengthOf(value), album);
            }
            if (value.open || value.items.length > longest) {
                return unseenItems(value);
            }
            return kept(e, value, album);
        case "object":
            return objectDatum(e, value, album);
        case "tensor":
            return value.seen ? seenDatum(value, value.seen) : { kind: "tensor", shape: value.shape, symbolic: false, dtype: value.dtype, values: value.values };
        case "symbolic":
            return { kind: "tensor", shape: value.shape, symbolic: true };
        case "layer":
            return layerDatum(e, value);
        case "model":
            return appliedDatum(value, modelApplicable(e, value));
        case "function":
        case "builtin":
            return { kind: "other", what: "function" };
        case "class":
            return { kind: "other", what: "class" };
        case "map":
            return { kind: "other", what: value.set ? "set" : "map" };
        case "dataset":
            return { kind: "other", what: "dataset" };
        case "promise":
            return { kind: "other", what: "promise" };
        case "library":
        case "keras":
        case "maybe":
            return unknownDatum;
        case "unknown":
            return value.isNumber ? someNumberDatum : unknownDatum;
    }
}

/** A list of such items, perhaps as many as nobody knows: it may even be an item of itself. */
function anyNumber(e: Evaluation, each: Value, length: number | undefined, album = newAlbum()): Datum {
    if (album.depth >= deepest) {
        return unknownDatum;
    }
    album.depth++;
    const datum = listOf(toDatum(e, each, album), length);
    album.depth--;
    return datum;
}

function listOf(each: Datum, length: number | undefined): Datum {
    return length === undefined ? { kind: "unknown", each } : { kind: "unknown", each, length: constant(length) };
}

/** A typed array holds numbers; what another list holds, where its items are not in sight, may be lists as well. */
function unseenItems(list: ArrayValue): Datum {
    const { elements } = list;
    const length = lengthOf(list);
    if (length === undefined || (elements === undefined && length > longest)) {
        return unknownDatum;
    }
    return elements === undefined ? { kind: "list", items: new Array<Datum>(length).fill(unknownDatum) } : { kind: "numbers", length: constant(length), elements };
}

function layerDatum(e: Evaluation, layer: LayerValue): Datum {
    e.handedOn.set(layer.applicable, layer);
    return appliedDatum(layer, layer.applicable);
}

function appliedDatum(target: LayerValue | ModelValue, layer: object): Datum {
    return isSurely(target) ? { kind: "layer", layer } : { kind: "unknown", perhaps: layer };
}

/** What a caller passes may be a size, but also a list, a string, a tensor… It is a size where a size is asked for. */
function parameterDatum(value: Value & { kind: "parameter" }): Datum {
    return { kind: "parameter", dim: value.dim, axes: (axis) => axisOf(value.fields.get("shape"), axis) };
}

function seenDatum({ shape, dtype }: TensorValue, seen: Seen): Datum {
    return { kind: "tensor", shape, symbolic: false, dtype, axes: (axis) => axisOf(seen.get("shape"), axis) };
}

/** The size of one axis of a tensor whose rank is not known: the symbol that reading its shape there gives. */
function axisOf(shape: Value | undefined, axis: number) {
    const field = shape?.kind === "parameter" ? shape.fields.get(String(axis)) : undefined;
    return field?.kind === "parameter" ? field.dim : undefined;
}

/** A list or record, unless it goes too deep or holds too much: then nothing is known of it. */
function kept(e: Evaluation, value: ArrayValue | ObjectValue, album: Album | undefined): Datum {
    const before = album?.known.get(value);
    if (before) {
        return before;
    }
    e.spend((value.kind === "array" ? value.items.length : value.fields.size) >> 6);
    if (!album && value.kind === "array" && value.items.every(isScalar)) {
        return listDatum(e, value, undefined);
    }
    const own = album ?? newAlbum();
    if (own.depth >= deepest) {
        return unknownDatum;
    }
    own.depth++;
    const whole = value.kind === "array" ? listDatum(e, value, own) : recordDatum(e, value, own);
    own.depth--;
    if (own.depth === 0 && own.weights.size === 0) {
        return whole;
    }
    const weight = weightOf(whole, own.weights);
    const datum = weight > longest ? unknownDatum : whole;
    own.weights.set(datum, weight);
    own.known.set(value, datum);
    return datum;
}

/** Of these no list is too deep: shapes, strides, axes. */
function isScalar({ kind }: Value): boolean {
    return kind === "number" || kind === "size" || kind === "parameter" || kind === "string" || kind === "null" || kind === "boolean" || kind === "undefined" || kind === "unknown";
}

function listDatum(e: Evaluation, { items, elements }: ArrayValue, album: Album | undefined): Datum {
    const data: Datum[] = new Array<Datum>(items.length);
    for (let index = 0; index < items.length; index++) {
        const item = items[index];
        data[index] = item ? toDatum(e, item, album) : unknownDatum;
    }
    return elements === undefined ? { kind: "list", items: data } : { kind: "list", items: data, elements };
}

function recordDatum(e: Evaluation, value: ObjectValue, album: Album): Datum {
    const fields = new Map<string, Datum>();
    for (const [name, field] of value.fields) {
        fields.set(name, field.getter ? unknownDatum : toDatum(e, field.value, album));
    }
    return { kind: "record", fields, open: mayHoldMore(value) };
}

function weightOf(datum: Datum, weights: ReadonlyMap<Datum, number>): number {
    let weight = 1;
    let last: Datum | undefined;
    for (const item of datum.kind === "list" ? datum.items : datum.kind === "record" ? datum.fields.values() : []) {
        if (item !== last) {
            weight += weights.get(item) ?? 1;
        }
        last = item;
    }
    return weight;
}

function objectDatum(e: Evaluation, value: ObjectValue, album: Album | undefined): Datum {
    const layer = asLayer(value);
    if (layer?.kind === "layer") {
        return layerDatum(e, layer);
    }
    if (layer) {
        return appliedDatum(layer, modelApplicable(e, layer));
    }
    if (value.class || value.generating) {
        return { kind: "other", what: "object" };
    }
    return kept(e, value, album);
}

/** Further fields may be there that were not seen, or that a prototype gives. */
function mayHoldMore({ open, proto }: ObjectValue): Openness {
    return (proto !== undefined && proto.kind !== "null") || open;
}

/** The arguments of a call, for an API to sort into options. */
export function toArguments(e: Evaluation, args: Arguments, node: CallNode): Argument[] {
    const [first] = args.values;
    return first && args.values.length === 1 ? [toArgument(e, first, args.nodes[0], args, node)] : args.values.map((value, index) => toArgument(e, value, args.nodes[index], args, node));
}

/** Where an argument stands: in the call, or in a list that is spread into it. */
export function holderOf(node: Node, { lists }: Arguments, call: CallNode): Node {
    return lists?.find(({ elements }) => elements.some((element) => element === node)) ?? call;
}

/** The fields of an argument stand beside it, with their places. */
const noFields: ReadonlyMap<string, Datum> = new Map();

const closedRecord: Datum = { kind: "record", fields: noFields, open: false };

function toArgument(e: Evaluation, value: Value, from: Node | undefined, args: Arguments, holder: CallNode): Argument {
    const plain = value.kind === "object" && !value.class && !value.layer ? value : undefined;
    if (!plain) {
        return new PlacedArgument(toDatum(e, value), undefined, from, args, holder);
    }
    const fields: Given[] = new Array<Given>(plain.fields.size);
    let index = 0;
    // Not by its entries, each of which would be a list of its own.
    plain.fields.forEach((field, name) => {
        fields[index++] = new FieldGiven(name, toDatum(e, field.getter ? getProperty(e, plain, name) : field.value), field.node, plain.node ?? holder);
    });
    const open = mayHoldMore(plain);
    return new PlacedArgument(open === false ? closedRecord : { kind: "record", fields: noFields, open }, new OptionList(fields), from, args, holder);
}

/** Where an argument stands is put together for those that are pointed at, as for the fields of an object. */
class PlacedArgument implements Argument {
    constructor(
        readonly datum: Datum,
        readonly fields: OptionList | undefined,
        private readonly node: Node | undefined,
        private readonly args: Arguments,
        private readonly call: CallNode,
    ) {}

    get place(): Place | undefined {
        const { node, args, call } = this;
        return node && { node, property: undefined, holder: holderOf(node, args, call) };
    }
}

/** A field of an object. Of thousands of them hardly any is pointed at: where it stands is put together for those. */
class FieldGiven implements Given {
    constructor(
        readonly name: string,
        readonly datum: Datum,
        readonly node: Node | undefined,
        private readonly holder: Node,
    ) {}

    get spelling(): string {
        return this.name;
    }

    get place(): Place | undefined {
        const { node, holder } = this;
        return node && { node: node.type === "Property" ? node.value : node, property: node, holder };
    }
}

/** Whether options of the same names come from the same places in the source. */
export function standAtTheSame(a: GivenOptions, b: GivenOptions): boolean {
    return a.options.all.every((own, index) => standsAtTheSame(own, b.options.all[index]));
}

function standsAtTheSame(a: Given, b: Given | undefined): boolean {
    if (a instanceof FieldGiven && b instanceof FieldGiven) {
        return a.node === b.node;
    }
    // Only the evaluator makes places.
    return !a.elements && !b?.elements && (a.place as Place | undefined)?.node === (b?.place as Place | undefined)?.node;
}

/** What a fix under trial says instead of the source. */
export function overridden(e: Evaluation, node: CallNode, given: GivenOptions): GivenOptions {
    const overrides = e.options.overrides?.get(node);
    if (!overrides) {
        return given;
    }
    const yielding = e.options.yielding?.get(node);
    const changed = [...overrides].flatMap(([name, datum]) => (name === yielding && given.options.has(name) ? [] : [toGiven(name, datum, given.options.get(name)?.place)]));
    return { options: given.options.with(...changed), open: given.open };
}
