/** Reads what an author gave against the options an entry declares. */
import { atCall, atOption, type Fault } from "./fault.js";
import { undefinedDatum, type Datum } from "./datum.js";
import type { OptionTable, OptionValues } from "./options.js";
import type { Reader, Reading } from "./readers.js";
import { printDatum } from "./print.js";

/** One option as it was given. `place` is the evaluator's own note of where that stands in the source. */
export interface Given {
    readonly datum: Datum;
    /** The option as the author spelt it: `subsample` where the catalogue says `strides`. */
    readonly spelling: string;
    readonly place: object | undefined;
}

export interface GivenOptions {
    /** By canonical name. */
    readonly options: ReadonlyMap<string, Given>;
    /** More options may have been given than could be seen (an unknown object was spread): nothing is missing for sure. */
    readonly open: boolean;
}

export function readOptions<O extends OptionTable>(
    table: O,
    given: GivenOptions,
): { readonly values: OptionValues<O>; readonly faults: readonly Fault[] } {
    const values: Record<string, unknown> = {};
    const faults: Fault[] = [];
    for (const name in table) {
        const option = table[name];
        if (!option) {
            continue;
        }
        const datum = given.options.get(name)?.datum ?? undefinedDatum;
        if (datum.kind === "undefined" || (datum.kind === "null" && !option.required && !option.nullable)) {
            const missing = option.required && !given.open;
            if (missing) {
                faults.push({ kind: "option-missing", option: name, at: atCall });
            }
            // What may stand in an unseen part of the configuration is not known to be absent.
            values[name] = given.open || option.required ? option.reader.unknown : option.fallback;
            continue;
        }
        const reading = readDatum(option.reader, datum);
        if (reading.kind === "value") {
            values[name] = reading.value;
        } else {
            faults.push({ kind: "option-value", option: name, given: printDatum(datum), expected: reading.expected, at: atOption(name) });
            values[name] = option.reader.unknown;
        }
    }
    // Every name of the table was assigned above, each by its own reader.
    return { values: values as OptionValues<O>, faults };
}

/**
 * What a caller nobody knows passes may well be a size, and is taken for one where a size is asked for. Where that is
 * refused it is something else, which is not known.
 */
function readDatum(reader: Reader<unknown>, datum: Datum): Reading<unknown> {
    const sized = reader.readsParameters ? datum : asSizes(datum);
    const reading = reader.read(sized);
    return reading.kind === "refused" && holdsParameter(datum) ? { kind: "value", value: reader.unknown } : reading;
}

function asSizes(datum: Datum): Datum {
    switch (datum.kind) {
        case "parameter":
            return { kind: "size", dim: datum.dim };
        case "list":
            return holdsParameter(datum) ? { kind: "list", items: datum.items.map(asSizes) } : datum;
        default:
            return datum;
    }
}

function holdsParameter(datum: Datum): boolean {
    return datum.kind === "parameter" || (datum.kind === "list" && datum.items.some(holdsParameter));
}
