/** Tensor operations, as functions of the library and as methods of tensors. */
import { layerForOperation } from "../../apis/layer-for-operation.js";
import { tfjsMethod } from "../../apis/tfjs-ops.js";
import { unknownDatum, type Datum } from "../../catalogue/datum.js";
import { atOption, type Fault } from "../../catalogue/fault.js";
import { type Given, given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import { optionNames } from "../../catalogue/read.js";
import { applyOp } from "../../ops/engine.js";
import { required } from "../../catalogue/options.js";
import { variable } from "../../ops/creation.js";
import { checkSameDtype } from "../../ops/dtypes.js";
import { asTensor, sameShape } from "../../ops/outcome.js";
import { numbersOrTexts } from "../../ops/readers.js";
import { op, type OpOutcome, type OpSpec, type OutputDtype, type TensorArgument } from "../../ops/spec.js";
import { compareShapes, type Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import { holderOf, overridden, toArguments, toDatum } from "./data.js";
import { mayBeExtended } from "../changing.js";
import type { Evaluation, Place } from "../evaluation.js";
import { comesFromInput } from "./graph-faults.js";
import { pointedAt, reportCall } from "./reporting.js";
import { checkHasMethod, checkListMethod } from "./results.js";
import { variableMadeAt, watchedThrough } from "./watched.js";
import { wholeGist } from "../gist.js";
import { memberOf } from "../members.js";
import { callUnknown } from "../unseen.js";
import { array, namedNumber, openArray, promise, record, shapeValue, sizeValue, tensor, tensorWith, truth, typed, undefinedValue, unknown } from "../making.js";
import type { ArrayValue, CallNode, Node, Seen, SymbolicTensor, TensorValue, Value, Watched } from "../values.js";
import { constant, multiply } from "../../shapes/dim.js";

/** `tf.add(a, b)`, `a.add(b)`. `type`: its name, without that of its namespace. */
export function runOperation(e: Evaluation, spec: OpSpec, type: string, args: Arguments, node: CallNode): Value {
    const given = overridden(e, node, givenOf(e, spec, args, node));
    const call = applyOp(spec, given, e.isRepeated ? e.calls : undefined);
    if (args.values.some(isOfModel) && call.faults.every(isOfShapes)) {
        checkValues(e, spec, type, args, node);
        return unknown;
    }
    const { outcome, dtype, stuck, faults, advice } = call;
    e.record({ kind: "operation", node, type, given, inputs: tensorShapes(args.values), outputs: outputShapes(outcome) });
    if (e.heap.tries > 0 && (args.open || args.values.some(({ kind }) => kind === "unknown" || kind === "parameter"))) {
        e.heap.risk();
    }
    for (const fault of advice ? [...faults, advice] : faults) {
        reportCall(e, node, type, fault, { given, inputs: args.values });
    }
    const isVariable = spec === variable;
    const made = valueOf(outcome, dtype, isVariable ? (isTrained(e, args) ? variableMadeAt(e, node) : undefined) : watchedThrough(e, spec.name, args, stuck));
    if (outcome?.kind === "tensor" && outcome.likeFirst && made.kind === "tensor") {
        made.seen = seenOf(args.values[0]);
    }
    const written = call.values && made.kind === "tensor" ? tensorWith(made, { values: call.values }) : made;
    const value = isVariable ? namedVariable(e, made, args) : written;
    return spec.async ? promise(value) : value;
}

const mostListed = 64;

/** A tensor of a model, or a list with one in it. */
function isOfModel(value: Value): boolean {
    return value.kind === "symbolic" || (value.kind === "array" && value.items.length <= mostListed && value.items.some(({ kind }) => kind === "symbolic"));
}

/** tfjs-core 4.22.0 src/tensor_util_env.ts, convertToTensor: tensors of a model are none that operations take. */
function checkValues(e: Evaluation, spec: OpSpec, type: string, args: Arguments, node: CallNode): void {
    const index = args.values.findIndex((value) => (value.kind === "array" ? value.items.some(comesFromInput) : comesFromInput(value)));
    const name = optionNames(spec.args)[index];
    if (name !== undefined && !spec.named && !e.hasAsked) {
        const layer = layerForOperation(spec.name);
        const instead = layer === undefined ? "layers alone compute" : `\`tf.layers.${layer}\` does this`;
        reportCall(e, node, type, { kind: "no-values", instead, at: atOption(name) }, { given: pointedAt(name, args.nodes[index], node) });
    }
}

/** What the program reads of the shape of a tensor whose rank is not known: the same of all that are like it. */
function seenOf(value: Value | undefined): Seen | undefined {
    switch (value?.kind) {
        case "tensor":
            return value.isOneOf ? undefined : (value.seen ??= new Map());
        case "parameter":
            return new Map([["shape", memberOf(value, "shape", `${value.name}.shape`)]]);
        default:
            return undefined;
    }
}

/** `trainable` is the second argument. tfjs-core 4.22.0 src/gradients.ts, variableGrads lists the variables before it calls the function. */
function isTrained({ taping }: Evaluation, { values: [, trainable], open }: Arguments): boolean {
    return !open && !taping && (trainable === undefined || truth(trainable) === true);
}

/** A variable that is given a name is found by it among gradients. */
function namedVariable(e: Evaluation, made: Value, args: Arguments): Value {
    const name = args.values[2];
    if (args.open || made.kind !== "tensor" || name?.kind !== "string") {
        return made;
    }
    const before = e.namedVariables.has(name.value) ? e.namedVariables.get(name.value) : made.shape;
    // Of one name there are perhaps several, in branches or modules.
    e.namedVariables.set(name.value, made.shape && before && compareShapes(before, made.shape) === "equal" ? made.shape : undefined);
    return tensorWith(made, { name: name.value });
}

/** Arguments by their documented names, each with its place. */
function givenOf(e: Evaluation, spec: OpSpec, args: Arguments, node: CallNode): GivenOptions {
    if (spec.named) {
        return namedArguments(e, args, node);
    }
    const names = optionNames(spec.args);
    const last = spec.rest ? names.length - 1 : names.length;
    const given = new Array<Given>(Math.min(last, args.values.length));
    for (let index = 0; index < given.length; index++) {
        given[index] = toGiven(names[index] ?? "", toDatum(e, args.values[index] ?? unknown), placeOf(args, index, node));
    }
    const rest = names[last];
    if (rest !== undefined) {
        given.push(toGiven(rest, args.open ? unknownDatum : restDatum(e, args.values.slice(last)), placeOf(args, last, node)));
    }
    return { options: new OptionList(given), open: args.open };
}

function placeOf(args: Arguments, index: number, holder: CallNode): Place | undefined {
    const node = args.nodes[index];
    return node && { node, property: undefined, holder: holderOf(node, args, holder) };
}

function restDatum(e: Evaluation, values: readonly Value[]): Datum {
    return { kind: "list", items: values.map((value) => toDatum(e, value)) };
}

/** `tf.fused.conv2d({x, filter, …})`: the arguments are the fields of one object. */
function namedArguments(e: Evaluation, args: Arguments, node: CallNode): GivenOptions {
    const [config] = toArguments(e, args, node);
    const isSeen = config?.fields !== undefined && config.datum.kind === "record" && !config.datum.open;
    return { options: config?.fields ?? OptionList.none, open: args.open || !isSeen };
}

function tensorShapes(values: readonly Value[]): readonly (Shape | undefined)[] {
    const [first, second] = values;
    if (first?.kind === "tensor" && (!second || (second.kind !== "tensor" && second.kind !== "symbolic" && second.kind !== "array")) && values.length <= 2) {
        return [first.shape];
    }
    if (first?.kind === "tensor" && second?.kind === "tensor" && values.length === 2) {
        return [first.shape, second.shape];
    }
    const shapes: (Shape | undefined)[] = [];
    for (const value of values) {
        if (value.kind === "tensor" || value.kind === "symbolic") {
            shapes.push(value.shape);
        } else if (value.kind === "array" && !value.open && value.items.length > 0 && value.items.every((item) => item.kind === "tensor")) {
            shapes.push(...tensorShapes(value.items));
        }
    }
    return shapes;
}

function outputShapes(outcome: OpOutcome | undefined): readonly (Shape | undefined)[] {
    switch (outcome?.kind) {
        case "tensor":
            return [outcome.shape];
        case "tensors":
            return outcome.shapes;
        case "record":
            return Object.values(outcome.fields);
        default:
            return [];
    }
}

function valueOf(outcome: OpOutcome | undefined, dtypes: OutputDtype, watched: Watched | undefined): Value {
    const dtype = typeof dtypes === "string" ? dtypes : undefined;
    switch (outcome?.kind) {
        case "tensor":
            return tensor(outcome.shape, dtype, watched);
        case "tensors":
            return array(outcome.shapes.map((shape) => tensor(shape, dtype, watched)));
        case "many":
            return openArray(outcome.count, wholeGist(tensor(outcome.each, dtype, watched)));
        case "record":
            return recordOf(outcome.fields, dtypes, watched);
        case "number":
            return sizeValue(outcome.dim);
        default:
            return unknown;
    }
}

function recordOf(shapes: (OpOutcome & { kind: "record" })["fields"], dtypes: OutputDtype, watched: Watched | undefined): Value {
    const fields: Record<string, Value> = {};
    for (const [name, shape] of Object.entries(shapes)) {
        fields[name] = tensor(shape, typeof dtypes === "object" ? dtypes[name] : undefined, watched);
    }
    return record(fields);
}

/** Methods whose name alone says that the receiver is a tensor. */
const unmistakable = new Set(["conv1d", "conv2d", "conv2dTranspose", "depthwiseConv2d", "separableConv2d", "conv2DTranspose", "matMul", "expandDims", "squeeze", "resizeBilinear", "resizeNearestNeighbor", "toFloat", "toInt", "batchNorm", "maxPool", "avgPool", "as1D", "as2D", "as3D", "as4D", "as5D", "asScalar", "leakyRelu", "logSoftmax", "oneHot", "broadcastTo", "spaceToBatchND", "batchToSpaceND", "stridedSlice"]);

export function callTensorMethod(e: Evaluation, base: Value, key: string, args: Arguments, node: CallNode): Value | undefined {
    if (base.kind === "symbolic" && !tfjsMethod(key)) {
        checkMethod(e, base, key, node);
        return unknown;
    }
    if (base.kind !== "tensor" && base.kind !== "symbolic" && !unmistakable.has(key)) {
        return undefined;
    }
    if (e.replaced.size > 0 && e.replaced.has(`Tensor.prototype.${key}`)) {
        return callUnknown(e, args);
    }
    const spec = tfjsMethod(key);
    if (spec) {
        const { callee } = node;
        // Of a method that was taken from its tensor, the call does not show the receiver.
        const isShown = callee.type === "MemberExpression" && !(callee.property.type === "Identifier" && callee.property.name !== key);
        const receiver: Node | undefined = isShown ? callee.object : undefined;
        const all = withReceiver(base.kind === "unknown" ? tensor(undefined) : base, receiver, args);
        return base.kind === "tensor" || fits(e, spec, all, node) ? runOperation(e, spec, key, all, node) : callUnknown(e, args, true);
    }
    return base.kind === "tensor" ? readTensor(e, base, key, args, node) : undefined;
}

/** What is read of a tensor, and no operation. */
const reading = new Set(["array", "arraySync", "data", "dataSync", "print", "dispose", "assign"]);

/** `tensors.relu()`: a method of tensors, called on a list of them. A model hands such a list to the `call` of every layer. */
export function callOnList(e: Evaluation, { items, open, among }: ArrayValue, key: string, node: CallNode): Value | undefined {
    if (open || among || items[0]?.kind !== "tensor" || key in Array.prototype || !(reading.has(key) || tfjsMethod(key)) || !items.every(({ kind }) => kind === "tensor")) {
        return undefined;
    }
    if (e.hasAsked) {
        return undefined;
    }
    const receiver = node.callee.type === "MemberExpression" ? node.callee.object : undefined;
    const name = receiver?.type === "Identifier" ? receiver.name : "tensor";
    const fault: Fault = { kind: "option-value", option: name, given: items.length === 1 ? "a list of one tensor" : `a list of ${items.length} tensors`, expected: "a tensor", at: atOption(name) };
    reportCall(e, node, key, fault, { given: pointedAt(name, receiver, node) });
    return unknown;
}

/** Lists that are spread into others keep room for many more: chains of methods are long. */
function withReceiver(base: Value, receiver: Node | undefined, { values, nodes, lists, open }: Arguments): Arguments {
    const all = new Array<Value>(values.length + 1);
    const from = new Array<Node | undefined>(values.length + 1);
    all[0] = base;
    from[0] = receiver;
    for (let index = 0; index < values.length; index++) {
        all[index + 1] = values[index] ?? unknown;
        from[index + 1] = nodes[index];
    }
    return { values: all, nodes: from, lists, open };
}

/** Whether the arguments are those of the method: the receiver may be the library under another name, and take its tensor first. */
function fits(e: Evaluation, spec: OpSpec, args: Arguments, node: CallNode): boolean {
    return applyOp(spec, givenOf(e, spec, args, node)).faults.every(isOfShapes);
}

/** Not of the form of what was given. */
function isOfShapes({ kind }: Fault): boolean {
    return kind !== "option-value" && kind !== "option-missing";
}

/**
 * tfjs-layers 4.22.0 src/engine/topology.ts, SymbolicTensor has no methods, and a layer among its fields. What a layer
 * makes of which nothing is known may be a list of them.
 */
function checkMethod(e: Evaluation, base: SymbolicTensor, key: string, node: CallNode): void {
    if (base.shape && !(key in Object.prototype) && comesFromInput(base) && !e.hasAsked && !mayBeExtended(e, base, key)) {
        const from = node.callee.type === "MemberExpression" ? node.callee.object : undefined;
        const instead = reading.has(key) ? "only what `predict` gives can be read" : undefined;
        reportCall(e, node, key, { kind: "no-values", instead, at: atOption("tensor") }, { given: pointedAt("tensor", from, node) });
    }
}

function readTensor(e: Evaluation, base: TensorValue, key: string, args: Arguments, node: CallNode): Value {
    const { shape, dtype } = base;
    switch (key) {
        case "dataSync":
        case "data": {
            const values = typed(flatValues(shape), dtype === "float32" ? dtype : dtype === "int32" || dtype === "bool" ? "int32" : null);
            return key === "data" ? promise(values) : values;
        }
        case "arraySync":
        case "array": {
            const values = shape ? nestedValues(shape, mostValues) : unknown;
            return key === "array" ? promise(values) : values;
        }
        case "dispose":
        case "print":
            return undefinedValue;
        case "assign":
            checkAssigned(e, { shape, dtype }, args, node);
            return undefinedValue;
        case "getShape":
            return shapeValue(shape);
        default:
            checkListMethod(e, base, key, node);
            checkHasMethod(e, base, key, node);
            return callUnknown(e, args, true);
    }
}

/** Of more values than these only the number is told: nobody asks for the ten-thousandth. */
const mostValues = 64;

function flatValues(shape: Shape | undefined): Value {
    const size = shape?.reduce(multiply, constant(1));
    if (size?.kind !== "constant") {
        return openArray();
    }
    return size.value > mostValues ? openArray(size.value) : nestedValues([size], mostValues);
}

/** What `arraySync()` gives: lists in lists, as long as the axes are. The numbers themselves are not known. */
function nestedValues([length, ...rest]: Shape, most: number): Value {
    if (!length) {
        return namedNumber("value");
    }
    if (length.kind !== "constant") {
        return openArray();
    }
    if (length.value > most) {
        return openArray(length.value, wholeGist(nestedValues(rest, most)));
    }
    const each = Math.floor(most / Math.max(1, length.value));
    const items: Value[] = [];
    for (let index = 0; index < length.value; index++) {
        items.push(nestedValues(rest, each));
    }
    return array(items);
}

/** As tfjs-core 4.22.0 src/tensor.ts, Variable.assign: the new value has the shape of the old one. */
const assignment = op({
    name: "assign",
    args: { variable: required(numbersOrTexts()), newValue: required(numbersOrTexts()) },
    output: ({ variable, newValue }) => asTensor(checkSameDtype(variable, newValue, ["variable", "newValue"]) ?? sameShape(variable.shape, newValue.shape, ["variable", "newValue"])),
    source: "tfjs-core 4.22.0 src/tensor.ts, Variable.assign",
});

/** `variable.assign(value)`, and `weight.write(value)` in a layer. */
export function checkAssigned(e: Evaluation, { shape, dtype }: TensorArgument, args: Arguments, node: CallNode, callee = "assign"): void {
    const given = givenOf(e, assignment, { values: [tensor(shape, dtype), ...args.values], nodes: [undefined, ...args.nodes], open: args.open }, node);
    for (const fault of applyOp(assignment, given).faults) {
        reportCall(e, node, callee, fault, { given });
    }
}
