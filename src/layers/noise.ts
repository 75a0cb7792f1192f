import { identity } from "./identity.js";

const source = "tfjs-layers 4.22.0 src/layers/noise.ts,";

export const gaussianNoise = identity("GaussianNoise", `${source} GaussianNoise`, ["stddev"]);
export const gaussianDropout = identity("GaussianDropout", `${source} GaussianDropout`, ["rate"]);
export const alphaDropout = identity("AlphaDropout", `${source} AlphaDropout`, ["rate", "noiseShape"]);
