/** Arithmetic, comparison and logic on values, as JavaScript does it; on symbolic sizes, as algebra does. */
import { add, ceil, compareOrder, constant, divide, floor, maximum, minimum, modulo, multiply, round, scale, subtract, unknown as unknownDim, type Dim, type Order } from "../shapes/dim.js";
import { mayBeAutomatic } from "./automatic-names.js";
import { boolean, isNumeric, longestText, number, sizeValue, shortText, someNumber, someScalar, string, unknown } from "./making.js";
import type { ObjectValue, Value } from "./values.js";

export function binary(operator: string, left: Value, right: Value): Value {
    const result = compute(operator, left, right);
    // Whatever it is put together with, it does not become a list.
    return result.kind === "unknown" && !result.isNumber && (isScalar(left) || isScalar(right)) ? someScalar : result;
}

function isScalar(value: Value): boolean {
    return value.kind === "unknown" && value.scalar === true;
}

function compute(operator: string, left: Value, right: Value): Value {
    if (left.kind === "number" && right.kind === "number") {
        return numeric(operator, left.value, right.value);
    }
    switch (operator) {
        case "===":
        case "!==":
        case "==":
        case "!=":
            return equality(operator, left, right);
        case "+":
            return plus(left, right);
        case "-":
        case "*":
        case "/":
        case "%":
        case "**":
        case ">>":
        case ">>>":
        case "<<":
        case "&":
        case "|":
        case "^":
            return symbolic(operator, left, right);
        case "<":
        case ">":
        case "<=":
        case ">=":
            return compare(operator, left, right);
        default: {
            const a = toNumber(left);
            const b = toNumber(right);
            return a === undefined || b === undefined ? unknown : numeric(operator, a, b);
        }
    }
}

function numeric(operator: string, a: number, b: number): Value {
    switch (operator) {
        case "+":
            return number(a + b);
        case "-":
            return number(a - b);
        case "*":
            return number(a * b);
        case "/":
            return number(a / b);
        case "%":
            return number(a % b);
        case "**":
            return number(a ** b);
        case "<<":
            return number(a << b);
        case ">>":
            return number(a >> b);
        case ">>>":
            return number(a >>> b);
        case "&":
            return number(a & b);
        case "|":
            return number(a | b);
        case "^":
            return number(a ^ b);
        case "===":
        case "==":
            return boolean(a === b);
        case "!==":
        case "!=":
            return boolean(a !== b);
        case "<":
            return boolean(a < b);
        case ">":
            return boolean(a > b);
        case "<=":
            return boolean(a <= b);
        case ">=":
            return boolean(a >= b);
        default:
            return unknown;
    }
}

function relational(operator: "<" | ">" | "<=" | ">=", a: string, b: string): Value {
    switch (operator) {
        case "<":
            return boolean(a < b);
        case ">":
            return boolean(a > b);
        case "<=":
            return boolean(a <= b);
        case ">=":
            return boolean(a >= b);
    }
}

function compare(operator: "<" | ">" | "<=" | ">=", left: Value, right: Value): Value {
    if (left.kind === "string" && right.kind === "string") {
        return relational(operator, left.value, right.value);
    }
    const a = toNumber(left);
    const b = toNumber(right);
    return a === undefined || b === undefined ? compareCounts(operator, left, right) : numeric(operator, a, b);
}

/** A count against a number: `i > 0` from the second turn on. */
function compareCounts(operator: "<" | ">" | "<=" | ">=", left: Value, right: Value): Value {
    const signs = signOfCounts(left, right);
    switch (signs) {
        case "less":
            return boolean(operator === "<" || operator === "<=");
        case "greater":
            return boolean(operator === ">" || operator === ">=");
        case "atLeast":
            return operator === ">=" ? boolean(true) : operator === "<" ? boolean(false) : unknown;
        case "atMost":
            return operator === "<=" ? boolean(true) : operator === ">" ? boolean(false) : unknown;
        default:
            return unknown;
    }
}

function signOfCounts(left: Value, right: Value): Order {
    const isCounted = (value: Value): boolean => value.kind === "number" || (value.kind === "size" && value.isCount === true);
    const a = sizeOperand(left);
    const b = sizeOperand(right);
    return a && b && isCounted(left) && isCounted(right) ? compareOrder(a, b) : "unknown";
}

function plus(left: Value, right: Value): Value {
    if (left.kind === "string" || right.kind === "string" || left.kind === "array" || right.kind === "array") {
        const a = toText(left);
        const b = toText(right);
        return a === undefined || b === undefined ? unknown : shortText(a + b);
    }
    return symbolic("+", left, right);
}

