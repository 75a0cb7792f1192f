/** Operations that fit behind a tensor's shape, drawn at random, and the ways to get one wrong. */
import type { Random } from "../random.js";
import { elements } from "./plan.js";
import { factorised, mostElements } from "./layer-menu.js";

export interface Step {
    /** Behind the receiver: `.reshape([2, 3])`; or around it: `tf.concat([RECEIVER, …])`. */
    readonly method?: string;
    readonly call?: (receiver: string, tf: (name: string) => string) => string;
    readonly output: readonly number[];
    /** Weight in the draw. */
    readonly weight: number;
}

const unary = ["relu", "sigmoid", "tanh", "abs", "square", "neg", "exp", "softplus", "elu", "floor", "clone", "sign", "step"];
const binary = ["add", "sub", "mul", "div", "maximum", "minimum", "squaredDifference"];

export function stepsFrom(random: Random, shape: readonly number[]): Step[] {
    const all = [...elementwise(random, shape), ...reshaping(random, shape), ...reducing(random, shape), ...joining(random, shape), ...image(random, shape), ...matrix(random, shape)];
    return all.filter(({ output, weight }) => weight > 0 && elements(output) <= mostElements && output.every((size) => size >= 1));
}

function list(values: readonly number[]): string {
    return `[${values.join(", ")}]`;
}

function elementwise(random: Random, shape: readonly number[]): Step[] {
    const unaryName = random.pick(unary);
    const name = random.pick(binary);
    // Some axes of 1, and some leading axes left out.
    const other = shape.map((size) => (random.chance(0.3) ? 1 : size)).slice(random.int(0, shape.length));
    return [
        { method: `${unaryName}()`, output: shape, weight: 2 },
        { call: (x, tf) => `${tf(unaryName)}(${x})`, output: shape, weight: 1 },
        { method: `${name}(${random.int(1, 5)})`, output: shape, weight: 1 },
        { call: (x, tf) => `${tf(name)}(${x}, ${tf("ones")}(${list(other)}))`, output: shape, weight: 1.5 },
        { call: (x, tf) => `${x}.${name}(${tf("ones")}(${list(other)}))`, output: shape, weight: 1.5 },
        { method: "cast('int32').toFloat()", output: shape, weight: 0.5 },
        { method: "clipByValue(0, 1)", output: shape, weight: 0.5 },
    ];
}

function reshaping(random: Random, shape: readonly number[]): Step[] {
    const target = factorised(random, elements(shape), random.int(1, 4));
    const open = random.int(0, target.length - 1);
    const perm = random.shuffled(shape.map((_, axis) => axis));
    const axis = random.int(0, shape.length);
    const ones = shape.flatMap((size, index) => (size === 1 ? [index] : []));
    const one = ones.length > 0 ? random.pick(ones) : 0;
    const reps = shape.map(() => random.int(1, 2));
    const paddings = shape.map(() => [random.int(0, 2), random.int(0, 1)] as const);
    const padded = shape.map((size, index) => size + paddings[index]![0] + paddings[index]![1]);
    const small = shape.length <= 4;
    return [
        { method: `reshape(${list(target)})`, output: target, weight: 3 },
        { method: `reshape(${list(target.map((size, index) => (index === open ? -1 : size)))})`, output: target, weight: 1.5 },
        { call: (x, tf) => `${tf("reshape")}(${x}, ${list(target)})`, output: target, weight: 1 },
        { method: `transpose(${list(perm)})`, output: perm.map((from) => shape[from]!), weight: 1.5 },
        { method: "transpose()", output: [...shape].reverse(), weight: 0.6 },
        { method: `expandDims(${axis})`, output: [...shape.slice(0, axis), 1, ...shape.slice(axis)], weight: small ? 1 : 0 },
        { method: "squeeze()", output: shape.filter((size) => size !== 1), weight: ones.length > 0 ? 1 : 0 },
        { method: `squeeze([${one}])`, output: shape.filter((_, index) => index !== one), weight: ones.length > 0 ? 1 : 0 },
        { method: `tile(${list(reps)})`, output: shape.map((size, index) => size * reps[index]!), weight: shape.length > 0 ? 0.7 : 0 },
        { method: "flatten()", output: [elements(shape)], weight: 0.6 },
        { call: (x, tf) => `${tf("pad")}(${x}, [${paddings.map(list).join(", ")}])`, output: padded, weight: shape.length > 0 && small ? 0.8 : 0 },
    ];
}

