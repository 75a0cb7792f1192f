/** What every program finds: Math, Object, Array…, and the global `tf` of script files. */
import { isKerasGlobal } from "../apis/keras.js";
import { arrayFrom, newArray, newTypedArray } from "./builtins/array-making.js";
import { jsonFunctions } from "./builtins/json.js";
import { newMap } from "./builtins/maps.js";
import { objectFunctions } from "./builtins/objects.js";
import { newPromise } from "./builtins/promises.js";
import { reflectFunctions } from "./builtins/reflect.js";
import type { Arguments } from "./arguments.js";
import { callUnknown } from "./unseen.js";
import type { Evaluation } from "./evaluation.js";
import { functionPrototype } from "./function-methods.js";
import { asyncIteratorKey, iterate, iteratorKey } from "./iteration.js";
import { requireModule } from "./modules.js";
import { rootScope } from "./scope.js";
import { extremeValue, roundValue, toNumber, toText, unary } from "./operators.js";
import { promised } from "./late.js";
import { array, boolean, builtin, number, object, openArray, parameter, promise, someNumber, stranger, string, truth, typed, undefinedValue, unknown, view } from "./making.js";
import { otherArrays, type Elements } from "../catalogue/dtype.js";
import type { Builtin, BuiltinCall, CallNode, Field, ObjectValue, Value } from "./values.js";

export function globalValue(e: Evaluation, name: string): Value {
    // Scripts name it everywhere.
    if (e.options.globals.includes(name)) {
        return e.library;
    }
    switch (name) {
        case "undefined":
            return undefinedValue;
        case "NaN":
            return number(Number.NaN);
        case "Infinity":
            return number(Number.POSITIVE_INFINITY);
        case "require":
            return builtin("require", (args) => requireModule(e, args[0] ?? unknown));
        case "globalThis":
        case "window":
        case "self":
        case "global":
            return globalObject(e);
        default:
            break;
    }
    const known = tables.get(name);
    if (known) {
        return known(e);
    }
    if (name === "keras") {
        return stranger(name);
    }
    return isKerasGlobal(name) ? { kind: "keras", name } : freeName(e, name);
}

/** Globals of the environment, whose properties change by themselves. */
const restless = new Set(["document", "event", "history", "location", "navigator", "performance", "process", "screen", "visualViewport"]);

/** A name nobody in sight declares: the same value at each reading, as long as nobody unknown is called. */
function freeName(e: Evaluation, name: string): Value {
    if (restless.has(name)) {
        return unknown;
    }
    let value = e.freeNames.get(name);
    if (!value) {
        value = parameter(name, false, 0);
        e.freeNames.set(name, value);
    }
    return value;
}

function globalObject(e: Evaluation): Value {
    const fields = new Map<string, Field>(e.options.globals.map((name) => [name, { value: e.library, node: undefined }]));
    return view(fields);
}

function namespace(functions: Readonly<Record<string, BuiltinCall>>, constants: Readonly<Record<string, Value>> = {}, callable?: Builtin): ObjectValue {
    const fields = new Map<string, Field>();
    for (const [name, call] of Object.entries(functions)) {
        fields.set(name, { value: builtin(name, call), node: undefined });
    }
    for (const [name, value] of Object.entries(constants)) {
        fields.set(name, { value, node: undefined });
    }
    return view(fields, callable);
}

type Make = (e: Evaluation) => Value;
const tables = new Map<string, Make>();

/** Values of a global that needs the evaluation are made once for each; the others once for all. */
const shared = new Map<string, Value>();

/** The built-in objects whose prototypes programs extend. */
const extended = new Set(["Array", "Boolean", "Function", "Map", "Number", "Object", "Promise", "Set", "String"]);

function withPrototype(name: string, value: Value): Value {
    if (value.kind === "object" && extended.has(name) && !value.fields.has("prototype")) {
        value.fields.set("prototype", { value: prototypeOf(name, []), node: undefined });
    }
    return value;
}

function prototypeOf(name: string, fields: readonly [string, Field][]): ObjectValue {
    return view(new Map(fields), undefined, name);
}

function global(name: string, plain: Make): void {
    const make: Make = (e) => withPrototype(name, plain(e));
    if (plain.length === 0) {
        tables.set(name, (e) => {
            const value = shared.get(name) ?? make(e);
            shared.set(name, value);
            return value;
        });
        return;
    }
    tables.set(name, (e) => {
        let value = e.builtins.get(name);
        if (!value) {
            value = make(e);
            e.builtins.set(name, value);
        }
        return value;
    });
}

