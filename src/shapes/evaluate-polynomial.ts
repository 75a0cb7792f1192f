import { type Atom, floorQuotient, type Polynomial, type SizeSymbol } from "./polynomial.js";

/** The value for given sizes, or `undefined` where it leaves the safe integers. */
export function evaluatePolynomial(value: Polynomial, valueOf: (symbol: SizeSymbol) => number): number | undefined {
    let sum = 0;
    for (const { coefficient, monomial } of value.terms) {
        let product = coefficient;
        for (const { atom, power } of monomial.factors) {
            const factor = evaluateAtom(atom, valueOf);
            if (factor === undefined) return undefined;
            for (let i = 0; i < power; i++) product *= factor;
        }
        sum += product;
        if (!Number.isSafeInteger(product) || !Number.isSafeInteger(sum)) return undefined;
    }
    return sum / value.denominator;
}

function evaluateAtom(atom: Atom, valueOf: (symbol: SizeSymbol) => number): number | undefined {
    switch (atom.kind) {
        case "symbol":
            return valueOf(atom.symbol);
        case "floor": {
            const numerator = evaluatePolynomial(atom.numerator, valueOf);
            return numerator === undefined ? undefined : floorQuotient(numerator, atom.divisor);
        }
        case "excess": {
            const value = evaluatePolynomial(atom.of, valueOf);
            return value === undefined ? undefined : Math.max(value, 0);
        }
    }
}
