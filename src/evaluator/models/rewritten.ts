/**
 * Shapes that a layer has written into: centerCrop and categoryEncoding make the shape of their input that of their output.
 * Layers that leave a shape as it is hand on the very same one, here as in tfjs-layers 4.22.0 (src/engine/topology.ts,
 * Layer.computeOutputShape), so all that share it change together, an input of a model too.
 */
import { compareShapes, identicalShapes, type Shape } from "../../shapes/shape.js";
import { dimOfValue } from "../making.js";
import type { ArrayValue } from "../values.js";

export class Rewritten {
    /** What each has become; undefined where it was perhaps written into. */
    private readonly next = new Map<Shape, Shape | undefined>();

    /** The author's own arrays that were handed in as whole shapes, batch included: the library keeps those, and no copies. */
    private readonly shapes = new Map<ArrayValue, Shape>();
    private readonly arrays = new Map<Shape, ArrayValue>();

    /** The shape that an array stands for: the same one again, as long as the array is what it was. */
    shared(array: ArrayValue, shape: Shape): Shape {
        const before = this.now(this.shapes.get(array));
        if (before && compareShapes(before, shape) === "equal") {
            return before;
        }
        this.shapes.set(array, shape);
        this.arrays.set(shape, array);
        return shape;
    }

    /** The shape as the author's array has it by now, where it was made of one; undefined where that is not known. */
    asWritten(shape: Shape | undefined): Shape | undefined {
        const current = this.now(shape);
        const array = current && this.arrays.get(current);
        if (!current || !array) {
            return current;
        }
        const dims = array.open ? undefined : array.items.map(dimOfValue);
        return dims && identicalShapes(dims, current) ? current : dims && this.shared(array, dims);
    }

    /** Whose array it was that is written into with this shape. */
    arrayOf(shape: Shape): ArrayValue | undefined {
        return this.arrays.get(shape);
    }

    write(shape: Shape, now: Shape | undefined): void {
        if (shape !== now) {
            this.next.set(shape, now);
            const array = this.arrays.get(shape);
            if (array && now) {
                this.arrays.set(now, array);
            }
        }
    }

    /** Whether anything was written into at all. */
    get isUsed(): boolean {
        return this.next.size > 0;
    }

    now(shape: Shape | undefined): Shape | undefined {
        let current = shape;
        while (current && this.next.has(current)) {
            current = this.next.get(current);
        }
        return current;
    }
}
