/** A layer before anybody has decided how to write it. */

export interface LayerPlan {
    readonly type: string;
    readonly options: Options;
    /** Without the batch. Only as true as it takes to choose a layer that fits behind it. */
    readonly output: readonly number[];
}

export type Options = Readonly<Record<string, Value>>;

export type Value = number | string | boolean | null | readonly Value[] | LayerPlan | Source;

/** Text that is written as it is. */
export interface Source {
    readonly source: string;
}

export function source(text: string): Source {
    return { source: text };
}

export function isLayer(value: Value): value is LayerPlan {
    return typeof value === "object" && value !== null && "type" in value;
}

export function isSource(value: Value): value is Source {
    return typeof value === "object" && value !== null && "source" in value;
}

export function elements(shape: readonly number[]): number {
    return shape.reduce((product, size) => product * size, 1);
}

/** One fault put into a program on purpose. */
export interface Mistake {
    readonly name: string;
    /** The library takes it without a word, and what it then makes is not what was written. */
    readonly silent?: boolean;
}
