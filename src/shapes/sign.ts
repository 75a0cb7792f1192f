import {
    addPolynomials,
    type Atom,
    atomPolynomial,
    constantCoefficient,
    constantPolynomial,
    degreeOf,
    greatestCommonDivisor,
    type Monomial,
    multiplyPolynomials,
    onlyAtom,
    type Polynomial,
    scalePolynomial,
    type SizeSymbol,
    subtractPolynomials,
    symbolAtom,
    weightOf,
} from "./polynomial.js";
import { atomsOf, replaceAtoms } from "./quotient.js";

/** The signs a polynomial may take, a bit each. More than it does take is sound; fewer is not. */
export type Signs = number;

export const negativeSign = 1;
export const zeroSign = 2;
export const positiveSign = 4;
const anySign: Signs = negativeSign | zeroSign | positiveSign;

/** The most residues looked at one by one: two strides of 6, or one of 36. */
const maxResidues = 36;

/** The most atoms one question walks over, counted each time, so that it stays cheap in an editor. */
const maxWork = 800;

/** What is left of `maxWork`; when it is used up, any sign is possible. */
interface Budget {
    left: number;
}

/** Takes the work of one walk over `value`, and tells whether it may be done. */
function spend(budget: Budget, value: Polynomial): boolean {
    budget.left -= weightOf(value) + value.terms.length;
    return budget.left >= 0;
}

/** The signs `value` may take, over all values of its symbols. */
export function possibleSigns(value: Polynomial): Signs {
    return holdsUnproven(value) ? signsOfNumbers(value) : signsWithin(value, { left: maxWork });
}

/** Of numbers that may be fractions, or negative, only how they grow away from their least. */
function signsOfNumbers(value: Polynomial): Signs {
    const sign = (value.terms[0]?.coefficient ?? 0) < 0 ? -1 : 1;
    // A least fraction is rounded, so that zero may be missed.
    const isBeyond = leastOf(value, sign) > 1e-6;
    return isBeyond ? (sign > 0 ? positiveSign : negativeSign) : anySign;
}

function holdsUnproven({ terms }: Polynomial): boolean {
    for (const { monomial } of terms) {
        for (const { atom } of monomial.factors) {
            if (isUnproven(atom)) return true;
        }
    }
    return false;
}

function isUnproven(atom: Atom): boolean {
    switch (atom.kind) {
        case "symbol":
            return !atom.symbol.isWhole;
        case "floor":
            return holdsUnproven(atom.numerator);
        case "excess":
            return holdsUnproven(atom.of);
    }
}

/**
 * The least value of a polynomial, or of its negative: it is reached where every symbol has its least, so exact, where
 * the value only grows with each symbol. −∞ where it takes more to tell.
 */
export function leastOf({ terms, denominator }: Polynomial, sign: 1 | -1 = 1): number {
    let least = 0;
    for (const { coefficient, monomial } of terms) {
        let product = coefficient * sign;
        if (product < 0 && monomial.degree > 0) return Number.NEGATIVE_INFINITY;
        for (const { atom, power } of monomial.factors) {
            const leastFactor = leastOfAtom(atom);
            // A negative factor would turn around what its neighbours do.
            if (leastFactor < 0) return Number.NEGATIVE_INFINITY;
            product *= power === 1 ? leastFactor : leastFactor ** power;
        }
        least += product;
    }
    return least / denominator;
}

function leastOfAtom(atom: Atom): number {
    switch (atom.kind) {
        case "symbol":
            return atom.symbol.least;
        case "floor":
            return Math.floor(leastOf(atom.numerator) / atom.divisor);
        case "excess": {
            const least = leastOf(atom.of);
            return least === Number.NEGATIVE_INFINITY ? least : Math.max(least, 0);
        }
    }
}

function signsWithin(value: Polynomial, budget: Budget): Signs {
    const sign = (value.terms[0]?.coefficient ?? 0) < 0 ? -1 : 1;
    const least = leastOf(value, sign);
    if (least >= 0) return growingSigns(value, least, sign);
    if (value.terms.every(({ monomial }) => monomial.factors.every(({ atom }) => atom.kind === "symbol"))) {
        return symbolSigns(value);
    }
    if (!spend(budget, value)) return anySign;
    const excess = atomsOf(value).find((atom) => atom.kind === "excess");
    if (excess !== undefined) return excessSigns(value, excess, budget);
    const signs = boundSigns(value, budget);
    if (signs === zeroSign || (signs & zeroSign) === 0) return signs;
    return signs & residueSigns(value, budget);
}

