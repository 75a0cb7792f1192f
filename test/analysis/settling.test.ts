/** Functions that nobody calls, each of which sees what the others change in the end. */
import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";

const digits = `import * as tf from '@tensorflow/tfjs';
export class Digits {
    images!: Float32Array;
    labels!: Uint8Array;
    indices!: Uint32Array;
    at: number;
    constructor() { this.at = 0; }
    load = async (): Promise<void> => {
        let all: Float32Array;
        const image = new Image();
        const loaded = new Promise<void>((resolve) => { image.onload = () => { all = new Float32Array(100); resolve(); }; });
        const [, answer] = await Promise.all([loaded, fetch('labels')]);
        const labels = new Uint8Array(await (answer as Response).arrayBuffer());
        this.indices = tf.util.createShuffledIndices(10);
        this.images = all!.slice(0, 40);
        this.labels = labels.slice(0, 20);
    };
    train = (count?: number) => {
        let xs = tf.tensor4d(this.images, [this.images.length / 4, 2, 2, 1]);
        let ys = tf.tensor2d(this.labels, [this.labels.length / 2, 2]);
        if (count != null) { xs = xs.slice([0, 0, 0, 0], [count, 2, 2, 1]); ys = ys.slice([0, 0], [count, 2]); }
        return { xs, ys };
    };
    next = (size: number) => this.batch(size, [this.images, this.labels], () => { this.at = (this.at + 1) % this.indices.length; return this.indices[this.at]; });
    batch = (size: number, [images, labels]: [Float32Array, Uint8Array], index: () => number) => {
        const xs = new Float32Array(size * 4);
        for (let i = 0; i < size; i++) { const at = index(); xs.set(images.slice(at * 4, at * 4 + 4), i * 4); }
        return tf.tensor2d(xs, [size, 4]);
    };
}
`;

test("fields that one method sets in many steps are not undefined for the others, which are bound to instances made anew", () => {
    const { problems, tensors } = analyze(digits, { filename: "digits.ts" });
    expect(problems).toEqual([]);
    expect(tensors.find(({ type }) => type === "tensor4d")?.shapes).not.toEqual([]);
});
