import { compareMonomials, greatestCommonDivisor, type Polynomial, scalePolynomial, type Term } from "./polynomial.js";
import { atomsOf, replaceAtoms } from "./quotient.js";

export interface Ratio {
    readonly numerator: number;
    readonly denominator: number;
}

/** The ratio of the leading parts, where one is a multiple of the other: how a and b compare for large sizes. */
export function growthRatio(a: Polynomial, b: Polynomial): Ratio | undefined {
    const above = smooth(a);
    const below = smooth(b);
    if (above === undefined || below === undefined) return undefined;
    const top = leadingTerms(above);
    const bottom = leadingTerms(below);
    const first = top[0]?.coefficient;
    const second = bottom[0]?.coefficient;
    if (first === undefined || second === undefined || top.length !== bottom.length) return undefined;
    const isMultiple = top.every(({ coefficient, monomial }, index) => {
        const other = bottom[index];
        if (other === undefined || compareMonomials(monomial, other.monomial) !== 0) return false;
        return coefficient * second === other.coefficient * first;
    });
    const numerator = first * below.denominator;
    const denominator = second * above.denominator;
    if (!isMultiple || !Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return undefined;
    const common = greatestCommonDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
    return { numerator: numerator / common, denominator: denominator / common };
}

function leadingTerms({ terms }: Polynomial): Term[] {
    return terms.filter(({ monomial }) => monomial.degree === terms[0]?.monomial.degree);
}

/** With every floor quotient as the plain quotient, and every max(x, 0) as x. */
function smooth(value: Polynomial): Polynomial | undefined {
    let smoothed: Polynomial | undefined = value;
    while (smoothed !== undefined && atomsOf(smoothed).some(({ kind }) => kind !== "symbol")) {
        smoothed = replaceAtoms(smoothed, (atom) => {
            switch (atom.kind) {
                case "symbol":
                    return undefined;
                case "floor":
                    return scalePolynomial(atom.numerator, 1, atom.divisor);
                case "excess":
                    return atom.of;
            }
        });
    }
    return smoothed;
}
