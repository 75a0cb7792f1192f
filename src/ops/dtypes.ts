/** What operations make of the dtypes of their tensors. Undefined where it is not certain. */
import { atOption, type Fault } from "../catalogue/fault.js";
import { dtypes, type DType } from "../catalogue/dtype.js";
import { optional, required, type Option } from "../catalogue/options.js";
import { oneOf } from "../catalogue/readers.js";
import type { TensorArgument, TensorList } from "./spec.js";

/** An argument that names a dtype. Whatever else is given throws as soon as a tensor is made. */
const anyDtype = oneOf(...dtypes);

export function requiredDtype(): Option<DType | undefined> {
    return required<DType | undefined>(anyDtype);
}

/** It may be left out. */
export function dtypeOr(fallback: DType): Option<DType | undefined> {
    return optional<DType | undefined>(anyDtype, fallback);
}

/** Without it, the values say. */
export function dtypeOrTheirs(): Option<DType | "theirs" | undefined> {
    return optional<DType | "theirs" | undefined>(anyDtype, "theirs");
}

/** For operations that give the dtype of their tensor again. */
export function sameDtype({ x }: { readonly x: TensorArgument }): DType | undefined {
    return x.dtype;
}

/** What holds most, first. */
const order: readonly DType[] = ["complex64", "float32", "int32", "bool"];

/** As tfjs-core 4.22.0 src/types.ts, upcastType. */
export function upcast(a: DType | undefined, b: DType | undefined): DType | undefined {
    return a === undefined || b === undefined ? undefined : order.find((one) => one === a || one === b);
}

/** As tfjs-core 4.22.0 src/types.ts, sumOutType: truths are counted. */
export function counted(dtype: DType | undefined): DType | undefined {
    return dtype === "bool" ? "int32" : dtype;
}

/** The dtype of all, where it is known of each that it is the same. */
export function commonDtype(all: TensorList): DType | undefined {
    const list = all && "each" in all ? [all.each] : all;
    const [first] = list ?? [];
    return list?.every(({ dtype }) => dtype === first?.dtype) ? first?.dtype : undefined;
}

/** A fault if two of a list are known to have different dtypes. */
export function checkOneDtype(list: readonly TensorArgument[] | undefined, option: string): Fault | undefined {
    const known = new Set((list ?? []).flatMap(({ dtype }) => dtype ?? []));
    return known.size < 2 ? undefined : { kind: "option-value", option, given: `a list of ${[...known].join(" and ")} tensors`, expected: "a list of tensors of one dtype", at: atOption(option) };
}

/** A fault if one of two tensors is known to be of texts, and the other of numbers. tfjs-core 4.22.0 src/types.ts, upcastType. */
export function checkMixed(a: TensorArgument | undefined, b: TensorArgument | undefined, names: readonly [string, string]): Fault | undefined {
    return a && b && (a.dtype === "string") !== (b.dtype === "string") ? checkSameDtype(a, b, names) : undefined;
}

/** A fault if two tensors are known to have different dtypes. */
export function checkSameDtype(a: TensorArgument, b: TensorArgument, names: readonly [string, string]): Fault | undefined {
    if (a.dtype === undefined || b.dtype === undefined || a.dtype === b.dtype) {
        return undefined;
    }
    return { kind: "option-conflict", option: names[1], other: names[0], why: `one is ${b.dtype}, the other ${a.dtype}`, at: atOption(names[1]) };
}
