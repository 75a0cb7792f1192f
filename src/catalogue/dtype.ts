/** The types of a tensor's elements, as TensorFlow.js names them. */
export const dtypes = ["float32", "int32", "bool", "complex64", "string"] as const;

export type DType = (typeof dtypes)[number];