function numeric(call: (...numbers: number[]) => number): BuiltinCall {
    return (args) => {
        const numbers = args.map(toNumber);
        return numbers.every((one) => one !== undefined) ? number(call(...numbers)) : someNumber;
    };
}

const numericFunctions: Readonly<Record<string, (...numbers: number[]) => number>> = {
    abs: (x) => Math.abs(x),
    sqrt: (x) => Math.sqrt(x),
    cbrt: (x) => Math.cbrt(x),
    pow: (x, y) => x ** y,
    log: (x) => Math.log(x),
    log2: (x) => Math.log2(x),
    log10: (x) => Math.log10(x),
    exp: (x) => Math.exp(x),
    sign: (x) => Math.sign(x),
    sin: (x) => Math.sin(x),
    cos: (x) => Math.cos(x),
    tan: (x) => Math.tan(x),
    atan: (x) => Math.atan(x),
    atan2: (y, x) => Math.atan2(y, x),
    asin: (x) => Math.asin(x),
    acos: (x) => Math.acos(x),
    sinh: (x) => Math.sinh(x),
    cosh: (x) => Math.cosh(x),
    tanh: (x) => Math.tanh(x),
    clz32: (x) => Math.clz32(x),
    fround: (x) => Math.fround(x),
    log1p: (x) => Math.log1p(x),
    expm1: (x) => Math.expm1(x),
    imul: (x, y) => Math.imul(x, y),
    hypot: (...xs) => Math.hypot(...xs),
};

global("Math", () => {
    const functions: Record<string, BuiltinCall> = {};
    for (const [name, call] of Object.entries(numericFunctions)) {
        functions[name] = numeric(call);
    }
    for (const name of ["floor", "ceil", "round", "trunc"] as const) {
        functions[name] = ([value = undefinedValue]) => roundValue(name, value);
    }
    for (const name of ["max", "min"] as const) {
        functions[name] = (args) => extremeValue(name, args);
    }
    functions["random"] = () => someNumber;
    return namespace(functions, { PI: number(Math.PI), E: number(Math.E), SQRT2: number(Math.SQRT2), SQRT1_2: number(Math.SQRT1_2), LN2: number(Math.LN2), LN10: number(Math.LN10), LOG2E: number(Math.LOG2E), LOG10E: number(Math.LOG10E) });
});

const toInteger: BuiltinCall = ([value = undefinedValue, radix]) => {
    if (value.kind === "size" || value.kind === "parameter") {
        return roundValue("trunc", value);
    }
    const text = toText(value);
    const base = radix ? toNumber(radix) : 10;
    return text === undefined || base === undefined ? someNumber : number(Number.parseInt(text, base));
};
const toFloat: BuiltinCall = ([value = undefinedValue]) => {
    const text = toText(value);
    return text === undefined ? unary("+", value) : number(Number.parseFloat(text));
};
global("parseInt", () => builtin("parseInt", toInteger));
global("parseFloat", () => builtin("parseFloat", toFloat));

function callable(name: string, call: BuiltinCall, functions: Readonly<Record<string, BuiltinCall>>, constants: Readonly<Record<string, Value>> = {}): Make {
    return () => namespace(functions, constants, builtin(name, call));
}

export function asCallable(value: Value): Builtin | undefined {
    return value.kind === "object" ? value.callable : undefined;
}

global(
    "Number",
    callable(
        "Number",
        ([value = number(0)]) => {
            const plain = toNumber(value);
            return plain !== undefined ? number(plain) : unary("+", value);
        },
        {
            isInteger: ([value = undefinedValue]) => (value.kind === "number" ? boolean(Number.isInteger(value.value)) : unknown),
            isFinite: ([value = undefinedValue]) => (value.kind === "number" ? boolean(Number.isFinite(value.value)) : unknown),
            isNaN: ([value = undefinedValue]) => (value.kind === "number" ? boolean(Number.isNaN(value.value)) : unknown),
            parseInt: toInteger,
            parseFloat: toFloat,
        },
        { MAX_SAFE_INTEGER: number(Number.MAX_SAFE_INTEGER), MIN_SAFE_INTEGER: number(Number.MIN_SAFE_INTEGER), MAX_VALUE: number(Number.MAX_VALUE), POSITIVE_INFINITY: number(Number.POSITIVE_INFINITY), NaN: number(Number.NaN), EPSILON: number(Number.EPSILON) },
    ),
);
global(
    "String",
    callable(
        "String",
        ([value = string("")]) => {
            const text = toText(value);
            return text === undefined ? unknown : string(text);
        },
        {},
    ),
);
global("Boolean", callable("Boolean", ([value = undefinedValue]) => fromTruth(truth(value)), {}));

