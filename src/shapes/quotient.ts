import {
    addPolynomials,
    type Atom,
    atomPolynomial,
    constantPolynomial,
    degreeOf,
    floorQuotient,
    greatestCommonDivisor,
    keyOf,
    mapCoefficients,
    multiplyPolynomials,
    type Polynomial,
    reduce,
    scalePolynomial,
    type Term,
    weightOf,
    zero,
} from "./polynomial.js";

/** The greatest weight of what a quotient or a maximum holds: no program that means a size comes near it. */
const maxAtomWeight = 16;

/**
 * floor(value) in canonical form: whole multiples come out (floor((2h + 3) / 2) = h + 1), common factors go
 * (floor((2h + 1) / 4) = floor(h / 2)), and nested quotients join (floor(floor(x / a) / b) = floor(x / (a * b))).
 */
export function floorPolynomial(value: Polynomial): Polynomial | undefined {
    let outside: Polynomial | undefined = zero;
    let inside = value;
    while (inside.denominator !== 1) {
        const divisor = inside.denominator;
        const whole: Term[] = [];
        const rest: Term[] = [];
        let common = divisor;
        for (const { coefficient, monomial } of inside.terms) {
            const quotient = floorQuotient(coefficient, divisor);
            const remainder = coefficient - quotient * divisor;
            if (quotient !== 0) whole.push({ coefficient: quotient, monomial });
            if (remainder === 0) continue;
            rest.push({ coefficient: remainder, monomial });
            if (monomial.degree > 0) common = greatestCommonDivisor(common, remainder);
        }
        outside = addPolynomials(outside, { denominator: 1, terms: whole });
        if (outside === undefined) return undefined;
        // No variable part is left, and the constant is below one.
        if (common === divisor) return outside;
        if (common > 1) {
            // The variable part is a multiple of `common`, so what the constant has beyond such a multiple is lost.
            const terms = mapCoefficients(rest, (c) => floorQuotient(c, common)).filter(
                (term) => term.coefficient !== 0
            );
            inside = { denominator: divisor / common, terms };
            continue;
        }
        const joined = joinNested(rest, divisor);
        if (joined === "overflow") return undefined;
        if (joined === "none") {
            const atom = floorAtom({ denominator: 1, terms: rest }, divisor);
            return atom && addPolynomials(outside, atomPolynomial(atom));
        }
        inside = joined;
    }
    return addPolynomials(outside, inside);
}

/**
 * floor((floor(x / a) + m) / b) = floor((x + a * m) / (a * b)) for an integer m. With two such quotients in the sum
 * there are two ways to do this, so neither is taken: a form must not depend on the order of operations.
 */
function joinNested(terms: readonly Term[], divisor: number): Polynomial | "none" | "overflow" {
    const nested = terms.flatMap((term) => {
        const factor = term.monomial.factors[0];
        const alone = term.coefficient === 1 && term.monomial.factors.length === 1 && factor?.power === 1;
        return alone && factor.atom.kind === "floor" ? [{ term, atom: factor.atom }] : [];
    });
    const only = nested[0];
    if (only === undefined || nested.length > 1) return "none";
    const others = { denominator: 1, terms: terms.filter((term) => term !== only.term) };
    const lifted = scalePolynomial(others, only.atom.divisor, 1);
    const numerator = lifted && addPolynomials(only.atom.numerator, lifted);
    const denominator = only.atom.divisor * divisor;
    if (numerator === undefined || !Number.isSafeInteger(denominator)) return "overflow";
    return { denominator, terms: numerator.terms };
}

function floorAtom(numerator: Polynomial, divisor: number): Atom | undefined {
    const weight = weightOf(numerator);
    if (weight > maxAtomWeight) return undefined;
    return {
        kind: "floor",
        numerator,
        divisor,
        key: `floor(${keyOf(numerator)},${divisor})`,
        degree: degreeOf(numerator),
        weight: weight + 1,
    };
}

/**
 * max(value, 0) in canonical form: a common factor comes out, and max(-x, 0) = max(x, 0) - x. All maxima and minima
 * are made of it: max(a, b) = b + max(a - b, 0), min(a, b) = a - max(a - b, 0).
 */
export function excessPolynomial(value: Polynomial): Polynomial | undefined {
    const leading = value.terms[0];
    if (leading === undefined) return zero;
    if (leading.monomial.degree === 0) return leading.coefficient > 0 ? value : zero;
    const content = value.terms.reduce((common, term) => greatestCommonDivisor(common, term.coefficient), 0);
    const sign = leading.coefficient < 0 ? -1 : 1;
    const of = { denominator: 1, terms: mapCoefficients(value.terms, (c) => c / (content * sign)) };
    const weight = weightOf(of);
    if (weight > maxAtomWeight) return undefined;
    const atom: Atom = { kind: "excess", of, key: `max(${keyOf(of)})`, degree: degreeOf(of), weight: weight + 1 };
    const scaled = scalePolynomial(atomPolynomial(atom), content, value.denominator);
    return scaled && (sign < 0 ? addPolynomials(scaled, value) : scaled);
}

/** `value` with some atoms replaced, at every depth, and brought to canonical form again. `replacement` gives `undefined` to keep an atom. */
export function replaceAtoms(
    value: Polynomial,
    replacement: (atom: Atom) => Polynomial | undefined
): Polynomial | undefined {
    let sum: Polynomial | undefined = zero;
    for (const { coefficient, monomial } of value.terms) {
        let product: Polynomial | undefined = constantPolynomial(coefficient);
        for (const { atom, power } of monomial.factors) {
            const replaced = replaceAtom(atom, replacement);
            if (replaced === undefined) return undefined;
            for (let i = 0; i < power; i++) product = product && multiplyPolynomials(product, replaced);
        }
        sum = product && addPolynomials(sum, product);
        if (sum === undefined) return undefined;
    }
    return value.denominator === 1 ? sum : scalePolynomial(sum, 1, value.denominator);
}

function replaceAtom(atom: Atom, replacement: (atom: Atom) => Polynomial | undefined): Polynomial | undefined {
    const given = replacement(atom);
    if (given !== undefined) return given;
    switch (atom.kind) {
        case "symbol":
            return atomPolynomial(atom);
        case "floor": {
            const numerator = replaceAtoms(atom.numerator, replacement);
            return numerator && floorPolynomial(over(numerator, atom.divisor));
        }
        case "excess": {
            const of = replaceAtoms(atom.of, replacement);
            return of && excessPolynomial(of);
        }
    }
}

/** floor(numerator / divisor) needs no rational arithmetic: the denominator is taken up as it stands. */
function over(numerator: Polynomial, divisor: number): Polynomial {
    return reduce(numerator.terms, numerator.denominator * divisor);
}

/** All atoms of `value`, those inside other atoms included, each as often as it stands there. */
export function atomsOf(value: Polynomial): Atom[] {
    return value.terms.flatMap(({ monomial }) =>
        monomial.factors.flatMap(({ atom }) => {
            switch (atom.kind) {
                case "symbol":
                    return [atom];
                case "floor":
                    return [atom, ...atomsOf(atom.numerator)];
                case "excess":
                    return [atom, ...atomsOf(atom.of)];
            }
        })
    );
}