function symbolic(operator: string, left: Value, right: Value): Value {
    const a = toNumber(left);
    const b = toNumber(right);
    if (a !== undefined && b !== undefined) {
        return numeric(operator, a, b);
    }
    const x = sizeOperand(left);
    const y = sizeOperand(right);
    if (!x || !y) {
        const fraction = fractionOf(operator, left, right);
        return fraction ? fromDim(fraction) : operator !== "+" || (isNumeric(left) && isNumeric(right)) ? someNumber : unknown;
    }
    return fromDim(symbolicDim(operator, x, y, b));
}

function symbolicDim(operator: string, x: Dim, y: Dim, right: number | undefined): Dim {
    switch (operator) {
        case "+":
            return add(x, y);
        case "-":
            return subtract(x, y);
        case "*":
            return multiply(x, y);
        case "/":
            return divide(x, y);
        case "%":
            return modulo(x, y);
        case "**":
            return right === 2 ? multiply(x, x) : right === 1 ? x : unknownDim;
        case ">>":
        case ">>>":
            return right !== undefined && right >= 0 && right < 31 ? floor(scale(x, 1, 2 ** right)) : unknownDim;
        case "<<":
            return right !== undefined && right >= 0 && right < 31 ? scale(x, 2 ** right, 1) : unknownDim;
        default:
            return unknownDim;
    }
}

function sizeOperand(value: Value): Dim | undefined {
    switch (value.kind) {
        case "size":
        case "parameter":
            return value.dim;
        case "number":
            return Number.isSafeInteger(value.value) ? constant(value.value) : undefined;
        default:
            return undefined;
    }
}

/** A multiple of a size by a fraction that doubles hold exactly: `h * 0.5`, `h / 1.25`. */
function fractionOf(operator: string, left: Value, right: Value): Dim | undefined {
    const [size, factor] = left.kind === "number" ? [right, left] : [left, right];
    if (factor.kind !== "number" || (size.kind !== "size" && size.kind !== "parameter") || (operator === "/" && factor === left)) {
        return undefined;
    }
    for (let denominator = 1; denominator <= 1024; denominator *= 2) {
        const numerator = factor.value * denominator;
        if (Number.isSafeInteger(numerator)) {
            return operator === "*" ? scale(size.dim, numerator, denominator) : operator === "/" && numerator !== 0 ? scale(size.dim, denominator, numerator) : undefined;
        }
    }
    return undefined;
}

function fromDim(dim: Dim): Value {
    return dim.kind === "batch" || dim.kind === "unknown" ? someNumber : sizeValue(dim);
}

/** Functions of Math that have a meaning on symbolic sizes. */
export function roundValue(kind: "floor" | "ceil" | "round" | "trunc", value: Value): Value {
    const plain = toNumber(value);
    if (plain !== undefined) {
        return number(Math[kind](plain));
    }
    const dim = sizeOperand(value);
    if (!dim) {
        return someNumber;
    }
    // Sizes are not negative, so cutting off is rounding down.
    return fromDim(kind === "ceil" ? ceil(dim) : kind === "round" ? round(dim) : floor(dim));
}

export function extremeValue(kind: "max" | "min", values: readonly Value[]): Value {
    const numbers = values.map(toNumber);
    if (numbers.every((one) => one !== undefined)) {
        return number(numbers.reduce((a, b) => Math[kind](a, b), kind === "max" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY));
    }
    const dims = values.map(sizeOperand);
    const [first, ...rest] = dims;
    if (!first || rest.some((dim) => !dim)) {
        return someNumber;
    }
    return fromDim(rest.reduce<Dim>((a, b) => (b ? (kind === "max" ? maximum(a, b) : minimum(a, b)) : a), first));
}

function equality(operator: "===" | "!==" | "==" | "!=", left: Value, right: Value): Value {
    const same = operator.length === 3 ? strictlyEqual(left, right) : looselyEqual(left, right);
    if (same === undefined) {
        return unknown;
    }
    return boolean(operator.startsWith("!") ? !same : same);
}

function looselyEqual(a: Value, b: Value): boolean | undefined {
    const emptyA = isNothing(a);
    const emptyB = isNothing(b);
    if (emptyA || emptyB) {
        if (emptyA && emptyB) {
            return true;
        }
        const other = emptyA ? b : a;
        return isOpaque(other) ? undefined : false;
    }
    if (a.kind !== b.kind && !isOpaque(a) && !isOpaque(b)) {
        const x = toNumber(a);
        const y = toNumber(b);
        return x === undefined || y === undefined ? undefined : x === y;
    }
    return strictlyEqual(a, b);
}