/** What only grows, or falls, away from `least`, which it reaches; nothing but a constant stops anywhere. */
function growingSigns(value: Polynomial, least: number, sign: 1 | -1): Signs {
    const beyond = sign > 0 ? positiveSign : negativeSign;
    if (least > 0) return beyond;
    return degreeOf(value) === 0 ? zeroSign : zeroSign | beyond;
}

/** Over symbols alone: with s = least + t, t ≥ 0, coefficients of one sign decide. */
function symbolSigns(value: Polynomial): Signs {
    const shifted = shiftSymbols(value);
    if (shifted === undefined) return anySign;
    // All t may be zero together, so a constant term of zero means that zero is reached.
    let signs: Signs = constantCoefficient(shifted) === 0 ? zeroSign : 0;
    for (const { coefficient } of shifted.terms) signs |= coefficient < 0 ? negativeSign : positiveSign;
    // Between two signs anything may lie.
    if (signs === (negativeSign | positiveSign)) signs = anySign;
    return reachesZero(value) ? signs : signs & ~zeroSign;
}

/** `value` in t = s - least for each symbol s; a sum of multiples only has another constant, and needs no expansion. */
function shiftSymbols(value: Polynomial): Polynomial | undefined {
    let constant = 0;
    for (const { coefficient, monomial } of value.terms) {
        const atom = onlyAtom(monomial);
        if (atom?.kind === "symbol") constant += coefficient * atom.symbol.least;
        else if (monomial.degree > 0) return expandSymbols(value);
    }
    const offset = scalePolynomial(constantPolynomial(constant), 1, value.denominator);
    return offset && addPolynomials(value, offset);
}

function expandSymbols(value: Polynomial): Polynomial | undefined {
    return replaceAtoms(value, (atom) => {
        if (atom.kind !== "symbol" || atom.symbol.least === 0) return undefined;
        return addPolynomials(atomPolynomial(atom), constantPolynomial(atom.symbol.least));
    });
}

/** Whether divisibility leaves zero possible: 2 * h - 2 * w - 1 is odd whatever h and w are. */
function reachesZero(value: Polynomial): boolean {
    let common = 0;
    for (const { coefficient, monomial } of value.terms) {
        if (monomial.degree > 0) common = greatestCommonDivisor(common, coefficient);
    }
    const constant = constantCoefficient(value);
    return constant === 0 || (common !== 0 && constant % common === 0);
}

/** max(x, 0) is x or 0: what neither case gives is not possible. It is also at least both. */
function excessSigns(value: Polynomial, excess: Extract<Atom, { kind: "excess" }>, budget: Budget): Signs {
    const signsFor = (replacement: Polynomial): Signs => {
        const replaced = replaceAtoms(value, (atom) => (atom.key === excess.key ? replacement : undefined));
        return replaced === undefined ? anySign : signsWithin(replaced, budget);
    };
    const asValue = signsFor(excess.of);
    const asZero = signsFor(constantPolynomial(0));
    const signs = asValue | asZero;
    switch (monotonyIn(value, excess)) {
        case "rising":
            return signs & upwards(asValue) & upwards(asZero);
        case "falling":
            return signs & downwards(asValue) & downwards(asZero);
        case "unknown":
            return signs;
    }
}

/** The signs of anything that is at least as great as something with these signs. */
function upwards(signs: Signs): Signs {
    if ((signs & negativeSign) !== 0) return anySign;
    return (signs & zeroSign) !== 0 ? zeroSign | positiveSign : positiveSign;
}

function downwards(signs: Signs): Signs {
    if ((signs & positiveSign) !== 0) return anySign;
    return (signs & zeroSign) !== 0 ? zeroSign | negativeSign : negativeSign;
}

/** Whether `value` only grows, or only shrinks, with an atom. Decided where it stands alone, or with symbols (never negative). */
function monotonyIn(value: Polynomial, wanted: Atom): "rising" | "falling" | "unknown" {
    let direction = 0;
    for (const { coefficient, monomial } of value.terms) {
        if (!monomial.factors.some(({ atom }) => atomsWithin(atom).some(({ key }) => key === wanted.key))) continue;
        const simple = monomial.factors.every(
            ({ atom, power }) => atom.kind === "symbol" || (atom.key === wanted.key && power === 1)
        );
        const sign = Math.sign(coefficient);
        if (!simple || direction === -sign) return "unknown";
        direction = sign;
    }
    return direction > 0 ? "rising" : direction < 0 ? "falling" : "unknown";
}

function atomsWithin(atom: Atom): Atom[] {
    return atomsOf(atomPolynomial(atom));
}