function reducing(random: Random, shape: readonly number[]): Step[] {
    if (shape.length === 0) return [];
    const name = random.pick(["mean", "sum", "max", "min"]);
    const axis = random.int(0, shape.length - 1);
    const spelt = random.chance(0.3) ? axis - shape.length : axis;
    const begin = shape.map((size) => random.int(0, size - 1));
    const size = shape.map((length, index) => random.int(1, length - begin[index]!));
    const without = shape.filter((_, index) => index !== axis);
    const indices = Array.from({ length: random.int(1, 4) }, () => random.int(0, shape[axis]! - 1));
    return [
        { method: `${name}(${spelt})`, output: without, weight: 1 },
        { method: `${name}(${spelt}, true)`, output: shape.map((length, index) => (index === axis ? 1 : length)), weight: 0.7 },
        { call: (x, tf) => `${tf(name)}(${x}, [${axis}])`, output: without, weight: 0.4 },
        { method: `argMax(${axis}).toFloat()`, output: without, weight: 0.4 },
        { method: "softmax()", output: shape, weight: 0.6 },
        { method: `slice(${list(begin)}, ${list(size)})`, output: size, weight: shape.length <= 4 ? 1 : 0 },
        { call: (x, tf) => `${tf("gather")}(${x}, ${tf("tensor1d")}(${list(indices)}, 'int32'), ${axis})`, output: shape.map((length, index) => (index === axis ? indices.length : length)), weight: 0.6 },
        { method: `reverse(${axis})`, output: shape, weight: shape.length <= 4 ? 0.5 : 0 },
        { call: (x, tf) => `${tf("split")}(${x}, ${shape[axis]!}, ${axis})[0]`, output: shape.map((length, index) => (index === axis ? 1 : length)), weight: 0.5 },
        { call: (x, tf) => `${tf("unstack")}(${x}, ${axis})[0]`, output: without, weight: 0.5 },
    ];
}

function joining(random: Random, shape: readonly number[]): Step[] {
    if (shape.length === 0 || shape.length > 4) return [];
    const axis = random.int(0, shape.length - 1);
    const more = random.int(1, 3);
    const other = shape.map((size, index) => (index === axis ? more : size));
    const output = shape.map((size, index) => (index === axis ? size + more : size));
    const at = random.int(0, shape.length);
    return [
        { call: (x, tf) => `${tf("concat")}([${x}, ${tf("zeros")}(${list(other)})], ${axis})`, output, weight: 1.5 },
        { call: (x, tf) => `${x}.concat(${tf("zeros")}(${list(other)}), ${axis})`, output, weight: 1 },
        { call: (x, tf) => `${tf("stack")}([${x}, ${tf("ones")}(${list(shape)})], ${at})`, output: [...shape.slice(0, at), 2, ...shape.slice(at)], weight: shape.length < 4 ? 1 : 0 },
    ];
}

function image(random: Random, shape: readonly number[]): Step[] {
    if (shape.length !== 4) return [];
    const [batch, height, width, channels] = shape as [number, number, number, number];
    const [size, stride, depth] = [random.int(1, 3), random.int(1, 2), random.int(1, 4)];
    const pad = random.pick(["same", "valid"]);
    const made = (length: number): number => (pad === "same" ? Math.ceil(length / stride) : Math.floor((length - size) / stride) + 1);
    const output = [batch, made(height), made(width)];
    const fits = size <= Math.min(height, width);
    // 'same' makes any of i·s, …, (i − 1)·s + 1; 'valid' any of the s lengths from (i − 1)·s + k.
    const larger = (length: number): number => (pad === "same" ? length * stride - random.int(0, stride - 1) : (length - 1) * stride + size + random.int(0, stride - 1));
    const deconvolved = [batch, larger(height), larger(width), depth];
    const scale = random.int(2, 3);
    return [
        { call: (x, tf) => `${tf("conv2d")}(${x}, ${tf("ones")}([${size}, ${size}, ${channels}, ${depth}]), ${stride}, '${pad}')`, output: [...output, depth], weight: fits ? 5 : 0 },
        { call: (x, tf) => `${x}.conv2d(${tf("randomNormal")}([${size}, ${size}, ${channels}, ${depth}]), [${stride}, ${stride}], '${pad}')`, output: [...output, depth], weight: fits ? 3 : 0 },
        { method: `maxPool(${size}, ${stride}, '${pad}')`, output: [...output, channels], weight: fits ? 2 : 0 },
        { call: (x, tf) => `${tf("avgPool")}(${x}, [${size}, ${size}], ${stride}, '${pad}')`, output: [...output, channels], weight: fits ? 2 : 0 },
        { call: (x, tf) => `${tf("conv2dTranspose")}(${x}, ${tf("ones")}([${size}, ${size}, ${depth}, ${channels}]), ${list(deconvolved)}, ${stride}, '${pad}')`, output: deconvolved, weight: size >= stride ? 5 : 0 },
        { call: (x, tf) => `${tf("depthwiseConv2d")}(${x}, ${tf("ones")}([${size}, ${size}, ${channels}, ${depth}]), ${stride}, '${pad}')`, output: [...output, channels * depth], weight: fits ? 1 : 0 },
        { call: (x, tf) => `${tf("image.resizeBilinear")}(${x}, [${height * scale}, ${width}])`, output: [batch, height * scale, width, channels], weight: 0.7 },
    ];
}

function matrix(random: Random, shape: readonly number[]): Step[] {
    const columns = random.int(1, 6);
    if (shape.length !== 2) return [];
    const [rows, inner] = shape as [number, number];
    return [
        { call: (x, tf) => `${x}.matMul(${tf("ones")}([${inner}, ${columns}]))`, output: [rows, columns], weight: 4 },
        { call: (x, tf) => `${tf("matMul")}(${x}, ${tf("randomUniform")}([${columns}, ${inner}]), false, true)`, output: [rows, columns], weight: 1.5 },
        { call: (x, tf) => `${tf("matMul")}(${x}, ${tf("ones")}([${rows}, ${columns}]), true)`, output: [inner, columns], weight: 1 },
    ];
}
