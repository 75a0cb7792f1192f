/** Methods of a tensor that reshape it without an operation of their own: `x.flatten()`, `x.as2D(rows, columns)`. */
import { atOption } from "../catalogue/fault.js";
import { required } from "../catalogue/options.js";
import { integer } from "../catalogue/readers.js";
import { compare, constant, type Dim } from "../shapes/dim.js";
import { sizeOf, type Shape } from "../shapes/shape.js";
import { sameDtype } from "./dtypes.js";
import { asTensor, type Answer } from "./outcome.js";
import { numbersOrTexts } from "./readers.js";
import { reshaped } from "./shaping.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";

function flat(name: string): OpSpec {
    return op({
        name,
        args: { x: required(numbersOrTexts()) },
        output: ({ x }) => asTensor(x.shape && [sizeOf(x.shape)]),
        dtype: sameDtype,
        source: "tfjs-core 4.22.0 src/public/chained_ops/flatten.ts",
    });
}

const asScalar = op({
    name: "asScalar",
    args: { x: required(numbersOrTexts()) },
    output: ({ x }) => asTensor(x.shape ? scalarOf(x.shape) : []),
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/public/chained_ops/as_scalar.ts",
});

function scalarOf(shape: Shape): Answer {
    const inputSize = sizeOf(shape);
    if (compare(inputSize, constant(1)) !== "different") {
        return [];
    }
    return { kind: "reshape-size", input: shape, inputSize, target: [], targetSize: constant(1), repairs: [], at: atOption("x") };
}

/** as2D … as5D take the sizes one by one. */
function asRank(rank: number): OpSpec {
    const names = rank === 2 ? ["rows", "columns"] : ["rows", "columns", "depth", "depth2", "depth3"].slice(0, rank);
    return op({
        name: `as${rank}D`,
        args: { x: required(numbersOrTexts()), ...Object.fromEntries(names.map((name) => [name, required(integer())])) },
        output(args: Readonly<Record<string, unknown>>) {
            // Each was read by its own reader in the table above.
            const { shape } = args["x"] as TensorArgument;
            const sizes = names.map((name) => args[name] as Dim);
            return asTensor(reshaped(shape, sizes, names[0]));
        },
        dtype: (args: Readonly<Record<string, unknown>>) => (args["x"] as TensorArgument).dtype,
        source: `tfjs-core 4.22.0 src/public/chained_ops/as${rank}d.ts`,
    });
}

const reshapeAs = op({
    name: "reshapeAs",
    args: { self: required(numbersOrTexts()), x: required(numbersOrTexts()) },
    output: ({ self, x }) => asTensor(reshaped(self.shape, x.shape, "x")),
    dtype: ({ self }) => self.dtype,
    source: "tfjs-core 4.22.0 src/public/chained_ops/reshape_as.ts",
});

export const reshapeMethods: readonly OpSpec[] = [flat("flatten"), flat("as1D"), asScalar, reshapeAs, ...[2, 3, 4, 5].map(asRank)];
