/** Symbolic dimensions: arithmetic, comparison and printing. Constants never touch the polynomials. */

import {
    addPolynomials,
    atomPolynomial,
    constantPolynomial,
    divideExactly,
    floorQuotient,
    identicalPolynomials,
    keyOf,
    multiplyPolynomials,
    onlyAtom,
    type Polynomial,
    scalePolynomial,
    type SizeSymbol,
    subtractPolynomials,
    symbolAtom,
} from "./polynomial.js";
import { evaluatePolynomial } from "./evaluate-polynomial.js";
import { growthRatio, type Ratio } from "./growth.js";
import { printPolynomial, shortNotation, sourceNotation } from "./print-dim.js";
import { atomsOf, excessPolynomial, floorPolynomial } from "./quotient.js";
import { leastOf, negativeSign, positiveSign, possibleSigns, type Signs, zeroSign } from "./sign.js";

export type { SizeSymbol } from "./polynomial.js";

export type Dim = ConstantDim | ExpressionDim | BatchDim | UnknownDim;

/** Any integer, negative ones too: a wrong program can make them. */
export interface ConstantDim {
    readonly kind: "constant";
    readonly value: number;
}

/** Depends on symbols; never constant, so two expressions are the same exactly when their polynomials are. */
export interface ExpressionDim {
    readonly kind: "expression";
    readonly polynomial: Polynomial;
}

/** `null`, `None`: a size that each run chooses. */
export interface BatchDim {
    readonly kind: "batch";
}

export interface UnknownDim {
    readonly kind: "unknown";
}

/** For every value of the symbols. Only `"different"` may be reported. */
export type Comparison = "equal" | "different" | "unknown";

/** For every value of the symbols; `"atMost"` and `"atLeast"` where equality is not excluded. */
export type Order = "less" | "atMost" | "equal" | "atLeast" | "greater" | "unknown";

export const batch: Dim = { kind: "batch" };
export const unknown: Dim = { kind: "unknown" };

// Axes are counted from the end, down to the rank below zero.
const leastInterned = -16;
const mostInterned = 4096;
const interned: readonly ConstantDim[] = Array.from({ length: mostInterned - leastInterned + 1 }, (_, index) => ({
    kind: "constant",
    value: index + leastInterned,
}));

/** A fraction or a number past the safe integers is not a size, and gives `unknown`. */
export function constant(value: number): Dim {
    // What lies outside an array is looked for in its prototypes, which takes long.
    const known = value >= leastInterned && value <= mostInterned ? interned[value - leastInterned] : undefined;
    if (known !== undefined) return known;
    return Number.isSafeInteger(value) ? { kind: "constant", value } : unknown;
}

/** A fraction is no size by itself, so only a whole one is known; `scale` multiplies by one. */
export function rational(numerator: number, denominator: number): Dim {
    return constant(numerator / denominator);
}

let symbolsMade = 0;

/** A new symbol on each call: two sizes of one name are still two sizes. */
export function symbol(name: string, least = 1): Dim {
    symbolsMade += 1;
    return { kind: "expression", polynomial: atomPolynomial(symbolAtom({ name, least, isWhole: Number.isFinite(least), order: symbolsMade })) };
}

/** A number that is not known to be a size: it may be negative or a fraction, until `assumeSize` is told otherwise. */
export function unprovenSymbol(name: string): Dim {
    return symbol(name, Number.NEGATIVE_INFINITY);
}

/**
 * To be called where only a size is legal: `[1, h, w]` as an input shape makes h and w integers of at least 1, in every
 * dimension that holds them. `h / 4` and `floor(h / 4)` make h one of at least 4, but in `2 * h` it may be a fraction.
 */
export function assumeSize(dim: Dim): void {
    if (dim.kind === "expression") assumeLeast(dim.polynomial, 1);
}

function assumeLeast({ terms, denominator }: Polynomial, least: number): void {
    const [term, ...more] = terms;
    const atom = term && more.length === 0 ? onlyAtom(term.monomial) : undefined;
    if (term === undefined || atom === undefined || term.coefficient < 0) return;
    const leastFactor = (least * denominator) / term.coefficient;
    if (atom.kind === "floor") assumeLeast(atom.numerator, Math.ceil(leastFactor) * atom.divisor);
    if (atom.kind !== "symbol" || atom.symbol.isWhole) return;
    atom.symbol.least = Math.max(atom.symbol.least, leastFactor);
    atom.symbol.isWhole = term.coefficient === 1;
}

