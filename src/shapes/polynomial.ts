/**
 * Polynomials with rational coefficients over integer atoms: the canonical form of a symbolic dimension.
 *
 * Every operation gives `undefined` where an integer would leave the safe range or the result would grow past the
 * limits below, so hostile input stays cheap and nothing is ever rounded.
 */

/** The size of something that is not known, but always the same. Two symbols are the same only if they are one object. */
export interface SizeSymbol {
    readonly name: string;
    /** 1, or 0 where zero is legal; −∞ until something is known of the number (see `assumeSize`). */
    least: number;
    /** Whether it is an integer: a number that is not known to be a size may be a fraction. */
    isWhole: boolean;
    /** Symbols are numbered as they are made: the order in which sums and products name them. */
    readonly order: number;
}

/** What a polynomial is over. Every atom is an integer for every value of the symbols, and none is constant. */
export type Atom =
    | (AtomTraits & { readonly kind: "symbol"; readonly symbol: SizeSymbol })
    /** floor(numerator / divisor): the numerator has integer coefficients in 0 … divisor − 1. */
    | (AtomTraits & { readonly kind: "floor"; readonly numerator: Polynomial; readonly divisor: number })
    /** max(of, 0): `of` has coprime integer coefficients, the leading one positive. */
    | (AtomTraits & { readonly kind: "excess"; readonly of: Polynomial });

interface AtomTraits {
    /** Structural text: two atoms are the same exactly when their keys are. */
    readonly key: string;
    /** How fast the atom grows: floor(h * w / 2) has degree 2. */
    readonly degree: number;
    /** How many symbols, quotients and maxima it mentions, each time counted: what it costs to walk it. */
    readonly weight: number;
}

export interface Factor {
    readonly atom: Atom;
    readonly power: number;
}

export interface Monomial {
    readonly factors: readonly Factor[];
    readonly degree: number;
    readonly weight: number;
}

export interface Term {
    readonly coefficient: number;
    readonly monomial: Monomial;
}

/** The sum of `terms`, highest first, over a positive denominator that has no factor common with all coefficients. */
export interface Polynomial {
    readonly denominator: number;
    readonly terms: readonly Term[];
}

const maxTerms = 64;
const maxDegree = 8;
const maxWeight = 128;

export const unit: Monomial = { factors: [], degree: 0, weight: 0 };
export const zero: Polynomial = { denominator: 1, terms: [] };

export function constantPolynomial(value: number): Polynomial {
    return value === 0 ? zero : { denominator: 1, terms: [{ coefficient: value, monomial: unit }] };
}

export function atomPolynomial(atom: Atom): Polynomial {
    const monomial = { factors: [{ atom, power: 1 }], degree: atom.degree, weight: atom.weight };
    return { denominator: 1, terms: [{ coefficient: 1, monomial }] };
}

export function symbolAtom(symbol: SizeSymbol): Atom {
    return { kind: "symbol", symbol, key: `s${symbol.order}`, degree: 1, weight: 1 };
}

/** The denominator and every coefficient divided by what they have in common; terms must be sorted and non-zero. */
export function reduce(terms: readonly Term[], denominator: number): Polynomial {
    if (terms.length === 0) return zero;
    let common = denominator;
    for (const term of terms) {
        if (common === 1) return { denominator, terms };
        common = greatestCommonDivisor(common, term.coefficient);
    }
    return common === 1
        ? { denominator, terms }
        : { denominator: denominator / common, terms: mapCoefficients(terms, (c) => c / common) };
}

export function mapCoefficients(terms: readonly Term[], change: (coefficient: number) => number): Term[] {
    return terms.map(({ coefficient, monomial }) => ({ coefficient: change(coefficient), monomial }));
}

export function addPolynomials(a: Polynomial, b: Polynomial): Polynomial | undefined {
    return combine(a, b, 1);
}

export function subtractPolynomials(a: Polynomial, b: Polynomial): Polynomial | undefined {
    return combine(a, b, -1);
}

function combine(a: Polynomial, b: Polynomial, sign: 1 | -1): Polynomial | undefined {
    if (b.terms.length === 0) return a;
    const common = greatestCommonDivisor(a.denominator, b.denominator);
    const scaleA = b.denominator / common;
    const scaleB = (a.denominator / common) * sign;
    const denominator = a.denominator * scaleA;
    if (!Number.isSafeInteger(denominator)) return undefined;
    const terms = mergeTerms(a.terms, scaleA, b.terms, scaleB);
    return terms && withinLimits(reduce(terms, denominator));
}