/** With every floor quotient replaced by its bounds: (P - n + 1) / n ≤ floor(P / n) ≤ P / n for integers P and n > 0. */
function boundSigns(value: Polynomial, budget: Budget): Signs {
    const lower = boundFloors(value, "lower", budget);
    const upper = boundFloors(value, "upper", budget);
    let signs = anySign;
    if (lower !== undefined) signs &= upwards(symbolSigns(lower));
    if (upper !== undefined) signs &= downwards(symbolSigns(upper));
    return reachesZero(value) ? signs : signs & ~zeroSign;
}

function boundFloors(value: Polynomial, side: "lower" | "upper", budget: Budget): Polynomial | undefined {
    let bound: Polynomial | undefined = value;
    while (bound !== undefined && spend(budget, bound)) {
        const next = firstFloor(bound);
        if (next === undefined) return bound;
        const { coefficient, atom, others } = next;
        if (!isNeverNegative(others, budget)) return undefined;
        const slack = coefficient > 0 === (side === "lower") ? 1 - atom.divisor : 0;
        const numerator = addPolynomials(atom.numerator, constantPolynomial(slack));
        const replacement = numerator && scalePolynomial(numerator, 1, atom.divisor);
        const difference = replacement && subtractPolynomials(replacement, atomPolynomial(atom));
        const scaled = scalePolynomial(
            { denominator: 1, terms: [{ coefficient, monomial: others }] },
            1,
            bound.denominator
        );
        const change = difference && scaled && multiplyPolynomials(scaled, difference);
        bound = change && addPolynomials(bound, change);
    }
    return undefined;
}

/** The first floor quotient in a polynomial, and what multiplies it. */
function firstFloor(value: Polynomial) {
    for (const { coefficient, monomial } of value.terms) {
        for (const { atom, power } of monomial.factors) {
            if (atom.kind !== "floor") continue;
            const rest = monomial.factors.filter((factor) => factor.atom !== atom);
            const factors =
                power === 1 ? rest : monomial.factors.map((f) => (f.atom === atom ? { atom, power: power - 1 } : f));
            const others = { factors, degree: monomial.degree - atom.degree, weight: monomial.weight - atom.weight };
            return { coefficient, atom, others };
        }
    }
    return undefined;
}

function isNeverNegative(monomial: Monomial, budget: Budget): boolean {
    return monomial.factors.every(({ atom }) => {
        switch (atom.kind) {
            case "symbol":
            case "excess":
                return true;
            case "floor":
                return (boundSigns(atom.numerator, budget) & negativeSign) === 0;
        }
    });
}

/**
 * Case by case: with s = L * t + r for every residue r, the floor quotients whose divisors go into L resolve to
 * polynomials in t. This decides what bounds cannot, such as h - floor(h / 2) = floor((h + 1) / 2).
 */
function residueSigns(value: Polynomial, budget: Budget): Signs {
    const periods = [...periodsOf(value)];
    const count = periods.reduce((product, [, period]) => product * period, 1);
    if (count > maxResidues) return anySign;
    let signs: Signs = 0;
    for (let index = 0; index < count && signs !== anySign; index++) {
        if (!spend(budget, value)) return anySign;
        let rest = index;
        const replacements = new Map<SizeSymbol, Polynomial | undefined>();
        for (const [symbol, period] of periods) {
            const t = atomPolynomial(symbolAtom({ ...symbol, least: 0 }));
            const scaled = scalePolynomial(t, period, 1);
            replacements.set(
                symbol,
                scaled && addPolynomials(scaled, constantPolynomial(symbol.least + (rest % period)))
            );
            rest = Math.floor(rest / period);
        }
        const resolved = replaceAtoms(value, (atom) =>
            atom.kind === "symbol" ? replacements.get(atom.symbol) : undefined
        );
        if (resolved === undefined) return anySign;
        const isResolved = atomsOf(resolved).every((atom) => atom.kind === "symbol");
        signs |= isResolved ? symbolSigns(resolved) : boundSigns(resolved, budget);
    }
    return signs;
}

/** For each symbol inside floor quotients, the step over which all of them repeat. */
function periodsOf(value: Polynomial): Map<SizeSymbol, number> {
    const periods = new Map<SizeSymbol, number>();
    const visit = (within: Polynomial, period: number): void => {
        for (const { monomial } of within.terms) {
            for (const { atom } of monomial.factors) {
                if (atom.kind === "floor") visit(atom.numerator, period * atom.divisor);
                if (atom.kind !== "symbol" || period === 1) continue;
                const known = periods.get(atom.symbol) ?? 1;
                periods.set(atom.symbol, (known / greatestCommonDivisor(known, period)) * period);
            }
        }
    };
    visit(value, 1);
    return periods;
}
