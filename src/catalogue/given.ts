/** The options of a call, as its author gave them. */
import { isSameDatum, type Datum, type Openness } from "./datum.js";

/** One option as it was given. */
export interface Given {
    /** Its canonical name; in an argument that is not yet sorted, as it is spelt. */
    readonly name: string;
    readonly datum: Datum;
    /** The option as the author spelt it: `subsample` where the catalogue says `strides`. */
    readonly spelling: string;
    /** The evaluator's own note of where it stands in the source. */
    readonly place: object | undefined;
    /** Where each element was an option or an argument of its own (`nb_row`, `nb_col`): those. */
    readonly elements?: readonly (Given | undefined)[];
}

/** Each name once, in the order in which they were given. They are few: a list is faster to look through than a map, and smaller. */
export class OptionList {
    static readonly none = new OptionList([]);

    constructor(readonly all: readonly Given[]) {}

    /** Of several with one name, the last. */
    static of(given: Iterable<Given>): OptionList {
        const byName = new Map<string, Given>();
        for (const one of given) {
            byName.set(one.name, one);
        }
        return new OptionList([...byName.values()]);
    }

    get(name: string): Given | undefined {
        for (const given of this.all) {
            if (given.name === name) {
                return given;
            }
        }
        return undefined;
    }

    has(name: string): boolean {
        return this.get(name) !== undefined;
    }

    /** With these in the place of those that have their names. */
    with(...changed: readonly Given[]): OptionList {
        return OptionList.of([...this.all, ...changed]);
    }
}

export interface GivenOptions {
    readonly options: OptionList;
    /** More options may have been given than could be seen (an unknown object was spread): nothing is missing for sure. */
    readonly open: Openness;
}

/** An option under its canonical name, unless it is spelt otherwise. */
export function given(name: string, datum: Datum, place: object | undefined, spelling = name): Given {
    return { name, datum, spelling, place };
}

/** Another datum in the place of what was given. */
export function withDatum({ name, spelling, elements, place }: Given, datum: Datum, at: object | undefined = place): Given {
    return { name, datum, spelling, place: at, ...(elements ? { elements } : {}) };
}

/** Whether the same options were given the same values, as far as that is plain; of the option `apart`, any. */
export function isSameGiven(a: GivenOptions, b: GivenOptions, apart: string): boolean {
    const ours = a.options.all;
    const others = b.options.all;
    if (a.open !== b.open || ours.length !== others.length) {
        return false;
    }
    for (let index = 0; index < ours.length; index++) {
        const own = ours[index];
        const other = others[index];
        if (!own || !other || own.name !== other.name || (own.name !== apart && !isSameDatum(own.datum, other.datum))) {
            return false;
        }
    }
    return true;
}
