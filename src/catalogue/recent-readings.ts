/**
 * What the calls of an entry came to, from one program to the next: an editor has the same file analyzed at every
 * keystroke, loops and functions make the same calls again and again, and of each call all but a few are as they were.
 */
import { isSameDatum, type Datum } from "./datum.js";
import { OptionList, type Given, type GivenOptions } from "./given.js";

/** What was given, without where it stood, and what came of it. */
interface Reading<T> {
    readonly given: readonly Given[];
    readonly open: GivenOptions["open"];
    readonly result: T;
}

/** Of one entry; a few hundred bytes each. */
const mostReadings = 64;

/** For the entries of a catalogue, which are `E`, and whose results depend on nothing but what is given. */
export class RecentReadings<E, T> {
    private readonly byEntry = new Map<E, Map<number, Reading<T>>>();

    known(entry: E, { options: { all }, open }: GivenOptions): T | undefined {
        const one = this.byEntry.get(entry)?.get(hashOf(all));
        return one && one.open === open && areSame(one.given, all) ? one.result : undefined;
    }

    /** In the place of another that has the same hash. */
    keep(entry: E, { options: { all }, open }: GivenOptions, result: T): T {
        let readings = this.byEntry.get(entry);
        if (!readings) {
            readings = new Map();
            this.byEntry.set(entry, readings);
        } else if (readings.size >= mostReadings) {
            readings.clear();
        }
        readings.set(hashOf(all), { given: all, open, result });
        return result;
    }

    clear(): void {
        this.byEntry.clear();
    }
}

const lasting: { clear(): void }[] = [];

/** They outlive a program: to be given only what `ofNoProgram` has made, and what came of that. */
export function lastingReadings<E, T>(): RecentReadings<E, T> {
    const readings = new RecentReadings<E, T>();
    lasting.push(readings);
    return readings;
}

/** As if no program had been read so far: for tests and benchmarks. */
export function forgetReadings(): void {
    for (const readings of lasting) {
        readings.clear();
    }
}

function areSame(before: readonly Given[], now: readonly Given[]): boolean {
    if (before.length !== now.length) {
        return false;
    }
    for (let index = 0; index < now.length; index++) {
        const one = before[index];
        const other = now[index];
        if (!one || !other || one.name !== other.name || !isSameDatum(one.datum, other.datum)) {
            return false;
        }
    }
    return true;
}

function hashOf(given: readonly Given[]): number {
    let hash = given.length;
    for (const { name, datum } of given) {
        hash = mixed(hash + name.length, datum);
    }
    return hash;
}

/** A prime beyond all sizes that programs have. */
const spread = 0x01000193;

/** By what calls of one entry mostly differ in: names, sizes and dtypes. */
function mixed(hash: number, datum: Datum): number {
    switch (datum.kind) {
        case "number":
            return (Math.imul(hash, spread) + datum.value) | 0;
        case "string":
            return (Math.imul(hash, spread) + datum.value.length) | 0;
        case "boolean":
            return (Math.imul(hash, spread) + (datum.value ? 1 : 2)) | 0;
        case "list": {
            let sum = Math.imul(hash, spread) + datum.items.length;
            for (let index = 0; index < datum.items.length && index < mostItems; index++) {
                const item = datum.items[index];
                sum = (Math.imul(sum, spread) + (item?.kind === "number" ? item.value : 0)) | 0;
            }
            return sum;
        }
        case "tensor": {
            let sum = Math.imul(hash, spread) + (datum.shape ? datum.shape.length : -1) + (datum.dtype ? Math.imul(datum.dtype.length, spread) : 0);
            for (const dim of datum.shape ?? []) {
                sum = (Math.imul(sum, spread) + (dim.kind === "constant" ? dim.value : 0)) | 0;
            }
            return sum;
        }
        default:
            return Math.imul(hash, spread);
    }
}

/** Longer lists and texts take longer to compare than what is made of them, and are too large to be kept. */
const mostItems = 16;
const longestText = 64;

/** The same without a place; undefined where it is not plain to the last part. Nothing of a program is kept alive by it. */
export function ofNoProgram({ options: { all }, open }: GivenOptions): GivenOptions | undefined {
    if (!all.every(({ datum }) => isPlain(datum))) {
        return undefined;
    }
    return { options: new OptionList(all.map(({ name, datum, spelling }) => ({ name: ownText(name), datum: ownDatum(datum), spelling: ownText(spelling), place: undefined }))), open };
}

/** Of others more may be known when they are handed in once more: a program reads sizes of what it is given as it goes. */
export function isSettled({ options: { all } }: GivenOptions): boolean {
    return all.every(({ datum }) => isSettledDatum(datum));
}

function isSettledDatum(datum: Datum): boolean {
    switch (datum.kind) {
        case "unknown":
        case "parameter":
        case "record":
        case "layer":
            return false;
        case "list":
            return datum.items.every(isSettledDatum);
        case "tensor":
            return datum.axes === undefined;
        default:
            return true;
    }
}

function isPlain(datum: Datum): boolean {
    switch (datum.kind) {
        case "undefined":
        case "null":
        case "number":
        case "boolean":
            return true;
        case "string":
            return datum.value.length <= longestText;
        case "list":
            return isSmallList(datum);
        case "tensor":
            return datum.axes === undefined && (datum.values === undefined || isPlain(datum.values)) && (datum.shape === undefined || datum.shape.every(({ kind }) => kind === "constant" || kind === "batch"));
        default:
            return false;
    }
}

function isSmallList({ items }: Datum & { kind: "list" }, depth = 0): boolean {
    return items.length <= mostItems && items.every((item) => (item.kind === "list" ? depth === 0 && item.items.length <= 4 && isSmallList(item, depth + 1) : isPlain(item)));
}

function ownDatum(datum: Datum): Datum {
    switch (datum.kind) {
        case "string":
            return { kind: "string", value: ownText(datum.value) };
        case "list":
            return { ...datum, items: datum.items.map(ownDatum) };
        case "tensor":
            return { ...datum, values: datum.values && ownDatum(datum.values) };
        default:
            return datum;
    }
}

/** Texts that were cut from a file are but a view of it, and keep all of it in memory; short ones are copied anyway. */
function ownText(text: string): string {
    return text.length < 13 ? text : structuredClone(text);
}
