/**
 * Shapes that a layer has written into: centerCrop and categoryEncoding make the shape of their input that of their output.
 * Layers that leave a shape as it is hand on the very same one, here as in tfjs-layers 4.22.0 (src/engine/topology.ts,
 * Layer.computeOutputShape), so all that share it change together, an input of a model too.
 */
import type { Shape } from "../shapes/shape.js";

export class Rewritten {
    /** What each has become; undefined where it was perhaps written into. */
    private readonly next = new Map<Shape, Shape | undefined>();

    write(shape: Shape, now: Shape | undefined): void {
        if (shape !== now) {
            this.next.set(shape, now);
        }
    }

    now(shape: Shape | undefined): Shape | undefined {
        let current = shape;
        while (current && this.next.has(current)) {
            current = this.next.get(current);
        }
        return current;
    }
}