function fromTruth(test: boolean | undefined): Value {
    return test === undefined ? unknown : boolean(test);
}

global("Array", (e) =>
    callable("Array", (args) => newArray(e, args), {
        from: (args, _this, node) => arrayFrom(e, args, node),
        of: (args) => array(args.slice()),
        isArray: ([value = undefinedValue]) => (value.kind === "unknown" || value.kind === "parameter" || value.kind === "maybe" ? unknown : boolean(value.kind === "array")),
    })(e),
);

global("Object", (e) => namespace(objectFunctions(e)));
global("Reflect", (e) => namespace(reflectFunctions(e)));
global("JSON", (e) => namespace(jsonFunctions(e)));

global("Symbol", callable("Symbol", () => unknown, {}, { iterator: string(iteratorKey), asyncIterator: string(asyncIteratorKey) }));

global("Promise", (e) =>
    callable("Promise", () => unknown, {
        resolve: ([value = undefinedValue]) => promise(value),
        reject: () => unknown,
        all: ([list = undefinedValue]) => {
            const parts = iterate(e, list)?.map(promised);
            return parts ? promise(array(parts.map((part) => part.value)), [...new Set(parts.flatMap((part) => part.late))]) : unknown;
        },
    })(e),
);

const constructors: Readonly<Record<string, (e: Evaluation, args: readonly Value[]) => Value>> = {
    Map: (e, args) => newMap(e, args, false),
    WeakMap: (e, args) => newMap(e, args, false),
    Set: (e, args) => newMap(e, args, true),
    WeakSet: (e, args) => newMap(e, args, true),
};
for (const name of Object.keys(constructors)) {
    global(name, () => builtin(name, () => unknown));
}
const typedArrays = ["Float32Array", "Int32Array", "Uint8Array", "Uint8ClampedArray", ...otherArrays];
for (const name of typedArrays) {
    global(name, (e) => callable(name, () => unknown, { from: (args, _this, node) => typed(arrayFrom(e, args, node), elementsOf(name)), of: (args) => typed(array(args.slice()), elementsOf(name)) })(e));
}

/** As tfjs-core 4.22.0 src/util_base.ts, inferDtype. */
function elementsOf(name: string): Elements {
    return name === "Float32Array" ? "float32" : (otherArrays.find((other) => other === name) ?? "int32");
}

global("Function", (e) => {
    const fields = functionPrototype(e).map((method): [string, Field] => [method.name, { value: method, node: undefined }]);
    return callable("Function", () => unknown, {}, { prototype: prototypeOf("Function", fields) })(e);
});
global("structuredClone", () => builtin("structuredClone", ([value = undefinedValue]) => cloned(value, 0, new Map())));

/** A copy of plain data; of anything else, nothing is known. What stands in several places is copied once. */
function cloned(value: Value, depth: number, copies: Map<Value, Value>): Value {
    let copy = copies.get(value);
    if (!copy) {
        copy = copyOf(value, depth, copies);
        copies.set(value, copy);
    }
    return copy;
}

function copyOf(value: Value, depth: number, copies: Map<Value, Value>): Value {
    switch (value.kind) {
        case "undefined":
        case "null":
        case "number":
        case "string":
        case "boolean":
        case "size":
            return value;
        case "array":
            return value.open || value.elements !== undefined || depth > 20 ? typed(openArray(value.length), value.elements) : array(value.items.map((item) => cloned(item, depth + 1, copies)));
        case "object":
            return value.open || value.class || depth > 20 ? unknown : object(new Map([...value.fields].map(([name, field]) => [name, { value: field.getter ? unknown : cloned(field.value, depth + 1, copies), node: undefined }])));
        default:
            return unknown;
    }
}

/** `new X(...)` for the built-in X. */
export function constructGlobal(e: Evaluation, callee: Builtin, args: Arguments, node: CallNode): Value {
    const known = Object.hasOwn(constructors, callee.name) ? constructors[callee.name] : undefined;
    if (args.open) {
        return callUnknown(e, args);
    }
    if (known) {
        return known(e, args.values);
    }
    if (callee.name === "Function") {
        // Its body sees the outermost variables.
        e.expose(e.module ?? rootScope());
        return unknown;
    }
    if (typedArrays.includes(callee.name)) {
        return typed(newTypedArray(e, args.values), elementsOf(callee.name));
    }
    if (callee.name === "Array") {
        return newArray(e, args.values);
    }
    if (callee.name === "Promise") {
        const [executor] = args.values;
        return executor?.kind === "function" ? newPromise(e, executor) : unknown;
    }
    return callUnknown(e, args, node.type === "NewExpression");
}
