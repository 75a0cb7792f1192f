/** The types of a tensor's elements, as TensorFlow.js names them. */
export const dtypes = ["float32", "int32", "bool", "complex64", "string"] as const;

export type DType = (typeof dtypes)[number];

/** Typed arrays of which no tensor is made. tfjs-core 4.22.0 src/platforms, isTypedArray. */
export const otherArrays = ["Float64Array", "Int8Array", "Int16Array", "Uint16Array", "Uint32Array"] as const;

/** What a typed array holds: the dtype that a tensor of it has, `null` where that is not known, or the name of one of which none is made. */
export type Elements = DType | null | (typeof otherArrays)[number];

const others: ReadonlySet<unknown> = new Set(otherArrays);

export function isOtherArray(elements: Elements | undefined): elements is (typeof otherArrays)[number] {
    return others.has(elements);
}