export function add(a: Dim, b: Dim): Dim {
    if (a.kind === "constant" && b.kind === "constant") return constant(a.value + b.value);
    return combine(a, b, addPolynomials);
}

export function subtract(a: Dim, b: Dim): Dim {
    if (a.kind === "constant" && b.kind === "constant") return constant(a.value - b.value);
    return combine(a, b, subtractPolynomials);
}

export function multiply(a: Dim, b: Dim): Dim {
    if (a.kind === "constant") return b.kind === "constant" ? constant(a.value * b.value) : scale(b, a.value, 1);
    if (b.kind === "constant") return scale(a, b.value, 1);
    return combine(a, b, multiplyPolynomials);
}

/** The exact multiple a * numerator / denominator: `h * 0.5` is `scale(h, 1, 2)`, and twice that is h again. */
export function scale(a: Dim, numerator: number, denominator: number): Dim {
    if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) return unknown;
    if (a.kind === "constant") {
        const product = a.value * numerator;
        return Number.isSafeInteger(product) && product % denominator === 0 ? constant(product / denominator) : unknown;
    }
    if (a.kind !== "expression") return a;
    return fromPolynomial(scalePolynomial(a.polynomial, numerator, denominator));
}

/** The exact quotient, JavaScript's `/`. Where `b` can be zero, the quotient holds for all other values. */
export function divide(a: Dim, b: Dim): Dim {
    if (b.kind === "constant") return scale(a, 1, b.value);
    return combine(a, b, divideExactly);
}

/** floor(a / b), rounding towards minus infinity. `b` is a constant, or divides `a` as a polynomial. */
export function floorDivide(a: Dim, b: Dim): Dim {
    if (b.kind === "constant") {
        if (b.value === 0) return unknown;
        if (b.value === 1) return floor(a);
        if (a.kind === "constant") return constant(floorQuotient(a.value, b.value));
    }
    return floor(divide(a, b));
}

/** ceil(a / b) = -floor(-a / b). */
export function ceilDivide(a: Dim, b: Dim): Dim {
    if (b.kind === "constant") {
        if (b.value === 0) return unknown;
        if (b.value === 1) return ceil(a);
        if (a.kind === "constant") return constant(-floorQuotient(-a.value, b.value));
    }
    return ceil(divide(a, b));
}

/** Math.floor of an expression with fractions, such as h / 2. */
export function floor(a: Dim): Dim {
    if (a.kind !== "expression" || a.polynomial.denominator === 1) return a;
    return fromPolynomial(floorPolynomial(a.polynomial));
}

/** ceil(P / n) = floor((P + n - 1) / n) for an integer P. */
export function ceil(a: Dim): Dim {
    return floorShifted(a, (denominator) => [denominator - 1, denominator]);
}

/** Math.round, which takes halves up: floor(x + 1 / 2). */
export function round(a: Dim): Dim {
    return floorShifted(a, () => [1, 2]);
}

function floorShifted(a: Dim, shift: (denominator: number) => readonly [number, number]): Dim {
    if (a.kind !== "expression" || a.polynomial.denominator === 1) return a;
    const added = scalePolynomial(constantPolynomial(1), ...shift(a.polynomial.denominator));
    const sum = added && addPolynomials(a.polynomial, added);
    return fromPolynomial(sum && floorPolynomial(sum));
}

/**
 * JavaScript's `a % b`. With an `a` that may be negative, JavaScript and Python disagree and the sign would depend on
 * the symbols, so that is `unknown`, unless `b` divides `a`.
 */
export function modulo(a: Dim, b: Dim): Dim {
    if (b.kind !== "constant") return propagate(a, b) ?? unknown;
    if (b.value === 0) return unknown;
    if (a.kind === "constant") return constant(a.value % b.value);
    const rest = subtract(a, multiply(constant(Math.abs(b.value)), floorDivide(a, constant(Math.abs(b.value)))));
    if (rest.kind !== "expression" && rest.kind !== "constant") return rest;
    if (rest.kind === "constant" && rest.value === 0) return rest;
    return isAtLeast(a, constant(0)) === "always" ? rest : unknown;
}

