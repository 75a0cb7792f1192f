/** The ways in which programs get hold of TensorFlow.js and its layers. */
import type { Random } from "../random.js";

export interface Reach {
    readonly kind: "global" | "star" | "require" | "named" | "awaited";
    readonly layers: "path" | "object" | "short" | "bare";
    /** `tf` is a name that types can be taken from. */
    readonly hasTypes: boolean;
    readonly module: string;
    /** What was used so far, to be imported or destructured by name. */
    readonly usedNames: Set<string>;
    readonly usedLayers: Set<string>;
}

export function pickReach(random: Random, typescript: boolean): Reach {
    const kind = random.weighted([
        [typescript ? 0 : 4, "global"],
        [8, "star"],
        [typescript ? 0 : 2.5, "require"],
        [1.5, "named"],
        [typescript ? 0 : 0.3, "awaited"],
    ] as const);
    const layers = random.weighted([[7, "path"], [1, "object"], [0.6, "short"], [1, "bare"]] as const);
    return {
        kind,
        layers: kind === "named" && layers === "path" ? "object" : layers,
        hasTypes: typescript && kind === "star",
        module: kind === "awaited" || random.chance(0.85) ? "@tensorflow/tfjs" : "@tensorflow/tfjs-node",
        usedNames: new Set(),
        usedLayers: new Set(),
    };
}

/** Names that programs use for things of their own. */
const clashing = new Set(["input", "model"]);

export function tfSpelling(reach: Reach, name: string): string {
    if (reach.kind !== "named") return `tf.${name}`;
    const [head = "", ...rest] = name.split(".");
    reach.usedNames.add(head);
    return [clashing.has(head) ? alias(head) : head, ...rest].join(".");
}

export function layerSpelling(reach: Reach, type: string, random: Random): string {
    switch (reach.layers) {
        case "path":
            return random.chance(0.02) ? `tf.layers['${type}']` : `tf.layers.${type}`;
        case "object":
            return `layers.${type}`;
        case "short":
            return `L.${type}`;
        case "bare":
            reach.usedLayers.add(type);
            return type;
    }
}

/** The whole namespace, for `tf.layers[type](…)`. */
export function layersNamespace(reach: Reach): string {
    switch (reach.layers) {
        case "path":
        case "bare":
            return tfSpelling(reach, "layers");
        case "object":
            return "layers";
        case "short":
            return "L";
    }
}

export function reachLines(reach: Reach): string[] {
    const layers = layersLines(reach);
    switch (reach.kind) {
        case "global":
            return layers;
        case "star":
            return [`import * as tf from '${reach.module}';`, ...layers];
        case "require":
            return [`const tf = require('${reach.module}');`, ...layers];
        case "awaited":
            return [`const tf = await import('${reach.module}');`, ...layers];
        case "named": {
            const names = [...reach.usedNames].map((name) => (clashing.has(name) ? `${name} as ${alias(name)}` : name));
            return [`import { ${names.join(", ")} } from '${reach.module}';`, ...layers];
        }
    }
}

function layersLines(reach: Reach): string[] {
    if (reach.kind === "named") reach.usedNames.add("layers");
    const base = reach.kind === "named" ? "layers" : "tf.layers";
    switch (reach.layers) {
        case "path":
            return [];
        case "object":
            return reach.kind === "named" ? [] : ["const { layers } = tf;"];
        case "short":
            return [`const L = ${base};`];
        case "bare":
            return reach.usedLayers.size > 0 ? [`const { ${[...reach.usedLayers].join(", ")} } = ${base};`] : [];
    }
}

function alias(name: string): string {
    return `tf${name[0]!.toUpperCase()}${name.slice(1)}`;
}
