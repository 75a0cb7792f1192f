/** Names that the library gives to layers without one. They depend on how many others there were, but not every text is one. */

/**
 * Whether a layer may have been given that name: "dense_Dense1", or "input1" for a placeholder.
 * tfjs-layers 4.22.0 src/engine/topology.ts, Layer's constructor; src/engine/input_layer.ts; src/backend/state.ts, getUid.
 */
export function mayBeAutomatic(name: string, of: "layer" | "input"): boolean {
    const prefix = name.replace(/\d+$/, "");
    if (prefix === name) {
        return false;
    }
    return of === "input" || [...name.matchAll(/_/g)].some(({ index }) => mayBeClass(name.slice(index + 1), name.slice(0, index)));
}

/** The last digits of a class's name may be its own, as in "Conv2D1" and "Block12". */
function mayBeClass(counted: string, snake: string): boolean {
    const digits = /\d+$/.exec(counted)?.[0].length ?? 0;
    return Array.from({ length: digits }, (_, own) => counted.slice(0, counted.length - digits + own)).some((name) => toSnakeCase(name) === snake);
}

/** tfjs-layers 4.22.0 src/utils/generic_utils.ts, toSnakeCase. */
function toSnakeCase(name: string): string {
    const snake = name
        .replace(/(.)([A-Z][a-z0-9]+)/g, "$1_$2")
        .replace(/([a-z])([A-Z])/g, "$1_$2")
        .toLowerCase();
    return snake.startsWith("_") ? `private${snake}` : snake;
}
