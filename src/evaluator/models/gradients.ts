/** Gradients and optimizers: functions that run the program's own, and give tensors of the shapes of what they were asked about. */
import { given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import { broadcast, compareShapes, printShape, type Shape } from "../../shapes/shape.js";
import { atCall, atOption, type Fault, type FaultPlace } from "../../catalogue/fault.js";
import type { Stuck } from "../../ops/stuck.js";
import { plainArguments, type Arguments } from "../arguments.js";
import { callValue } from "../calls.js";
import { toDatum } from "./data.js";
import { normal } from "../control.js";
import type { Evaluation, Place } from "../evaluation.js";
import { noChanges } from "../journal.js";
import { iterate } from "../iteration.js";
import { isNothing } from "./missing.js";
import { pointedAt, reportCall } from "./reporting.js";
import { checkGradient, checkVariables, isUnconnected, listedVariables, newRecording, taped, watch, watchedThroughOwn } from "./watched.js";
import { getProperty } from "../members.js";
import { callUnknown } from "../unseen.js";
import { array, builtin, maybe, object, present, record, tensor, truth, undefinedValue, unknown, view } from "../making.js";
import type { BuiltinCall, CallNode, Field, Node, TensorValue, Value } from "../values.js";

/** Those functions of the library that take a function; undefined for any other path. */
export function callGradients(e: Evaluation, path: string, args: Arguments, node: CallNode): Value | undefined {
    const known = takers.get(path);
    if (!known) {
        return undefined;
    }
    const [f = undefinedValue] = args.values;
    return args.open || !isFunction(f) ? withoutFunction(e, path, args, node) : known(e, f, node, args.values);
}

/** tfjs-core 4.22.0 src/gradients.ts: all of them take a function, and refuse what it has been made to give. */
function withoutFunction(e: Evaluation, callee: string, args: Arguments, node: CallNode): Value {
    const [f = undefinedValue] = args.values;
    const given = args.open ? undefined : (nonTensor(f) ?? (f.kind === "tensor" ? "a tensor" : undefined));
    if (given !== undefined) {
        reportResult(e, { kind: "option-value", option: "f", given, expected: "a function that computes it", at: atOption("f") }, node, callee, givenAt(e, node, [["f", f, 0]]));
    }
    return callUnknown(e, args, true);
}

type Taker = (e: Evaluation, f: Value, node: CallNode, args: readonly Value[]) => Value;

// tfjs-core 4.22.0 src/gradients.ts: a gradient has the shape of what it was taken by.
const takers = new Map<string, Taker>([
    ["grad", (e, f) => builtin("grad", ([x = undefinedValue, dy], _this, node) => asked(e, f, [x], { node, callee: "grad", dy }).grads[0] ?? unknown)],
    ["valueAndGrad", (e, f) => builtin("valueAndGrad", ([x = undefinedValue, dy], _this, node) => withValue(asked(e, f, [x], { node, callee: "valueAndGrad", dy }), ([grad = unknown]) => ({ grad })))],
    ["grads", (e, f) => builtin("grads", (args, _this, node) => overList(e, f, args, { node, callee: "grads" }, ({ grads }) => array([...grads])))],
    ["valueAndGrads", (e, f) => builtin("valueAndGrads", (args, _this, node) => overList(e, f, args, { node, callee: "valueAndGrads" }, (answer) => withValue(answer, (grads) => ({ grads: array([...grads]) }))))],
    ["variableGrads", (e, f, node, [, list]) => variableGrads(e, f, { node, callee: "variableGrads", list, index: 1 })],
    ["customGrad", (e, f) => builtin("customGrad", (args, _this, node) => customGrad(e, f, args, node))],
]);

interface Answer {
    readonly value: Value;
    readonly grads: readonly Value[];
}

/** The call of a function that `grad` or one of its like has made. */
interface Asking {
    readonly node: CallNode;
    readonly callee: string;
    /** The gradient of what comes out, where it is given. */
    readonly dy?: Value | undefined;
}

function asked(e: Evaluation, f: Value, inputs: readonly Value[], { node, callee, dy }: Asking): Answer {
    const tape = {};
    const watched = inputs.map((input) => watch(input, { tape, stuckAt: undefined }));
    const [value, isDetached] = taped(e, () => {
        const result = callValue(e, f, undefinedValue, plainArguments(watched), node);
        return [result, result.kind === "tensor" && inputs.every(({ kind }) => kind === "tensor") && isUnconnected(e, result)];
    });
    const detached: Fault | undefined = isDetached ? { kind: "loss-unconnected", from: "argument", at: atCall } : undefined;
    reportResult(e, checkTensor(value, atCall) ?? detached ?? (value.kind === "tensor" ? (checkGradient(value, tape) ?? checkDy(value, dy)) : undefined), node, callee);
    return { value, grads: inputs.map(likeIt) };
}

/** As tfjs-core 4.22.0 src/gradients.ts, grad: dy is like what comes out. */
function checkDy({ shape }: TensorValue, dy: Value | undefined): Fault | undefined {
    const isOther = shape && dy?.kind === "tensor" && dy.shape && compareShapes(shape, dy.shape) === "different";
    return isOther ? { kind: "shape-mismatch", inputs: [shape, dy.shape], names: ["f(x)", "dy"], axis: undefined, at: atCall } : undefined;
}

/** As tfjs-core 4.22.0 src/engine.ts, Engine.gradients. */
function checkTensor(value: Value, at: FaultPlace): Fault | undefined {
    const what = nonTensor(value);
    return what === undefined ? undefined : { kind: "loss-form", what, at };
}

/** What it is where it is certainly no tensor. */
function nonTensor(value: Value): string | undefined {
    switch (value.kind) {
        case "undefined":
        case "null":
            return "nothing";
        case "number":
        case "size":
            return "a number";
        case "promise":
            return "a promise";
        case "array":
            return "an array";
        default:
            return undefined;
    }
}

function reportResult(e: Evaluation, fault: Fault | undefined, node: CallNode, callee: string, given?: GivenOptions): void {
    if (fault) {
        reportCall(e, node, callee, fault, { given });
    }
}

function likeIt(input: Value): Value {
    const it = present(input);
    return it.kind === "tensor" ? tensor(it.shape) : unknown;
}

function withValue({ value, grads }: Answer, fields: (grads: readonly Value[]) => Readonly<Record<string, Value>>): Value {
    return record({ value: tensorLike(value), ...fields(grads) });
}

function tensorLike(value: Value): Value {
    return value.kind === "tensor" ? tensor(value.shape) : unknown;
}

function overList(e: Evaluation, f: Value, [list = undefinedValue, dy]: readonly Value[], asking: Asking, answer: (answer: Answer) => Value): Value {
    const inputs = list.kind === "array" ? iterate(e, list) : undefined;
    if (list.kind === "tensor") {
        const { node, callee } = asking;
        reportResult(e, { kind: "option-value", option: "args", given: "a tensor", expected: "an array of tensors", at: atOption("args") }, node, callee, givenAt(e, node, [["args", list, 0]]));
    }
    return inputs ? answer(asked(e, f, inputs, { ...asking, dy })) : callUnknown(e, plainArguments([f]), true);
}

/** As tfjs-core 4.22.0 src/gradients.ts, variableGrads: f gives one number, and each variable's gradient stands under its name. */
function variableGrads(e: Evaluation, f: Value, minimized: Minimized): Value {
    const value = lossOf(e, f, minimized);
    const fields = new Map([...e.namedVariables].map(([name, shape]) => [name, { value: tensor(shape), node: undefined }]));
    return record({ value, grads: object(fields, true) });
}

/** The call of what computes the gradients of a function by variables. */
interface Minimized {
    readonly node: CallNode;
    readonly callee: string;
    /** The variables that it is asked about, if not all, and which argument they are. */
    readonly list: Value | undefined;
    readonly index: number;
}

/** What f returns must be a scalar that is computed of some variable. */
function lossOf(e: Evaluation, f: Value, minimized: Minimized): Value {
    const { node, callee, list = undefinedValue, index } = minimized;
    const given = givenAt(e, node, [["f", f, 0], ["varList", list, index]]);
    const asked = askedVariables(e, minimized);
    if (typeof asked === "object" && "kind" in asked) {
        reportResult(e, asked, node, callee, given);
        return unknown;
    }
    const body = (): readonly [Value, Fault | undefined] => {
        const result = callValue(e, f, undefinedValue, plainArguments([]), node);
        return [result, checkLoss(e, result, asked)];
    };
    const [value, fault] = taped(e, body, newRecording(typeof asked === "object" ? asked : undefined));
    reportResult(e, fault, node, callee, given);
    return value.kind === "tensor" ? tensor([]) : unknown;
}

const wrongLists = {
    tensor: { given: "a list with a tensor in it", expected: "variables to be trained" },
    weight: { given: "a list with a layer's weight in it", expected: "variables to be trained, as the `val` of a weight is one" },
    nothing: { given: "an empty list", expected: "variables to be trained" },
};

/** tfjs-core 4.22.0 src/gradients.ts, variableGrads. Within another function a list has no say in what is recorded. */
function askedVariables(e: Evaluation, { node, list, index }: Minimized): ReadonlySet<CallNode> | "all" | "some" | Fault {
    const isSpread = node.arguments.some(({ type }) => type === "SpreadElement");
    if (isSpread) {
        return "some";
    }
    if (node.arguments.length <= index || list?.kind === "undefined" || list?.kind === "null") {
        return "all";
    }
    if (list?.kind !== "array") {
        return "some";
    }
    const listed = listedVariables(list);
    if (typeof listed === "string" || listed?.size === 0) {
        return { kind: "option-value", option: "varList", ...wrongLists[typeof listed === "string" ? listed : "nothing"], at: atOption("varList") };
    }
    return e.taping || !listed ? "some" : listed;
}

function checkLoss(e: Evaluation, value: Value, asked: ReadonlySet<CallNode> | "all" | "some"): Fault | undefined {
    const at = atOption("f");
    if (value.kind !== "tensor") {
        return checkTensor(value, at);
    }
    if (isUnconnected(e, value)) {
        return { kind: "loss-unconnected", from: typeof asked === "object" ? "list" : "variables", at };
    }
    if (value.shape && value.shape.length > 0) {
        return { kind: "loss-rank", shape: value.shape, at };
    }
    // A list of variables may leave out those that it is computed from.
    return asked === "some" ? undefined : checkVariables(value);
}

/** Arguments by their names, values and positions. */
function givenAt(e: Evaluation, node: CallNode, args: readonly (readonly [string, Value, number])[]): GivenOptions {
    const placeOf = (from: Node | undefined): Place | undefined => from && { node: from, property: undefined, holder: node };
    return { options: new OptionList(args.map(([name, value, index]) => toGiven(name, toDatum(e, value), placeOf(node.arguments[index])))), open: false };
}

/**
 * As tfjs-core 4.22.0 src/gradients.ts, customGrad: f is given a function that keeps tensors for its gradient, which is
 * asked for where the result counts for what is differentiated. What f itself computes is not recorded.
 */
function customGrad(e: Evaluation, f: Value, inputs: readonly Value[], node: CallNode): Value {
    const wrong = inputs.findIndex((input) => nonTensor(input) !== undefined);
    const what = nonTensor(inputs[wrong] ?? unknown);
    if (what !== undefined) {
        const option = `x${wrong + 1}`;
        reportResult(e, { kind: "option-value", option, given: what, expected: "a tensor", at: atOption(option) }, node, "customGrad", pointedAt(option, node.arguments[wrong], node));
        return unknown;
    }
    let saved: Value = array([]);
    const save: BuiltinCall = ([list = undefinedValue]) => {
        saved = list;
        return undefinedValue;
    };
    const result = callValue(e, f, undefinedValue, plainArguments([...inputs, builtin("save", save)]), node);
    const parts = result.kind === "object" ? { value: getProperty(e, result, "value"), gradFunc: getProperty(e, result, "gradFunc") } : { value: unknown, gradFunc: unknown };
    const given = nonTensor(result) ?? (result.kind === "tensor" ? "a tensor" : isNothing(parts.value) ? "an object without `value`" : isNothing(parts.gradFunc) ? "an object without `gradFunc`" : undefined);
    if (given !== undefined) {
        reportResult(e, { kind: "option-value", option: "f", given: `a function that gives ${given}`, expected: "one that gives an object with a tensor as `value` and a function as `gradFunc`", at: atOption("f") }, node, "customGrad");
        return unknown;
    }
    const value = tensorLike(parts.value);
    let answer: Value = unknown;
    if (e.taping && isFunction(parts.gradFunc)) {
        const outcomes = e.fork(() => {
            answer = callValue(e, parts.gradFunc, undefinedValue, plainArguments([value, saved]), node);
            return normal;
        });
        e.heap.join([noChanges, ...outcomes.map((outcome) => outcome.changes)]);
    }
    return watch(value, watchedThroughOwn(e, plainArguments(inputs), wrongAnswer(answer, inputs)));
}

/** As tfjs-core 4.22.0 src/engine.ts, Engine.customGrad, and src/tape.ts, backpropagateGradients: a tensor for each input, of its shape. */
function wrongAnswer(answer: Value, inputs: readonly Value[]): Stuck | undefined {
    const grads = answer.kind === "array" ? (answer.open || answer.among ? undefined : answer.items) : nonTensor(answer) !== undefined || answer.kind === "tensor" ? [answer] : undefined;
    if (!grads) {
        return undefined;
    }
    const what = (gives: string): string => `\`customGrad\` whose \`gradFunc\` gives ${gives}`;
    if (grads.length !== inputs.length) {
        return { what: what(`${grads.length === 1 ? "1 gradient" : `${grads.length} gradients`} for ${inputs.length === 1 ? "1 input" : `${inputs.length} inputs`}`) };
    }
    const other = grads.map(nonTensor).find((one) => one !== undefined);
    if (other !== undefined) {
        return { what: what(`${other} for a gradient`) };
    }
    for (const [index, grad] of grads.entries()) {
        const input = inputs[index];
        if (grad.kind === "tensor" && input?.kind === "tensor" && grad.shape && input.shape && compareShapes(grad.shape, input.shape) === "different") {
            return { what: what(`${printShape(grad.shape)} for an input of shape ${printShape(input.shape)}`), inputs: [index] };
        }
    }
    return undefined;
}

function isFunction(value: Value): boolean {
    return value.kind === "function" || value.kind === "builtin" || value.kind === "library";
}

const optimizers: ReadonlySet<string> = new Set(["adadelta", "adagrad", "adam", "adamax", "momentum", "rmsprop", "sgd"]);

/** `tf.train.adam()`, by the path below `tf`. */
export function callOptimizerFactory(e: Evaluation, path: string): Value | undefined {
    return path.startsWith("train.") && optimizers.has(path.slice("train.".length)) ? makeOptimizer(e) : undefined;
}

/** `new tf.AdamOptimizer()`. */
export function isOptimizerClass(path: string): boolean {
    return /^(?:Adadelta|Adagrad|Adam|Adamax|Momentum|RMSProp|SGD)Optimizer$/.test(path);
}

/** As tfjs-core 4.22.0 src/optimizers/optimizer.ts. What it reads and writes are variables, whose shapes stay. */
export function makeOptimizer(e: Evaluation): Value {
    e.optimizerMethods ??= optimizerMethods(e);
    return view(e.optimizerMethods);
}

function optimizerMethods(e: Evaluation): Map<string, Field> {
    const taking = (name: string, run: (f: Value, args: readonly Value[], node: CallNode) => Value): Value =>
        builtin(name, (args, _this, node) => {
            const [f] = args;
            return f && isFunction(f) ? run(f, args, node) : withoutFunction(e, name, plainArguments(args), node);
        });
    const methods: Readonly<Record<string, Value>> = {
        minimize: taking("minimize", (f, [, returnCost = undefinedValue, list], node) => {
            const value = lossOf(e, f, { node, callee: "minimize", list, index: 2 });
            const isReturned = truth(returnCost);
            return isReturned === undefined ? maybe(value) : isReturned ? value : { kind: "null", lack: { result: "minimize()", why: "`returnCost` is not true", call: node } };
        }),
        computeGradients: taking("computeGradients", (f, [, list], node) => variableGrads(e, f, { node, callee: "computeGradients", list, index: 1 })),
        applyGradients: builtin("applyGradients", ([gradients = undefinedValue], _this, node) => {
            const fault = checkApplied(e, gradients);
            reportResult(e, fault, node, "applyGradients", givenAt(e, node, [["variableGradients", gradients, 0]]));
            return undefinedValue;
        }),
        dispose: builtin("dispose", () => undefinedValue),
    };
    return new Map(Object.entries(methods).map(([name, value]) => [name, { value, node: undefined }]));
}

/** As tfjs-core 4.22.0 src/optimizers, applyGradients: a gradient stands under the name of its variable, or in a list beside it. */
function checkApplied(e: Evaluation, gradients: Value): Fault | undefined {
    const at = atOption("variableGradients");
    const refused = (given: string): Fault => ({ kind: "option-value", option: "variableGradients", given, expected: "an object with a gradient for each variable, by its name", at });
    if (gradients.kind === "array") {
        return gradients.items.some(({ kind }) => kind === "tensor") ? refused("a list of tensors") : undefined;
    }
    if (gradients.kind !== "object" || gradients.class || gradients.proto) {
        return undefined;
    }
    for (const [name, { value, getter }] of gradients.fields) {
        if (!getter && value.kind === "object" && !value.class) {
            return refused(`an object that holds another under \`${name}\``);
        }
        const shape = e.namedVariables.get(name);
        const fault = shape && value.kind === "tensor" && value.shape ? checkStep(name, shape, value.shape) : undefined;
        if (fault) {
            return fault;
        }
    }
    return undefined;
}

/** What is computed of both is assigned to the variable. */
function checkStep(name: string, variable: Shape, gradient: Shape): Fault | undefined {
    const sum = broadcast(variable, gradient);
    const isOther = sum.kind !== "shape" || compareShapes(sum.shape, variable) === "different";
    return isOther ? { kind: "shape-mismatch", inputs: [variable, gradient], names: [name, "its gradient"], axis: undefined, at: atOption("variableGradients") } : undefined;
}