function isOpaque(value: Value): boolean {
    return value.kind === "unknown" || value.kind === "parameter" || value.kind === "maybe";
}

function isNothing({ kind }: Value): boolean {
    return kind === "undefined" || kind === "null";
}

function isOtherName(a: Value, b: Value): boolean {
    return a.kind === "unknown" && a.automatic !== undefined && b.kind === "string" && !mayBeAutomatic(b.value, a.automatic);
}

export function strictlyEqual(a: Value, b: Value): boolean | undefined {
    if (isOpaque(a) || isOpaque(b)) {
        return isOtherName(a, b) || isOtherName(b, a) ? false : undefined;
    }
    // What a program asks of a size it does not know is not decided for it, except that it is itself.
    if (a.kind === "size" || b.kind === "size") {
        if (isNothing(a) || isNothing(b)) {
            return false;
        }
        const order = a === b ? "equal" : signOfCounts(a, b);
        return order === "equal" ? true : order === "less" || order === "greater" ? false : undefined;
    }
    if (a.kind !== b.kind) {
        return false;
    }
    switch (a.kind) {
        case "undefined":
        case "null":
            return true;
        case "number":
            return b.kind === "number" && a.value === b.value;
        case "string":
            return b.kind === "string" && a.value === b.value;
        case "boolean":
            return b.kind === "boolean" && a.value === b.value;
        case "library":
            return b.kind === "library" && a.path === b.path;
        case "object":
            return a === b ? true : b.kind === "object" && isOneThing(a) && isOneThing(b) ? false : undefined;
        default:
            return a === b ? true : undefined;
    }
}

/** Not one of several, and not a view of something that the library holds. */
function isOneThing({ among, frozen }: ObjectValue): boolean {
    return among === undefined && !frozen;
}

/** As Number(value) for scalars; undefined when not known. */
export function toNumber(value: Value): number | undefined {
    switch (value.kind) {
        case "number":
            return value.value;
        case "boolean":
            return value.value ? 1 : 0;
        case "null":
            return 0;
        case "undefined":
            return Number.NaN;
        case "string":
            return Number(value.value);
        case "array": {
            const text = toText(value);
            return text === undefined ? undefined : Number(text);
        }
        default:
            return undefined;
    }
}

/** As String(value) for scalars and lists of them; undefined when not known. */
export function toText(value: Value): string | undefined {
    switch (value.kind) {
        case "string":
            return value.value;
        case "number":
        case "boolean":
            return String(value.value);
        case "null":
        case "undefined":
            return value.kind;
        case "array":
            return value.open ? undefined : joinedText(value.items, ",");
        default:
            return undefined;
    }
}

/** What `join` makes of scalars and lists of them, if that is not too long. */
export function joinedText(items: readonly Value[], separator: string, nesting = 1): string | undefined {
    let joined = "";
    for (const [index, item] of items.entries()) {
        const part = itemText(item, nesting);
        if (part === undefined || joined.length > longestText) {
            return undefined;
        }
        joined += index === 0 ? part : separator + part;
    }
    return joined;
}

function itemText(item: Value, nesting: number): string | undefined {
    switch (item.kind) {
        case "null":
        case "undefined":
            return "";
        case "array":
            return nesting === 0 || item.open ? undefined : joinedText(item.items, ",", nesting - 1);
        default:
            return toText(item);
    }
}

export function unary(operator: string, value: Value): Value {
    switch (operator) {
        case "-": {
            const plain = toNumber(value);
            return plain !== undefined ? number(-plain) : symbolic("-", number(0), value);
        }
        case "+": {
            const plain = toNumber(value);
            return plain !== undefined ? number(plain) : value.kind === "size" ? value : value.kind === "parameter" ? sizeValue(value.dim) : someNumber;
        }
        case "~": {
            const plain = toNumber(value);
            // `~~x` cuts off: the outer of the two comes here first.
            return plain !== undefined ? number(~plain) : someNumber;
        }
        case "typeof":
            return typeOf(value);
        case "void":
            return { kind: "undefined" };
        default:
            return unknown;
    }
}

function typeOf(value: Value): Value {
    switch (value.kind) {
        case "unknown":
            return value.isNumber ? string("number") : unknown;
        case "maybe":
        case "parameter":
            return unknown;
        case "undefined":
            return string("undefined");
        case "number":
        case "size":
            return string("number");
        case "string":
        case "boolean":
            return string(value.kind);
        case "function":
        case "builtin":
        case "class":
        case "keras":
            return string("function");
        case "library":
            return unknown;
        default:
            return string("object");
    }
}
