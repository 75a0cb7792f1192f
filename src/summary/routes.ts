/** How the edges of a layout run: through the gaps between rows, or in lanes to the right of the boxes. */
import type { Edge, Layout } from "./layout.js";

/** Sizes that the picture is drawn with. */
export const boxHeight = 28;
const rowGap = 46;
const laneGap = 18;
const laneMargin = 16;
/** How far from a box an edge begins to turn: below the label. */
const straight = 24;

export interface Route {
    readonly edge: Edge;
    /** The `d` of an SVG path. */
    readonly path: string;
    /** The middle of the lane, for a label that reads upwards. */
    readonly lane: { readonly x: number; readonly y: number } | undefined;
}

export interface Routes {
    readonly routes: readonly Route[];
    readonly width: number;
}

export function topOf(row: number): number {
    return row * (boxHeight + rowGap);
}

export function routesOf(layout: Layout): Routes {
    const boxes = layout.items.reduce((most, { x, width }) => Math.max(most, x + width / 2), 0);
    const lanes = lanesOf(layout);
    const sides = new Sides(layout);
    const routes = layout.edges.map((edge): Route => {
        const lane = lanes.get(edge);
        return lane === undefined ? { edge, path: betweenRows(layout, edge), lane: undefined } : sides.route(edge, lane);
    });
    return { routes, width: [...lanes.values()].reduce((most, x) => Math.max(most, x + laneGap / 2), boxes) };
}

function betweenRows({ items, rowOf }: Layout, { source, path }: Edge): string {
    let row = rowOf[source] ?? 0;
    const xs = path.map((item) => items[item]?.x ?? 0);
    const parts = [`M${num(xs[0] ?? 0)} ${num(topOf(row) + boxHeight)}`];
    for (const [index, x] of xs.slice(1).entries()) {
        const before = xs[index] ?? x;
        const [turn, end] = [topOf(row) + boxHeight + straight, topOf(row + 1)];
        const middle = (turn + end) / 2;
        if (Math.abs(x - before) < 0.05) parts.push(`V${num(end)}`);
        else parts.push(`V${num(turn)}C${num(before)} ${num(middle)} ${num(x)} ${num(middle)} ${num(x)} ${num(end)}`);
        row++;
        if (index < xs.length - 2) parts.push(`V${num(topOf(row) + boxHeight)}`);
    }
    return parts.join("");
}

/** The x of each long edge: inner lanes for the shorter ones, so that what is nested is drawn nested. */
function lanesOf(layout: Layout): Map<Edge, number> {
    const { items, rows, rowOf, edges } = layout;
    const rights = rows.map((row) => row.reduce((most, item) => Math.max(most, (items[item]?.x ?? 0) + (items[item]?.width ?? 0) / 2), 0));
    const long = edges.flatMap((edge) => {
        const [from, to] = [rowOf[edge.source] ?? 0, rowOf[edge.target] ?? 0];
        return isLong(layout, edge) ? [{ edge, from, to }] : [];
    });
    long.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
    const placed: { readonly from: number; readonly to: number; readonly x: number }[] = [];
    const lanes = new Map<Edge, number>();
    for (const { edge, from, to } of long) {
        let x = laneMargin + rights.slice(from, to + 1).reduce((most, right) => Math.max(most, right), 0);
        const beside = placed.filter((other) => other.from < to && from < other.to).sort((a, b) => a.x - b.x);
        for (const other of beside) {
            if (Math.abs(other.x - x) < laneGap) x = other.x + laneGap;
        }
        placed.push({ from, to, x });
        lanes.set(edge, x);
    }
    return lanes;
}

function isLong({ rowOf }: Layout, { source, target, path }: Edge): boolean {
    return path.length === 2 && (rowOf[target] ?? 0) - (rowOf[source] ?? 0) > 1;
}

/** Where lanes leave and enter boxes: at the side if nothing stands to the right, else through the gap. */
class Sides {
    private readonly uses = new Map<string, number>();
    private readonly lastInRow: ReadonlySet<number>;

    constructor(private readonly layout: Layout) {
        this.lastInRow = new Set(layout.rows.flatMap((row) => row.at(-1) ?? []));
    }

    route(edge: Edge, lane: number): Route {
        const out = this.end(edge.source, "out");
        const into = this.end(edge.target, "in");
        const radius = Math.min(8, (into.y - out.y) / 2, Math.max(0, lane - Math.max(out.x, into.x)));
        const corner = `H${num(lane - radius)}Q${num(lane)} ${num(out.y)} ${num(lane)} ${num(out.y + radius)}`;
        const back = `V${num(into.y - radius)}Q${num(lane)} ${num(into.y)} ${num(lane - radius)} ${num(into.y)}H${num(into.x)}`;
        return { edge, path: `${out.start}${corner}${back}${into.finish}`, lane: { x: lane, y: (out.y + into.y) / 2 } };
    }

    private end(node: number, way: "out" | "in"): { readonly x: number; readonly y: number; readonly start: string; readonly finish: string } {
        const { items, rowOf } = this.layout;
        const { x = 0, width = 0 } = items[node] ?? {};
        const top = topOf(rowOf[node] ?? 0);
        const key = `${way} ${node}`;
        const use = this.uses.get(key) ?? 0;
        this.uses.set(key, use + 1);
        if (this.lastInRow.has(node)) {
            // Leaving below the middle and entering above it, so that the two never share a line.
            const y = top + boxHeight / 2 + (way === "out" ? 1 : -1) * (4 + 4 * (use % 3));
            return { x: x + width / 2, y, start: `M${num(x + width / 2)} ${num(y)}`, finish: "" };
        }
        const port = x + width / 4 + 6 * (use % 3);
        const y = way === "out" ? top + boxHeight + 5 + 3 * (use % 3) : top - 12 - 3 * (use % 3);
        return { x: port, y, start: `M${num(port)} ${num(top + boxHeight)}V${num(y)}`, finish: `V${num(top)}` };
    }
}

/** One decimal is finer than any screen. */
export function num(value: number): string {
    return `${Math.round(value * 10) / 10}`;
}
