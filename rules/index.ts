// Generated from this folder by `npm run generate`.
import deconvOutputShape from "./deconv-output-shape.js";

export const rules = {
    "deconv-output-shape": deconvOutputShape,
} as const;
