/**
 * What the calls of an entry came to, from one program to the next: an editor has the same file analyzed at every
 * keystroke, loops and functions make the same calls again and again, and of each call all but a few are as they were.
 */
import { isSameDatum, type Datum } from "./datum.js";
import type { Given, GivenOptions } from "./given.js";

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

    /** `ofOne`: of one program, and gone with it. Otherwise only what is of no program in particular is kept. */
    constructor(private readonly ofOne: boolean) {
        if (!ofOne) {
            lasting.push(this.byEntry);
        }
    }

    of(entry: E, { options: { all }, open }: GivenOptions): T | undefined {
        const one = this.byEntry.get(entry)?.get(hashOf(all));
        return one && one.open === open && areSame(one.given, all) ? one.result : undefined;
    }

    /** In the place of another that has the same hash. Gives whether it is kept. */
    keep(entry: E, { options: { all }, open }: GivenOptions, result: T): boolean {
        if (!this.ofOne && !all.every(({ datum }) => isOfNoProgram(datum))) {
            return false;
        }
        let readings = this.byEntry.get(entry);
        if (!readings) {
            readings = new Map();
            this.byEntry.set(entry, readings);
        } else if (readings.size >= mostReadings) {
            readings.clear();
        }
        const given = all.map(({ name, datum, spelling }): Given => ({ name, datum, spelling, place: undefined }));
        readings.set(hashOf(all), { given, open, result });
        return true;
    }
}

/** Those that outlive a program. */
const lasting: Map<unknown, unknown>[] = [];

/** As if no program had been read so far: for tests and benchmarks. */
export function forgetReadings(): void {
    for (const byEntry of lasting) {
        byEntry.clear();
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

/** Plain to the last part, so that nothing of a program is kept alive. */
function isOfNoProgram(datum: Datum): boolean {
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
            return datum.axes === undefined && (datum.values === undefined || isOfNoProgram(datum.values)) && (datum.shape === undefined || datum.shape.every(({ kind }) => kind === "constant" || kind === "batch"));
        default:
            return false;
    }
}

function isSmallList({ items }: Datum & { kind: "list" }, depth = 0): boolean {
    return items.length <= mostItems && items.every((item) => (item.kind === "list" ? depth === 0 && item.items.length <= 4 && isSmallList(item, depth + 1) : isOfNoProgram(item)));
}
