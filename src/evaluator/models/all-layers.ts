/** The layers of a model, with those of the models within it. */
import type { LayerValue, ModelValue } from "../values.js";

/** A model that stands in many places is looked at once: there may be more of these than anybody could list. */
export function everyLayer({ layers }: ModelValue, holds: (layer: LayerValue) => boolean, seen = new Set<ModelValue>()): boolean {
    return layers.every((layer) => {
        if (layer.kind === "layer") {
            return holds(layer);
        }
        if (seen.has(layer)) {
            return true;
        }
        seen.add(layer);
        return everyLayer(layer, holds, seen);
    });
}
