/** Reads what an author gave against the options an entry declares. */
import { atCall, atOption, type Fault } from "./fault.js";
import { undefinedDatum, unknownDatum, type Datum } from "./datum.js";
import type { GivenOptions } from "./given.js";
import { unread, type OptionTable, type OptionValues } from "./options.js";
import type { Reader, Reading } from "./readers.js";
import { printDatum } from "./print.js";

export function readOptions<O extends OptionTable>(
    table: O,
    given: GivenOptions,
): { readonly values: OptionValues<O>; readonly faults: readonly Fault[] } {
    const plan = planOf(table);
    const unsaid = given.open === true ? plan.unseen : plan.absent;
    // Most layers of a model say little: those that say nothing that is read share one picture.
    let values: Record<string, unknown> | undefined;
    let faults: Fault[] | undefined;
    for (const { name: spelt, datum } of given.options.all) {
        const known = plan.read.get(spelt);
        if (!known) {
            continue;
        }
        const { name, option } = known;
        if (datum.kind === "undefined" || (datum.kind === "null" && !option.required && !option.nullable)) {
            continue;
        }
        const reading = readDatum(option.reader, datum);
        if (reading.kind === "refused") {
            (faults ??= []).push({ kind: "option-value", option: name, given: reading.given ?? printDatum(datum), expected: reading.expected, dtype: reading.dtype, ...(reading.choices ? { choices: reading.choices } : {}), ...(reading.effect === undefined ? {} : { effect: reading.effect }), at: atOption(name) });
        }
        values ??= { ...unsaid };
        values[name] = reading.kind === "value" ? reading.value : option.reader.unknown;
    }
    if (!given.open) {
        for (const name of plan.required) {
            if ((given.options.get(name)?.datum ?? undefinedDatum).kind === "undefined") {
                (faults ??= []).push({ kind: "option-missing", option: name, at: atCall });
            }
        }
    }
    // Every name of the table is in the plan or has no value, and each value came from its own reader.
    return { values: (values ?? unsaid) as OptionValues<O>, faults: faults ?? noFaults };
}

const noFaults: readonly Fault[] = [];

/**
 * What a table says of options that are not given. Worked out once: calls give few of many options. Those of which
 * nothing is read have no value, and are left out.
 */
interface Plan {
    readonly names: readonly string[];
    /** Those of which something is read. With their names: a field is found much faster by the table's own text than by one cut from a program. */
    readonly read: ReadonlyMap<string, { readonly name: string; readonly option: OptionTable[string] }>;
    readonly required: readonly string[];
    readonly absent: Readonly<Record<string, unknown>>;
    /** What may stand in an unseen part of the configuration is not known to be absent. */
    readonly unseen: Readonly<Record<string, unknown>>;
}

const plans = new WeakMap<OptionTable, Plan>();

function planOf(table: OptionTable): Plan {
    let plan = plans.get(table);
    if (!plan) {
        const options = Object.entries(table);
        const effective = options.filter(([, option]) => option.reader !== unread);
        plan = {
            names: Object.keys(table),
            read: new Map(effective.map(([name, option]) => [name, { name, option }])),
            required: options.flatMap(([name, option]) => (option.required ? [name] : [])),
            absent: Object.fromEntries(effective.map(([name, option]) => [name, option.required ? option.reader.unknown : option.fallback])),
            unseen: Object.fromEntries(effective.map(([name, option]) => [name, option.reader.unknown])),
        };
        plans.set(table, plan);
    }
    return plan;
}

/** The names of all options, in the order of the table. */
export function optionNames(table: OptionTable): readonly string[] {
    return planOf(table).names;
}

/**
 * What a caller nobody knows passes may well be a size, and is taken for one where a size is asked for. Where that is
 * refused it is something else, which is not known.
 */
function readDatum(reader: Reader<unknown>, datum: Datum): Reading<unknown> {
    const sized = reader.readsParameters ? datum : datum.kind === "numbers" ? unknownDatum : asSizes(datum);
    const reading = reader.read(sized);
    return reading.kind === "refused" && holdsParameter(datum) ? { kind: "value", value: reader.unknown } : reading;
}

/** The same list may stand in very many places of a nested one: what was made of each is kept in `made`. */
function asSizes(datum: Datum, made?: Map<Datum, Datum>): Datum {
    switch (datum.kind) {
        case "parameter":
            return { kind: "size", dim: datum.dim };
        case "list": {
            if (!holdsParameter(datum)) {
                return datum;
            }
            const before = made?.get(datum);
            if (before) {
                return before;
            }
            const others = made ?? new Map<Datum, Datum>();
            const sizes: Datum = { kind: "list", items: datum.items.map((item) => asSizes(item, others)) };
            others.set(datum, sizes);
            return sizes;
        }
        default:
            return datum;
    }
}

function holdsParameter(datum: Datum): boolean {
    if (datum.kind !== "list") {
        return datum.kind === "parameter";
    }
    let nested = false;
    for (const item of datum.items) {
        if (item.kind === "parameter") {
            return true;
        }
        nested ||= item.kind === "list";
    }
    return nested && nestedHoldParameter(datum.items);
}

/** Of nested lists, which are asked again and again as parts of others. */
const withParameters = new WeakMap<readonly Datum[], boolean>();

function nestedHoldParameter(items: readonly Datum[]): boolean {
    let holds = withParameters.get(items);
    if (holds === undefined) {
        holds = false;
        const seen = new Set<Datum>();
        for (const item of items) {
            if (item.kind === "list" && !seen.has(item)) {
                seen.add(item);
                if (holdsParameter(item)) {
                    holds = true;
                    break;
                }
            }
        }
        withParameters.set(items, holds);
    }
    return holds;
}