/** max(a, b) = b + max(a - b, 0). */
export function maximum(a: Dim, b: Dim): Dim {
    if (a.kind === "constant" && b.kind === "constant") return a.value >= b.value ? a : b;
    return choose(a, b, "max");
}

/** min(a, b) = a - max(a - b, 0). */
export function minimum(a: Dim, b: Dim): Dim {
    if (a.kind === "constant" && b.kind === "constant") return a.value <= b.value ? a : b;
    return choose(a, b, "min");
}

function choose(a: Dim, b: Dim, which: "max" | "min"): Dim {
    const spread = propagate(a, b);
    if (spread !== undefined) return spread;
    const signs = signsOfDifference(a, b);
    // Two forms of one size: the same one is taken in either order.
    if (signs === zeroSign) return isSimpler(a, b) ? a : b;
    if ((signs & negativeSign) === 0) return which === "max" ? a : b;
    if ((signs & positiveSign) === 0) return which === "max" ? b : a;
    const excess = combine(a, b, (left, right) => {
        const difference = subtractPolynomials(left, right);
        return difference && excessPolynomial(difference);
    });
    return which === "max" ? add(b, excess) : subtract(a, excess);
}

function isSimpler(a: Dim, b: Dim): boolean {
    if (a.kind !== "expression" || b.kind !== "expression") return a.kind === "constant";
    const [own, other] = [keyOf(a.polynomial), keyOf(b.polynomial)];
    return own.length === other.length ? own < other : own.length < other.length;
}

/** `batch` and `unknown` are never equal to anything, themselves included: each stands for some size, not for one. */
export function compare(a: Dim, b: Dim): Comparison {
    if (a.kind === "constant" && b.kind === "constant") return a.value === b.value ? "equal" : "different";
    if (a.kind === "expression" && b.kind === "expression" && identicalPolynomials(a.polynomial, b.polynomial))
        return "equal";
    if (!isNumber(a) || !isNumber(b)) return "unknown";
    const signs = signsOfDifference(a, b);
    if (signs === zeroSign) return "equal";
    return (signs & zeroSign) === 0 ? "different" : "unknown";
}

export function compareOrder(a: Dim, b: Dim): Order {
    switch (signsOfDifference(a, b)) {
        case negativeSign:
            return "less";
        case negativeSign | zeroSign:
            return "atMost";
        case zeroSign:
            return "equal";
        case positiveSign | zeroSign:
            return "atLeast";
        case positiveSign:
            return "greater";
        default:
            return "unknown";
    }
}

export function isAtLeast(a: Dim, b: Dim): "always" | "never" | "unknown" {
    // The question that is asked most: whether a size is at least 1.
    if (a.kind === "expression" && b.kind === "constant") {
        const least = leastOf(a.polynomial);
        if (least >= b.value) return "always";
        // It reaches its least, and grows past any number.
        if (least !== Number.NEGATIVE_INFINITY) return "unknown";
    }
    const signs = signsOfDifference(a, b);
    if ((signs & negativeSign) === 0) return "always";
    return signs === negativeSign ? "never" : "unknown";
}

/** The signs a - b may take: all three where it is not known. */
function signsOfDifference(a: Dim, b: Dim): Signs {
    const any = negativeSign | zeroSign | positiveSign;
    if (a.kind === "constant" && b.kind === "constant") {
        return a.value < b.value ? negativeSign : a.value > b.value ? positiveSign : zeroSign;
    }
    if (!isNumber(a) || !isNumber(b)) return any;
    const left = polynomialOf(a);
    const right = polynomialOf(b);
    const difference = left && right && subtractPolynomials(left, right);
    return difference === undefined ? any : possibleSigns(difference);
}

/** Whether two branches agree on a dimension: the same canonical form, or both the batch. */
export function identical(a: Dim, b: Dim): boolean {
    switch (a.kind) {
        case "constant":
            return b.kind === "constant" && a.value === b.value;
        case "expression":
            return b.kind === "expression" && identicalPolynomials(a.polynomial, b.polynomial);
        case "batch":
            return b.kind === "batch";
        case "unknown":
            return false;
    }
}

