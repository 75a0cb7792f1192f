/** Options as a catalogue entry declares them, and the typed values its functions receive. */
import { refusing, type Reader } from "./readers.js";

export interface Option<T = unknown> {
    readonly reader: Reader<T>;
    readonly required: boolean;
    /** The value when the author gives none; ignored for required options. */
    readonly fallback: T;
    /** False for options that never touch a shape or a weight (activation, initializers…). */
    readonly effect: boolean;
    /** Null is a value of its own, not the absence of one. */
    readonly nullable?: boolean;
    /** The library takes it, and makes nothing of it. */
    readonly ignored?: boolean;
}

export type OptionTable = Readonly<Record<string, Option>>;

/** The values an entry's functions get: one per declared option, undefined for those of which nothing is read. */
export type OptionValues<O extends OptionTable> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

export function required<T>(reader: Reader<T>): Option<T> {
    return { reader, required: true, fallback: reader.unknown, effect: true };
}

export function optional<T>(reader: Reader<T>, fallback: T): Option<T> {
    return { reader, required: false, fallback, effect: true };
}

/** An option where null is a value of its own (`mergeMode: null`). */
export function nullable<T>(reader: Reader<T>, fallback: T): Option<T> {
    return { reader, required: false, fallback, effect: true, nullable: true };
}

/** An option that the library knows, and refuses whatever its value: `expected` completes "must be …". */
export function unsupported(expected: string): Option<undefined> {
    return { reader: refusing(expected), required: false, fallback: undefined, effect: false };
}

/** An option of which the library makes nothing, whatever its value. */
export function ignored<T>(option: Option<T>): Option<T> {
    return { ...option, ignored: true };
}

type NoEffect<K extends string> = Readonly<Record<K, Option<undefined>>>;

/** Takes anything, and makes nothing of it. */
export const unread: Reader<undefined> = { expected: "a value", unknown: undefined, readsParameters: false, read: () => ({ kind: "value", value: undefined }) };

const inert: Option<undefined> = {
    reader: unread,
    required: false,
    fallback: undefined,
    effect: false,
};

/** Options that are read by the library but have no part in shapes or weights. */
export function noEffect<const K extends string>(...names: readonly K[]): NoEffect<K> {
    const table: Partial<Record<K, Option<undefined>>> = {};
    for (const name of names) {
        table[name] = inert;
    }
    // Every K was assigned in the loop above.
    return table as NoEffect<K>;
}