function mergeTerms(a: readonly Term[], scaleA: number, b: readonly Term[], scaleB: number): Term[] | undefined {
    const merged: Term[] = [];
    let i = 0;
    let j = 0;
    for (;;) {
        const left = a[i];
        const right = b[j];
        if (left === undefined && right === undefined) return merged;
        const order =
            left === undefined ? 1 : right === undefined ? -1 : compareMonomials(left.monomial, right.monomial);
        let coefficient = 0;
        let monomial = unit;
        if (left !== undefined && order <= 0) {
            coefficient += left.coefficient * scaleA;
            monomial = left.monomial;
            i++;
        }
        if (right !== undefined && order >= 0) {
            const added = right.coefficient * scaleB;
            // Checked by itself: two unsafe halves can add up to a number that looks safe.
            if (!Number.isSafeInteger(added) || !Number.isSafeInteger(coefficient)) return undefined;
            coefficient += added;
            monomial = right.monomial;
            j++;
        }
        if (!Number.isSafeInteger(coefficient)) return undefined;
        if (coefficient !== 0) merged.push({ coefficient, monomial });
    }
}

export function multiplyPolynomials(a: Polynomial, b: Polynomial): Polynomial | undefined {
    const denominator = a.denominator * b.denominator;
    if (!Number.isSafeInteger(denominator)) return undefined;
    const [few, many] = a.terms.length <= b.terms.length ? [a.terms, b.terms] : [b.terms, a.terms];
    if (many.length > maxTerms) return undefined;
    let sum: readonly Term[] = [];
    for (const term of few) {
        const row = multiplyTerms(many, term);
        const next = row && mergeTerms(sum, 1, row, 1);
        if (next === undefined || next.length > maxTerms) return undefined;
        sum = next;
    }
    return withinLimits(reduce(sum, denominator));
}

/** The order of monomials is kept by a common factor, so the row comes out sorted. */
function multiplyTerms(terms: readonly Term[], by: Term): Term[] | undefined {
    const row: Term[] = [];
    for (const term of terms) {
        const coefficient = term.coefficient * by.coefficient;
        if (!Number.isSafeInteger(coefficient)) return undefined;
        const monomial = multiplyMonomials(term.monomial, by.monomial);
        if (monomial.degree > maxDegree) return undefined;
        row.push({ coefficient, monomial });
    }
    return row;
}

export function scalePolynomial(a: Polynomial, numerator: number, denominator: number): Polynomial | undefined {
    if (denominator === 0) return undefined;
    if (numerator === 0) return zero;
    const common = greatestCommonDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
    const by = numerator / common;
    const whole = a.denominator * (denominator / common);
    if (!Number.isSafeInteger(whole)) return undefined;
    if (by === 1) return withinLimits(reduce(a.terms, whole));
    const terms = new Array<Term>(a.terms.length);
    for (let i = 0; i < terms.length; i++) {
        const { coefficient, monomial } = a.terms[i] ?? { coefficient: 0, monomial: unit };
        const product = coefficient * by;
        if (!Number.isSafeInteger(product)) return undefined;
        terms[i] = { coefficient: product, monomial };
    }
    return withinLimits(reduce(terms, whole));
}

/** The polynomial q with q * b = a, if there is one. */
export function divideExactly(a: Polynomial, b: Polynomial): Polynomial | undefined {
    const divisor = b.terms[0];
    if (divisor === undefined) return undefined;
    let quotient = zero;
    let rest: Polynomial | undefined = a;
    for (let step = 0; step < maxTerms; step++) {
        const leading: Term | undefined = rest?.terms[0];
        if (rest === undefined) return undefined;
        if (leading === undefined) return quotient;
        const monomial = divideMonomials(leading.monomial, divisor.monomial);
        if (monomial === undefined) return undefined;
        const ratio = scalePolynomial(
            { denominator: rest.denominator, terms: [{ coefficient: leading.coefficient, monomial }] },
            b.denominator,
            divisor.coefficient
        );
        const product = ratio && multiplyPolynomials(ratio, b);
        const sum: Polynomial | undefined = ratio && addPolynomials(quotient, ratio);
        if (product === undefined || sum === undefined) return undefined;
        quotient = sum;
        rest = subtractPolynomials(rest, product);
    }
    return undefined;
}

