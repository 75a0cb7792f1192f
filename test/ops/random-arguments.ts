/** Arguments for any operation, drawn at random by what its entry calls them. */
import * as tf from "@tensorflow/tfjs";
import type { OpSpec } from "../../src/ops/spec.js";
import type { Random } from "../fuzz/random.js";
import { indices, t } from "./compare.js";

/** Arguments that are tensors in whatever operation has them. */
const tensorNames = /^(?:x|a|b|x1|x2|tensor|logits|input|filter|predictions|targets|weights|mean|variance|offset|scale|condition|image|images|boxes|scores|values|updates|base|exp|v1|v2|t1|t2|depthwiseFilter|pointwiseFilter|signal|losses|labels|onehotLabels|multiClassLabels|signals|alpha|bias|preluActivationWeights|transforms|start|stop|real|imag|data|defaultValue|separator|delimiter|inputIndices|inputShape|newShape|sparseIndices|sparseValues|outputShape)$/;

export class Arguments {
    /** Of the tensor that was drawn last: what follows mostly refers to it. */
    #last: readonly number[] = [2, 3];
    #operation = "";

    constructor(readonly random: Random) {}

    /** As many as are needed, some more or all of them, in the form that the operation takes them. */
    draw(spec: OpSpec, method: boolean): unknown[] {
        const { random } = this;
        const names = Object.keys(spec.args);
        this.#operation = spec.name;
        this.#last = this.#shape();
        const needed = names.findLastIndex((name) => spec.args[name]?.required) + 1 + (random.chance(0.4) ? 1 : 0);
        const drawn = names.slice(0, Math.max(random.chance(0.3) ? names.length : needed, 1)).map((name, index): [string, unknown] => [name, this.#argument(spec, name, method && index === 0)]);
        if (spec.named) {
            return [Object.fromEntries(drawn.filter(([, value]) => value !== undefined))];
        }
        const values = drawn.map(([, value]) => value);
        const rest = spec.rest ? values.at(-1) : undefined;
        return Array.isArray(rest) ? [...values.slice(0, -1), ...(rest as unknown[])] : values;
    }

    #argument({ name: operation, args }: OpSpec, name: string, receiver: boolean): unknown {
        const { random } = this;
        if (receiver) {
            return this.#tensor();
        }
        if (random.chance(0.02)) {
            return undefined;
        }
        const value = this.#named(operation, name);
        return value === undefined && args[name]?.required ? random.pick<unknown>([this.#tensor(), 0, 1, 2, -1, 3, 0.5, "same", [1], [2, 2], true]) : value;
    }

    #named(operation: string, name: string): unknown {
        const { random } = this;
        if (operation.startsWith("string.") && /^(?:input|data|dataSplits|separator|delimiter)$/.test(name)) {
            return this.#strings(name);
        }
        if (operation.startsWith("sparse.")) {
            return this.#sparse(name);
        }
        if (/^(?:zeros|ones|fill|random|truncatedNormal|buffer|eye)/.test(operation) && /shape/i.test(name)) {
            return random.pick<() => unknown>([() => this.#shape(), () => this.#shape(), () => this.#shape(), () => this.#int(), () => [2.5]])();
        }
        // Draws are repeated until one is in range: that has to be possible.
        if (/^(?:random|truncatedNormal)/.test(operation)) {
            return /dtype/.test(name) ? undefined : 1;
        }
        if (/^tensor/.test(operation) && name === "values") {
            return this.#literal();
        }
        if (/^(?:tensor|variable)/.test(operation) && name === "shape") {
            return random.pick<() => unknown>([() => undefined, () => undefined, () => [...this.#last], () => [this.#count()], () => this.#shape()])();
        }
        if (operation === "slice1d" && name !== "x") {
            return this.#int();
        }
        for (const [pattern, draw] of this.#menu) {
            if (pattern.test(name)) {
                return draw();
            }
        }
        return tensorNames.test(name) ? this.#tensor() : undefined;
    }

    readonly #menu: readonly (readonly [RegExp, () => unknown])[] = [
        [/^(?:axis|axes|dim|batchDims|dims)$/, () => this.random.weighted<() => unknown>([[6, () => this.random.int(-this.#last.length, Math.max(this.#last.length - 1, 0))], [2, () => this.#int()], [2, () => this.#list()], [1, () => undefined]])()],
        [/keepDims|transpose|exclusive|reverse|includeBatch|alignCorners|halfPixel|fullMatrices|sorted|adjoint|skipEmpty|replacement|normalized/i, () => this.random.pick([true, false, undefined])],
        [/^pad$/, () => this.random.pick<unknown>(["same", "valid", "same", "valid", 0, 1, 2, [[0, 0], [1, 1], [1, 1], [0, 0]]])],
        [/^dataFormat$/, () => this.random.pick([undefined, undefined, "NHWC", "NHWC", "NCHW", "NDHWC", "NWC"])],
        [/dimRoundingMode/, () => this.random.pick([undefined, undefined, "floor", "ceil", "round"])],
        [/^dtype$/, () => this.random.pick(["float32", "float32", "int32", "bool"])],
        [/^(?:condition|mask)$/, () => tf.ones(this.#tensor().shape, "bool")],
        [/^(?:clipValueMin|clipValueMax|rate|noiseShape)$/, () => 0],
        [/strides|dilation|filterSize|poolWindow|windowShape|blockShape/i, () => this.random.pick<() => unknown>([() => this.random.int(1, 3), () => [this.random.int(1, 3), this.random.int(1, 3)], () => this.#list(), () => [this.random.int(1, 2)], () => [1, 1, 1]])()],
        [/padd|crops/i, () => this.random.pick<() => unknown>([() => this.#pairs(), () => this.#pairs(), () => [[0, 1], [1, 0]], () => [0, 1]])()],
        [/^perm$/, () => this.random.pick<() => unknown>([() => this.random.shuffled([...this.#last.keys()]), () => this.#list(), () => undefined])()],
        [/^(?:shape|reps|begin|size|end|cropSize|outputShape|mask|numOrSizeSplits|newShape)$/, () => this.random.pick<() => unknown>([() => this.#perAxis(), () => this.#perAxis(), () => this.#list(), () => this.#int(), () => this.#shape(), () => [this.#count()], () => [-1, ...this.#last.slice(1)]])()],
        [/^(?:tensors|inputs|args)$/, () => this.#several()],
        [/equation/, () => this.random.pick(["ij,jk->ik", "ij,ij->", "ij->ji", "bij,bjk->bik", "i,j->ij", "ii->i", "ij,jk", "ijk,ikl->ijl", "ij->j", " ij , jk -> ik", "ij,k->", "ii->"])],
        [/^mode$/, () => this.random.pick(["reflect", "symmetric", "constant"])],
        [/indices|segmentIds|boxInd|^ids$/i, () => indices(...this.#shape(this.random.int(0, 2)))],
        [/reduction/, () => this.random.pick([undefined, 0, 1, 2, 3])],
        // With a step of 0 the library never comes to an end.
        [/^(?:frameLength|frameStep|fftLength)$/, () => this.random.int(1, 4)],
        [/^(?:k|n|num|numRows|numColumns|depth|numSegments|numClasses|blockSize|numLower|numUpper|maxOutputSize|numBuckets|size|nGramWidths)$/, () => this.#int()],
    ];

    #shape(rank = this.random.pick([0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5])): number[] {
        return Array.from({ length: rank }, () => this.random.pick([1, 1, 2, 2, 3, 4, 5]));
    }

    /** Mostly as the last one, some axes of 1, some left out. */
    #tensor(): tf.Tensor {
        const { random } = this;
        let shape = random.chance(0.55) ? this.#last.map((size) => (random.chance(0.15) ? 1 : size)) : this.#shape();
        if (random.chance(0.1)) shape = shape.slice(1);
        if (random.chance(0.05)) shape = [1, ...shape];
        this.#last = shape;
        return this.#typed(shape);
    }

    /** Types are not what is asked about: each operation gets the one it takes. */
    #typed(shape: readonly number[]): tf.Tensor {
        if (/^(?:logical|all$|any$|whereAsync)/.test(this.#operation)) {
            return tf.ones([...shape], "bool");
        }
        if (/fft$/i.test(this.#operation) && !/rfft$|^rfft/.test(this.#operation)) {
            return tf.complex(tf.ones([...shape]), tf.ones([...shape]));
        }
        if (/^(?:real|imag)$|irfft/.test(this.#operation)) {
            return tf.complex(tf.ones([...shape]), tf.ones([...shape]));
        }
        return /^(?:bitwiseAnd|oneHot)$/.test(this.#operation) ? indices(...shape) : t(...shape);
    }

    #several(): tf.Tensor[] {
        const { random } = this;
        const shape = [...this.#last];
        return Array.from({ length: random.int(1, 3) }, () => {
            this.#last = random.chance(0.7) ? shape : shape.map((size) => (random.chance(0.8) ? size : random.int(0, 3)));
            return t(...this.#last);
        });
    }

    #int(): number {
        return this.random.pick([-3, -2, -1, 0, 0, 1, 1, 2, 2, 3, 4]);
    }

    /** Each number once. */
    #list(): number[] {
        return [...new Set(Array.from({ length: this.random.int(0, 4) }, () => this.#int()))];
    }

    #perAxis(): number[] {
        return this.#last.map((size) => (this.random.chance(0.5) ? this.#int() : this.random.int(0, size)));
    }

    #pairs(): number[][] {
        return this.#last.map(() => [this.random.int(0, 2), this.random.int(0, 2)]);
    }

    #count(): number {
        return this.#last.reduce((product, size) => product * size, 1);
    }

    /** Nested numbers of the last shape, or one that is not even. */
    #literal(): unknown {
        const nested = (shape: readonly number[]): unknown => (shape.length === 0 ? 1 : Array.from({ length: shape[0]! }, () => nested(shape.slice(1))));
        return this.random.pick<() => unknown>([() => nested(this.#last), () => nested(this.#last), () => Array.from({ length: this.#count() }, () => 1), () => [[1, 2], [3]], () => 5])();
    }

    #strings(name: string): unknown {
        const { random } = this;
        if (name === "dataSplits") {
            return tf.tensor1d([0, random.int(1, 2)], "int32");
        }
        const words = ["a b", "c", "d e f"].slice(0, random.int(1, 3));
        return random.pick<() => unknown>([() => tf.tensor1d(words, "string"), () => tf.tensor1d(words, "string"), () => words, () => tf.scalar("a b", "string"), () => tf.tensor2d([words], undefined, "string")])();
    }

    #sparse(name: string): unknown {
        const { random } = this;
        const length = random.int(1, 3);
        const ints = (...shape: number[]): tf.Tensor => indices(...shape);
        return /^(?:indices|inputIndices)$/.test(name) && random.chance(0.5) ? ints(length, 2) : random.pick<() => unknown>([() => ints(length), () => ints(length), () => t(length), () => t(length, 2), () => tf.scalar(1, "int32")])();
    }
}
