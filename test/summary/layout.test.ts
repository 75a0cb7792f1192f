import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut, type LayoutNode, mostRowsPassed } from "../../src/summary/layout.js";
import { boxHeight, routesOf, topOf } from "../../src/summary/routes.js";

const width = 100;
const gap = 20;
const from = (...nodes: (number | undefined)[]): LayoutNode => ({ sources: nodes.map((node) => ({ node })) });
const chain = (length: number): LayoutNode[] => Array.from({ length }, (_, node) => (node === 0 ? from() : from(node - 1)));

/** Any graph whose nodes take from earlier ones. */
const graphs = fc
    .array(fc.array(fc.option(fc.nat(1000), { nil: undefined }), { maxLength: 3 }), { minLength: 1, maxLength: 60 })
    .map((nodes) => nodes.map((sources, node) => from(...sources.map((source) => (source === undefined || node === 0 ? undefined : source % node)))));

describe("the layout", () => {
    it("stands a chain straight", () => {
        const { items, rowOf } = layOut(chain(5), width, gap);
        expect(items.map(({ x }) => x)).toEqual([50, 50, 50, 50, 50]);
        expect(rowOf).toEqual([0, 1, 2, 3, 4]);
    });

    it("keeps what most of the model goes through straight where a shortcut leaves it", () => {
        // 0 to 7 in a chain, and a shortcut over 8 from 1 to 7.
        const nodes = [...chain(7), from(1), from(6, 7)];
        const { items } = layOut(nodes, width, gap);
        const xs = [0, 1, 2, 3, 4, 5, 6, 8].map((node) => items[node]!.x);
        expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(0.5);
    });

    it("stands an input right above what takes it", () => {
        const { rowOf } = layOut([...chain(4), from(), from(3, 4)], width, gap);
        expect(rowOf[4]).toBe(3);
    });

    it("sets what is connected to nothing in rows", () => {
        const { rows } = layOut(Array.from({ length: 9 }, () => from()), width, gap);
        expect(rows.map((row) => row.length)).toEqual([4, 4, 1]);
    });

    it("of any graph: sources are above, boxes of a row are apart and in order, nothing is left of the edge", () => {
        fc.assert(
            fc.property(graphs, (nodes) => {
                const { items, rows, rowOf, edges } = layOut(nodes, width, gap);
                for (const { source, target } of edges) expect(rowOf[source]).toBeLessThan(rowOf[target]!);
                for (const row of rows) {
                    for (const [index, item] of row.slice(1).entries()) {
                        const [a, b] = [items[row[index]!]!, items[item]!];
                        expect(b.x - b.width / 2 - (a.x + a.width / 2)).toBeGreaterThan(gap - 0.01);
                    }
                }
                expect(Math.min(...items.map((item) => item.x - item.width / 2))).toBeCloseTo(0);
            }),
        );
    });
});

describe("the routes", () => {
    it("nest skips that are nested", () => {
        const { routes } = routesOf(layOut([...chain(10), from(9, 1), from(10, 0)], width, gap));
        const lanes = routes.flatMap(({ edge, lane }) => (lane ? [[edge.source, lane.x] as const] : []));
        expect(lanes.map(([source]) => source)).toEqual([1, 0]);
        expect(lanes[1]![1]).toBeGreaterThan(lanes[0]![1]);
        expect(lanes[0]![1]).toBeGreaterThan(width);
    });

    it("of any graph: lanes run free of the boxes they pass, and of each other", () => {
        fc.assert(
            fc.property(graphs, (nodes) => {
                const layout = layOut(nodes, width, gap);
                const { routes } = routesOf(layout);
                const long = routes.filter(({ lane }) => lane !== undefined);
                for (const { edge, lane } of long) {
                    const [first, last] = [layout.rowOf[edge.source]!, layout.rowOf[edge.target]!];
                    expect(last - first).toBeGreaterThan(mostRowsPassed);
                    for (const item of layout.rows.slice(first, last + 1).flat()) {
                        expect(lane!.x).toBeGreaterThan(layout.items[item]!.x + layout.items[item]!.width / 2);
                    }
                    for (const other of long) {
                        const [top, bottom] = [layout.rowOf[other.edge.source]!, layout.rowOf[other.edge.target]!];
                        if (other.edge !== edge && top < last && first < bottom) expect(Math.abs(other.lane!.x - lane!.x)).toBeGreaterThan(10);
                    }
                }
            }),
        );
    });

    it("of any graph: paths have no broken numbers, and start and end at their boxes", () => {
        fc.assert(
            fc.property(graphs, (nodes) => {
                const layout = layOut(nodes, width, gap);
                for (const { edge, path, lane } of routesOf(layout).routes) {
                    expect(path).toMatch(/^[MVHCQ\d. -]+$/);
                    const start = Number(/^M\S+ ([\d.]+)/.exec(path)![1]);
                    const top = topOf(layout.rowOf[edge.source]!);
                    expect(start).toBeGreaterThan(top);
                    expect(start).toBeLessThanOrEqual(top + boxHeight);
                    if (lane === undefined) expect(Number(/([\d.]+)$/.exec(path)![1])).toBe(topOf(layout.rowOf[edge.target]!));
                }
            }),
        );
    });
});
