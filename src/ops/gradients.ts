/**
 * How operations stand to the tape that gradients are computed from: by the names of their entries. What is in none of
 * these sets is not told.
 */

/**
 * What comes out of these cannot be differentiated by any tensor that goes in. The kernels have no entry in tfjs-core
 * 4.22.0 src/register_all_gradients.ts (that of `greaterEqual` has one); `divNoNan`, `rgbToGrayscale`, `threshold` and `rfft`
 * are made with such kernels.
 */
export const withoutGradient: ReadonlySet<string> = new Set(
    ["equal", "notEqual", "greater", "less", "lessEqual", "logicalAnd", "logicalOr", "logicalXor", "logicalNot", "all", "any", "bitwiseAnd", "bincount", "broadcastArgs", "complex"].concat(
        ["conv3dTranspose", "cumprod", "denseBincount", "depthToSpace", "diag", "divNoNan", "einsum", "gatherND", "lowerBound", "maxPoolWithArgmax", "multinomial", "rfft", "scatterND"],
        ["searchSorted", "sparseToDense", "stridedSlice", "tensorScatterUpdate", "topk", "unique", "upperBound", "image.cropAndResize", "image.flipLeftRight"],
        ["image.rgbToGrayscale", "image.rotateWithOffset", "image.threshold", "image.transform"],
    ),
);

/** What comes out of these is always computed from each tensor that goes in, in the sight of the tape. */
export const passing: ReadonlySet<string> = new Set(
    ["abs", "add", "argMax", "argMin", "as1D", "asScalar", "batchNorm", "batchNorm2d", "batchNorm3d", "batchNorm4d", "cast", "clone", "conv1d", "conv2d", "conv2dTranspose", "conv3d", "cos", "cumsum", "depthwiseConv2d", "div", "elu", "exp", "expandDims", "flatten", "log", "log1p", "logSoftmax", "matMul", "max", "maximum", "mean", "min", "minimum"].concat(
        ["mul", "neg", "pow", "prelu", "prod", "reciprocal", "relu", "reshape", "round", "rsqrt", "selu", "separableConv2d", "sigmoid", "sin", "slice", "softmax", "softplus", "split", "sqrt", "square", "squaredDifference"],
        ["squeeze", "step", "sub", "sum", "tanh", "tile", "toBool", "toFloat", "toInt", "transpose", "unstack", "where"],
    ),
);

/** What these take are numbers, whatever they are read from: what they make is new. */
export const fromNumbers: ReadonlySet<string> = new Set(
    ["tensor", "tensor1d", "tensor2d", "tensor3d", "tensor4d", "tensor5d", "tensor6d", "scalar", "zeros", "ones", "fill", "eye", "linspace", "range", "buffer", "toTensor"].concat(
        ["rand", "randomGamma", "randomNormal", "randomStandardNormal", "randomUniform", "randomUniformInt", "truncatedNormal"],
    ),
);

/** What goes into these may be what comes out. tfjs-core 4.22.0 src/ops/ensure_shape.ts, meshgrid.ts, losses/compute_weighted_loss.ts. */
export const handingBack: ReadonlySet<string> = new Set(["ensureShape", "meshgrid", "losses.computeWeightedLoss"]);

/** How an operation stands to the tape; undefined where that is not told. */
export type Taping = "none" | "passing" | "numbers" | "back";

const tapings: ReadonlyMap<string, Taping> = new Map<string, Taping>([
    ...[...withoutGradient].map((name): [string, Taping] => [name, "none"]),
    ...[...passing].map((name): [string, Taping] => [name, "passing"]),
    ...[...fromNumbers].map((name): [string, Taping] => [name, "numbers"]),
    ...[...handingBack].map((name): [string, Taping] => [name, "back"]),
]);

export function tapingOf(name: string): Taping | undefined {
    return tapings.get(name);
}
