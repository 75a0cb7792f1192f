/** Layers that make tensors longer or shorter, on the way up from one of them. */
import type { Finding } from "../../evaluator/evaluation.js";
import type { Application, LayerValue, Value } from "../../evaluator/values.js";
import type { Shape } from "../../shapes/shape.js";

/** How far up the search goes, and how many layers it tries. */
const mostSteps = 60;
const mostLayers = 6;

/** Applications of layers that change lengths, nearest first. */
export function spatialLayers(start: Value): Application[] {
    const found: Application[] = [];
    const queue: Application[] = start.kind === "symbolic" && start.producer ? [start.producer] : [];
    const seen = new Set(queue);
    for (let step = 0; step < mostSteps && found.length < mostLayers; step++) {
        const application = queue.shift();
        if (!application) {
            break;
        }
        if (application.target.kind === "layer" && lengthOption(application.target) !== undefined) {
            found.push(application);
        }
        for (const { producer } of application.inputs) {
            if (producer && !seen.has(producer)) {
                seen.add(producer);
                queue.push(producer);
            }
        }
    }
    return found;
}

export interface LengthOption {
    readonly name: "strides" | "poolSize" | "size";
    /** Whether a greater value makes a longer output. */
    readonly grows: boolean;
    readonly deconvolution: boolean;
}

/** The option by which a layer scales lengths. */
export function lengthOption(layer: LayerValue): LengthOption | undefined {
    const name = layer.applicable.layer?.spec.name ?? "";
    if (/^(?:Conv[23]DTranspose|Deconvolution[23]D)$/.test(name)) {
        return { name: "strides", grows: true, deconvolution: true };
    }
    if (/^UpSampling[123]D$/.test(name)) {
        return { name: "size", grows: true, deconvolution: false };
    }
    if (/^(?:Max|Average)Pooling[123]D$/.test(name)) {
        return { name: "poolSize", grows: false, deconvolution: false };
    }
    return /^(?:Conv[123]D|DepthwiseConv2D|SeparableConv2D)$/.test(name) ? { name: "strides", grows: false, deconvolution: false } : undefined;
}

export function spatialAxes(shape: Shape | undefined): number {
    return shape ? shape.length - 2 : 2;
}

/** A layer as the subject of an edit. */
export function siteOf(layer: LayerValue): Finding {
    return {
        fault: { kind: "first-layer", at: { kind: "call" } },
        call: layer.node,
        application: layer.node,
        callee: layer.type,
        given: layer.given,
        unread: layer.unread,
        spelling: layer.spelling,
        layer,
        inputs: [],
        module: layer.module,
    };
}
