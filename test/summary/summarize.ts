/** Programs as the summaries take them: really evaluated, with problems worded by the test. */
import { emptyAnalysis, type Problem } from "../../src/analysis/analysis.js";
import { layerGraph } from "../../src/analysis/graph.js";
import { parse } from "../../src/analysis/parse.js";
import { positions } from "../../src/analysis/positions.js";
import { layerSites, operationSites } from "../../src/analysis/sites.js";
import { evaluateProgram } from "../../src/evaluator/run.js";
import type { FileSummary } from "../../src/summary/file-summary.js";

export interface Summarized {
    readonly path?: string;
    readonly code: string;
    /** What is said of each problem found. */
    readonly message?: string;
}

export function summarize({ path = "model.js", code, message = "wrong" }: Summarized): FileSummary {
    const parsed = parse(code, path);
    if ("error" in parsed) throw new Error(parsed.error.message);
    const { events, unfinished } = evaluateProgram(parsed.program, { globals: ["tf"], maxSteps: 100_000, filename: path });
    const locate = positions(code);
    const found = events.flatMap((event) => (event.kind === "finding" ? [event.finding] : []));
    const problems = found.map((finding): Problem => {
        const [start, end] = finding.call.range;
        return { kind: finding.fault.kind, fault: finding.fault, finding, range: { start, end }, repairs: [] };
    });
    const reported = problems.map(({ range }) => {
        const { line: endLine, column: endColumn } = locate(range.end);
        return { ...locate(range.start), endLine, endColumn, ruleId: "layer-shapes/some-rule", message };
    });
    const analysis = {
        ...emptyAnalysis,
        layers: layerSites(events),
        tensors: operationSites(events),
        graph: layerGraph(events),
        problems,
        unfinished,
    };
    return { path, analysis, problems: reported, locate };
}

/** Named layers, a layer in a loop, sizes that are symbols, and a skip connection over several layers. */
export const skipModel = `import * as tf from '@tensorflow/tfjs';
export function build(h) {
    const image = tf.input({ shape: [h, 32, 3], name: 'image' });
    const skip = tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same', name: 'skip' }).apply(image);
    let x = skip;
    for (const filters of [8, 8, 8, 8]) {
        x = tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same' }).apply(x);
    }
    x = tf.layers.concatenate().apply([x, skip]);
    return tf.model({ inputs: image, outputs: tf.layers.globalMaxPooling2d({}).apply(x) });
}
`;

/** The two inputs of the concatenation do not fit. */
export const wrongModel = `import * as tf from '@tensorflow/tfjs';
const image = tf.input({ shape: [64, 64, 3] });
const skip = tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same' }).apply(image);
const small = tf.layers.maxPooling2d({ poolSize: 2 }).apply(skip);
const up = tf.layers.conv2dTranspose({ filters: 8, kernelSize: 3, padding: 'same' }).apply(small);
const both = tf.layers.concatenate({ name: 'both' }).apply([up, skip]);
tf.layers.conv2d({ filters: 1, kernelSize: 1 }).apply(both);
`;

export const operations = `import * as tf from '@tensorflow/tfjs';
const row = (n) => tf.zeros([n, 4]);
row(1);
row(2);
tf.tensor2d(somewhere).transpose();
`;