/** Source-like text for messages: `2*h - 7`, `floor((h - 7)/2) + 1`, `null`, `?`. */
export function print(dim: Dim): string {
    switch (dim.kind) {
        case "constant":
            return `${dim.value}`;
        case "expression":
            return printPolynomial(dim.polynomial, shortNotation);
        case "batch":
            return "null";
        case "unknown":
            return "?";
    }
}

/** JavaScript source a fix can write, or `undefined` where there is none. */
export function printSource(dim: Dim): string | undefined {
    switch (dim.kind) {
        case "constant":
            return `${dim.value}`;
        case "expression": {
            const names = new Set(symbolsOf(dim).map(({ name }) => name));
            // Two symbols of one name cannot both be meant by that name in one place.
            if (names.size < symbolsOf(dim).length) return undefined;
            return printPolynomial(dim.polynomial, sourceNotation);
        }
        case "batch":
            return "null";
        case "unknown":
            return undefined;
    }
}

/** For callers of `analyze`: a number, `null` for the batch, text for anything else. */
export function toData(dim: Dim): number | null | string {
    switch (dim.kind) {
        case "constant":
            return dim.value;
        case "batch":
            return null;
        case "expression":
        case "unknown":
            return print(dim);
    }
}

/** The number a dimension is for given sizes; a fraction where a size does not divide as the author meant. */
export function substitute(dim: Dim, valueOf: (symbol: SizeSymbol) => number): number | undefined {
    switch (dim.kind) {
        case "constant":
            return dim.value;
        case "expression":
            return evaluatePolynomial(dim.polynomial, valueOf);
        case "batch":
        case "unknown":
            return undefined;
    }
}

/** The symbols a dimension depends on, each once, in the order they were made. */
export function symbolsOf(dim: Dim): SizeSymbol[] {
    if (dim.kind !== "expression") return [];
    const found = new Set<SizeSymbol>();
    for (const atom of atomsOf(dim.polynomial)) {
        if (atom.kind === "symbol") found.add(atom.symbol);
    }
    return [...found].sort((a, b) => a.order - b.order);
}

/** How many times as fast as `b` does `a` grow? 2 * h over h - 6 gives 2 / 1; floor(h / 2) grows like h / 2. */
export function leadingRatio(a: Dim, b: Dim): Ratio | undefined {
    if (a.kind !== "expression" || b.kind !== "expression") return undefined;
    return growthRatio(a.polynomial, b.polynomial);
}

/** The batch and what is not known have no polynomial, and no comparison tells anything of them. */
function isNumber({ kind }: Dim): boolean {
    return kind === "constant" || kind === "expression";
}

/** What an operation gives where an operand is no number: `unknown` before the batch. */
function propagate(a: Dim, b: Dim): Dim | undefined {
    if (a.kind === "unknown" || b.kind === "unknown") return unknown;
    return a.kind === "batch" || b.kind === "batch" ? batch : undefined;
}

function combine(a: Dim, b: Dim, operation: (a: Polynomial, b: Polynomial) => Polynomial | undefined): Dim {
    if (!isNumber(a) || !isNumber(b)) return propagate(a, b) ?? unknown;
    const left = polynomialOf(a);
    const right = polynomialOf(b);
    if (left === undefined || right === undefined) return unknown;
    return fromPolynomial(operation(left, right));
}

function polynomialOf(dim: Dim): Polynomial | undefined {
    switch (dim.kind) {
        case "constant":
            return constantPolynomial(dim.value);
        case "expression":
            return dim.polynomial;
        case "batch":
        case "unknown":
            return undefined;
    }
}

function fromPolynomial(polynomial: Polynomial | undefined): Dim {
    if (polynomial === undefined) return unknown;
    const leading = polynomial.terms[0];
    if (leading === undefined) return constant(0);
    if (leading.monomial.degree > 0) return { kind: "expression", polynomial };
    return polynomial.denominator === 1 ? constant(leading.coefficient) : unknown;
}
