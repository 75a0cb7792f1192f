import {
    addPolynomials,
    type Atom,
    constantCoefficient,
    constantPolynomial,
    greatestCommonDivisor,
    onlyAtom,
    type Polynomial,
    reduce,
    scalePolynomial,
    type Term,
} from "./polynomial.js";

/** How operators are written; the rest of the text is the same everywhere. */
export interface Notation {
    readonly times: string;
    readonly over: string;
    /** Before `floor`, `max` and `min`. */
    readonly math: string;
}

/** For messages: `2*h - 7`, `floor((h - 7)/2) + 1`. */
export const shortNotation: Notation = { times: "*", over: "/", math: "" };

/** JavaScript source: `2 * h - 7`, `Math.floor((h - 7) / 2) + 1`. */
export const sourceNotation: Notation = { times: " * ", over: " / ", math: "Math." };

export function printPolynomial(value: Polynomial, notation: Notation): string {
    return printChoice(value, notation) ?? printQuotient(value, notation).text;
}

/** R + c * max(x, 0) is written max(R + c * x, R), or min(R, R + c * x) for a negative c, as an author would. */
function printChoice(value: Polynomial, notation: Notation): string | undefined {
    const choices = value.terms.filter(({ monomial }) => monomial.factors.some(({ atom }) => atom.kind === "excess"));
    const [term] = choices;
    const atom = term && onlyAtom(term.monomial);
    if (term === undefined || atom?.kind !== "excess" || choices.length > 1) return undefined;
    const rest = reduce(
        value.terms.filter((other) => other !== term),
        value.denominator
    );
    const step = scalePolynomial(atom.of, term.coefficient, value.denominator);
    const other = step && addPolynomials(rest, step);
    if (other === undefined) return undefined;
    const rising = term.coefficient > 0;
    const [first, second] = rising ? [other, rest] : [rest, other];
    return `${notation.math}${rising ? "max" : "min"}(${printPolynomial(first, notation)}, ${printPolynomial(
        second,
        notation
    )})`;
}

interface Text {
    readonly text: string;
    readonly isSum: boolean;
}

/** `h/2 + 3` where the constant is whole, `(h + 1)/2` where it is not. */
function printQuotient(value: Polynomial, notation: Notation): Text {
    const { denominator, terms } = value;
    if (denominator === 1 || constantCoefficient(value) % denominator === 0) return printSum(value, notation);
    const numerator = printSum({ denominator: 1, terms }, notation);
    return { text: divided(numerator, denominator, notation), isSum: false };
}

function divided({ text, isSum }: Text, divisor: number, notation: Notation): string {
    return `${isSum ? `(${text})` : text}${notation.over}${divisor}`;
}

function printSum(value: Polynomial, notation: Notation): Text {
    const parts = offsetsInside(value).map(([term, offset]) => ({
        isNegative: term.coefficient < 0,
        text: printTerm(term, value.denominator, offset, notation),
    }));
    // `5 - h` rather than `-h + 5`.
    const first = Math.max(
        0,
        parts.findIndex(({ isNegative }) => !isNegative)
    );
    const ordered = [...parts.slice(first, first + 1), ...parts.slice(0, first), ...parts.slice(first + 1)];
    const text = ordered
        .map(
            (part, index) => (index === 0 ? (part.isNegative ? "-" : "") : part.isNegative ? " - " : " + ") + part.text
        )
        .join("");
    return { text: text === "" ? "0" : text, isSum: parts.length > 1 || first > 0 };
}

/**
 * The terms, each with what is to be added inside its floor quotient. The canonical floor((h + 1) / 2) - 3 is written
 * floor((h - 7) / 2) + 1, the way a convolution's output is worked out: a negative offset goes inside.
 */
function offsetsInside(value: Polynomial): (readonly [Term, number])[] {
    const constant = value.terms.at(-1);
    const quotient = value.terms.find(({ coefficient, monomial }) => {
        const atom = onlyAtom(monomial);
        return coefficient === 1 && atom?.kind === "floor" && constantCoefficient(atom.numerator) > 0;
    });
    const atom = quotient && onlyAtom(quotient.monomial);
    const isOffset = value.denominator === 1 && constant?.monomial.degree === 0 && constant.coefficient < 0;
    if (constant === undefined || !isOffset || atom?.kind !== "floor") return value.terms.map((term) => [term, 0]);
    const offset = (constant.coefficient - 1) * atom.divisor;
    return value.terms.map((term) => {
        if (term === constant) return [{ ...term, coefficient: 1 }, 0];
        return [term, term === quotient ? offset : 0];
    });
}

/** A term without its sign. */
function printTerm({ coefficient, monomial }: Term, denominator: number, offset: number, notation: Notation): string {
    const common = greatestCommonDivisor(coefficient, denominator);
    const multiple = Math.abs(coefficient) / common;
    const factors = monomial.factors.flatMap(({ atom, power }) =>
        // Powers are written out: `-h**2` is not JavaScript.
        Array.from({ length: power }, () => printAtom(atom, offset, notation))
    );
    if (multiple !== 1 || factors.length === 0) factors.unshift(`${multiple}`);
    const product = factors.join(notation.times);
    return common === denominator ? product : `${product}${notation.over}${denominator / common}`;
}

function printAtom(atom: Atom, offset: number, notation: Notation): string {
    switch (atom.kind) {
        case "symbol":
            return atom.symbol.name;
        case "floor": {
            const numerator = addPolynomials(atom.numerator, constantPolynomial(offset)) ?? atom.numerator;
            return `${notation.math}floor(${divided(printSum(numerator, notation), atom.divisor, notation)})`;
        }
        case "excess":
            return `${notation.math}max(${printPolynomial(atom.of, notation)}, 0)`;
    }
}
