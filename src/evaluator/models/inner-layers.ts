/** Layers that stand inside others, a wrapper's and the cells of a recurrent layer: it is the layer around them that applies them. */
import type { Applicable } from "../../layers/engine.js";
import type { Shape } from "../../shapes/shape.js";
import type { Evaluation } from "../evaluation.js";
import { unlinked } from "./applying.js";

/** Tells what they are given when the layer around them is applied to these inputs; they are layers as surely as that one is. */
export function recordInside(e: Evaluation, { layer }: Applicable, inputs: readonly (Shape | undefined)[], confirmed: boolean): void {
    if (!layer?.spec.inner || !inputs[0]) {
        return;
    }
    for (const { of, inputs: given, outputs } of layer.spec.inner(inputs, layer.values)) {
        const made = e.handedOn.get(of);
        if (made) {
            made.confirmed ||= confirmed;
            e.record(unlinked(made, given, outputs));
        }
        recordInside(e, of, given, confirmed);
    }
}