function multiplyMonomials(a: Monomial, b: Monomial): Monomial {
    if (a.factors.length === 0) return b;
    if (b.factors.length === 0) return a;
    const factors: Factor[] = [];
    let i = 0;
    let j = 0;
    for (;;) {
        const left = a.factors[i];
        const right = b.factors[j];
        if (left === undefined && right === undefined) break;
        const order = left === undefined ? 1 : right === undefined ? -1 : compareAtoms(left.atom, right.atom);
        if (left !== undefined && right !== undefined && order === 0) {
            factors.push({ atom: left.atom, power: left.power + right.power });
        } else if (left !== undefined && order < 0) {
            factors.push(left);
        } else if (right !== undefined) {
            factors.push(right);
        }
        if (order <= 0) i++;
        if (order >= 0) j++;
    }
    return { factors, degree: a.degree + b.degree, weight: a.weight + b.weight };
}

function divideMonomials(a: Monomial, b: Monomial): Monomial | undefined {
    if (b.factors.length === 0) return a;
    const factors: Factor[] = [];
    let found = 0;
    for (const factor of a.factors) {
        const taken = b.factors.find(({ atom }) => compareAtoms(atom, factor.atom) === 0);
        if (taken !== undefined) found++;
        const power = factor.power - (taken?.power ?? 0);
        if (power < 0) return undefined;
        if (power > 0) factors.push({ atom: factor.atom, power });
    }
    if (found < b.factors.length) return undefined;
    return { factors, degree: a.degree - b.degree, weight: a.weight - b.weight };
}

/** Highest first: by degree, then by the power of the first atom in which they differ. Zero exactly for equal ones. */
export function compareMonomials(a: Monomial, b: Monomial): number {
    if (a === b) return 0;
    if (a.degree !== b.degree) return b.degree - a.degree;
    for (let i = 0; ; i++) {
        const left = a.factors[i];
        const right = b.factors[i];
        if (left === undefined || right === undefined)
            return (left === undefined ? 1 : 0) - (right === undefined ? 1 : 0);
        const order = compareAtoms(left.atom, right.atom);
        if (order !== 0) return order;
        if (left.power !== right.power) return right.power - left.power;
    }
}

function compareAtoms(a: Atom, b: Atom): number {
    if (a === b) return 0;
    if (a.kind === "symbol" && b.kind === "symbol") return a.symbol.order - b.symbol.order;
    if (a.kind !== b.kind) return atomRank[a.kind] - atomRank[b.kind];
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

const atomRank = { symbol: 0, floor: 1, excess: 2 } as const;

export function identicalPolynomials(a: Polynomial, b: Polynomial): boolean {
    if (a === b) return true;
    if (a.denominator !== b.denominator || a.terms.length !== b.terms.length) return false;
    return a.terms.every((term, index) => {
        const other = b.terms[index];
        return (
            other !== undefined &&
            term.coefficient === other.coefficient &&
            compareMonomials(term.monomial, other.monomial) === 0
        );
    });
}

/** The atom a monomial consists of, if it is one atom to the first power. */
export function onlyAtom({ factors }: Monomial): Atom | undefined {
    const [first, second] = factors;
    return second === undefined && first?.power === 1 ? first.atom : undefined;
}

/** Structural text of a polynomial, for the keys of the atoms that hold one. */
export function keyOf({ denominator, terms }: Polynomial): string {
    const sum = terms.map(({ coefficient, monomial }) => {
        const product = monomial.factors.map(({ atom, power }) => (power === 1 ? atom.key : `${atom.key}^${power}`));
        return [coefficient, ...product].join("*");
    });
    return `${sum.join("+")}/${denominator}`;
}

export function degreeOf(a: Polynomial): number {
    return a.terms[0]?.monomial.degree ?? 0;
}

/** How many atoms it mentions at every depth. */
export function weightOf(a: Polynomial): number {
    return a.terms.reduce((sum, { monomial }) => sum + monomial.weight, 0);
}

/** The constant term times the denominator. */
export function constantCoefficient(a: Polynomial): number {
    const last = a.terms.at(-1);
    return last !== undefined && last.monomial.degree === 0 ? last.coefficient : 0;
}

function withinLimits(a: Polynomial): Polynomial | undefined {
    return a.terms.length <= maxTerms && degreeOf(a) <= maxDegree && weightOf(a) <= maxWeight ? a : undefined;
}

export function greatestCommonDivisor(a: number, b: number): number {
    let x = Math.abs(a);
    let y = Math.abs(b);
    while (y !== 0) [x, y] = [y, x % y];
    return x;
}

/** floor(a / b) without the rounding of a floating-point quotient. */
export function floorQuotient(a: number, b: number): number {
    const rest = a % b;
    const quotient = (a - rest) / b;
    return rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient;
}
