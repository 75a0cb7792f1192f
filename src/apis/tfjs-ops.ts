/** TensorFlow.js operations as they are spelt: functions by their path below `tf`, and methods of a tensor. */
import { blockOps } from "../ops/blocks.js";
import { convolutionOps } from "../ops/convolution.js";
import { countingOps } from "../ops/counting.js";
import { creationOps } from "../ops/creation.js";
import { elementwiseMethods, elementwiseOps } from "../ops/elementwise.js";
import { gatheringOps } from "../ops/gathering.js";
import { imageOps } from "../ops/image.js";
import { joiningMethods, joiningOps } from "../ops/joining.js";
import { literalOps } from "../ops/literals.js";
import { lossOps } from "../ops/losses.js";
import { matrixOps } from "../ops/matrix.js";
import { metricOps } from "../ops/metrics.js";
import { normalizationOps } from "../ops/normalization.js";
import { poolingOps } from "../ops/pooling.js";
import { raggedOps } from "../ops/ragged.js";
import { reductionOps } from "../ops/reduction.js";
import { reshapeMethods } from "../ops/reshape-methods.js";
import { shapingOps } from "../ops/shaping.js";
import { signalMethods, signalOps } from "../ops/signal.js";
import { slicingOps } from "../ops/slicing.js";
import type { OpSpec } from "../ops/spec.js";
import { stridedSliceOps } from "../ops/strided-slice.js";
import { transposedConvolutionOps } from "../ops/transposed-convolution.js";

const functions: readonly OpSpec[] = [
    ...creationOps,
    ...literalOps,
    ...shapingOps,
    ...elementwiseOps,
    ...joiningOps,
    ...convolutionOps,
    ...transposedConvolutionOps,
    ...poolingOps,
    ...blockOps,
    ...countingOps,
    ...gatheringOps,
    ...imageOps,
    ...lossOps,
    ...matrixOps,
    ...metricOps,
    ...normalizationOps,
    ...raggedOps,
    ...reductionOps,
    ...signalOps,
    ...slicingOps,
    ...stridedSliceOps,
];

/** Methods whose arguments are not those of the function with the receiver first, or that have no function. */
const methods: readonly OpSpec[] = [...elementwiseMethods, ...joiningMethods, ...reshapeMethods, ...signalMethods];

/** By the path below `tf`: "conv2dTranspose", "image.resizeBilinear". */
export const tfjsOps: Readonly<Record<string, OpSpec>> = tableOf(functions.map((spec) => [spec.name, spec]));

/** Methods of a tensor; the receiver is the first argument. */
export const tfjsMethods: Readonly<Record<string, OpSpec>> = tableOf([
    ...functions.flatMap((spec): [string, OpSpec][] => (spec.method === false ? [] : [[spec.method ?? spec.name, spec]])),
    ...methods.map((spec): [string, OpSpec] => [spec.name, spec]),
]);

const methodsByName: ReadonlyMap<string, OpSpec> = new Map(Object.entries(tfjsMethods));

/** Names come from the text of programs, with which a map is asked sooner than an object. */
export function tfjsMethod(name: string): OpSpec | undefined {
    return methodsByName.get(name);
}

/** Without a prototype: a user may well call a method named `toString`. */
function tableOf(entries: readonly (readonly [string, OpSpec])[]): Readonly<Record<string, OpSpec>> {
    const table: Record<string, OpSpec> = Object.fromEntries(entries);
    Object.setPrototypeOf(table, null);
    return table;
}
