/**
 * Where the boxes of a layered drawing stand. A node's row is its longest path from the top; an edge that passes a few
 * rows keeps a place in each of them, and a longer one is left to a lane beside the boxes (see routes.ts).
 */
export interface LayoutNode {
    readonly sources: readonly { readonly node: number | undefined }[];
}

export interface Item {
    /** Undefined for the place of an edge that passes. */
    readonly node: number | undefined;
    readonly width: number;
    /** Indices of items in the rows above and below. */
    readonly above: number[];
    readonly below: number[];
    /** The middle. */
    x: number;
}

/** An edge, with the items it runs through: the first is its source, the last its target. */
export interface Edge {
    readonly source: number;
    readonly target: number;
    /** Which of the target's inputs it is. */
    readonly input: number;
    readonly path: readonly number[];
}

export interface Layout {
    readonly items: readonly Item[];
    /** Indices of items, from left to right. The item of node n is item n. */
    readonly rows: readonly (readonly number[])[];
    readonly rowOf: readonly number[];
    readonly edges: readonly Edge[];
}

/** Edges over more rows than this run in a lane. */
export const mostRowsPassed = 3;
const passingWidth = 16;
const sweeps = 4;

/** Nodes stand after their sources. */
export function layOut(nodes: readonly LayoutNode[], width: number, gap: number): Layout {
    const rowOf = assignRows(nodes);
    const items: Item[] = nodes.map((_, node) => ({ node, width, above: [], below: [], x: 0 }));
    const rows: number[][] = [];
    for (const [node, row] of rowOf.entries()) (rows[row] ??= []).push(node);
    const edges = nodes.flatMap(({ sources }, target) =>
        sources.flatMap(({ node: source }, input): Edge[] => (source === undefined ? [] : [{ source, target, input, path: pathOf(source, target) }])),
    );
    order(items, rows);
    place(items, rows, gap);
    return { items, rows, rowOf, edges };

    function pathOf(source: number, target: number): number[] {
        const [from, to] = [rowOf[source] ?? 0, rowOf[target] ?? 0];
        if (to - from > mostRowsPassed) return [source, target];
        const path = [source];
        for (let row = from + 1; row < to; row++) {
            (rows[row] ??= []).push(items.length);
            path.push(items.length);
            items.push({ node: undefined, width: passingWidth, above: [], below: [], x: 0 });
        }
        path.push(target);
        for (const [at, item] of path.slice(1).entries()) {
            items[item]?.above.push(path[at] ?? item);
            items[path[at] ?? item]?.below.push(item);
        }
        return path;
    }
}

/** Nodes that belong to nothing are set in rows of this many. */
const looseInRow = 4;

function assignRows(nodes: readonly LayoutNode[]): number[] {
    const rowOf: number[] = [];
    const firstUse = new Map<number, number>();
    for (const { sources } of nodes) {
        const above = sources.flatMap(({ node }) => (node === undefined ? [] : [rowOf[node] ?? 0]));
        rowOf.push(above.reduce((most, row) => Math.max(most, row + 1), 0));
    }
    for (const [target, { sources }] of nodes.entries()) {
        const row = rowOf[target] ?? 0;
        for (const { node } of sources) {
            if (node !== undefined) firstUse.set(node, Math.min(firstUse.get(node) ?? row, row));
        }
    }
    let loose = 0;
    return rowOf.map((row, node) => {
        const use = firstUse.get(node);
        const hasSources = nodes[node]?.sources.some((source) => source.node !== undefined);
        if (hasSources) return row;
        // An input stands right above what takes it first.
        return use === undefined ? Math.floor(loose++ / looseInRow) : use - 1;
    });
}

/** Fewer crossings: each row is sorted by the mean position of its neighbours, in turn down and up. */
function order(items: readonly Item[], rows: number[][]): void {
    const positions: number[] = [];
    const note = (row: readonly number[]): void => {
        for (const [position, item] of row.entries()) positions[item] = position - row.length / 2;
    };
    rows.forEach(note);
    for (let sweep = 0; sweep < sweeps; sweep++) {
        const down = sweep % 2 === 0;
        for (const row of down ? rows : rows.toReversed()) {
            const wanted = new Map(row.map((item) => [item, mean(neighbours(items[item], down).map((one) => positions[one] ?? 0)) ?? positions[item] ?? 0]));
            row.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a - b);
            note(row);
        }
    }
}

/** Straighter edges: each item goes as near to the mean of its neighbours as the others in its row allow. */
function place(items: readonly Item[], rows: readonly (readonly number[])[], gap: number): void {
    const weights = weigh(items, rows);
    const weightedMean = (indices: readonly number[]): number | undefined => {
        const weight = indices.reduce((sum, one) => sum + (weights[one] ?? 0), 0);
        return weight === 0 ? undefined : indices.reduce((sum, one) => sum + (items[one]?.x ?? 0) * (weights[one] ?? 0), 0) / weight;
    };
    for (const row of rows) settle(items, row, gap, weights, () => 0);
    for (let sweep = 0; sweep < 2 * sweeps; sweep++) {
        const down = sweep % 2 === 0;
        for (const row of down ? rows : rows.toReversed()) {
            settle(items, row, gap, weights, (item) => weightedMean(neighbours(item, down)) ?? item.x);
        }
    }
    const left = items.reduce((least, { x, width }) => Math.min(least, x - width / 2), Infinity);
    for (const item of items) item.x -= left;
}

/**
 * What most of a model goes through stands straight: an item weighs less the shorter the longest way through it is than
 * that of others in its row, so that shortcuts and side branches give way.
 */
function weigh(items: readonly Item[], rows: readonly (readonly number[])[]): number[] {
    const above = items.map(() => 0);
    const below = items.map(() => 0);
    const longest = (known: readonly number[], next: readonly number[]): number => next.reduce((most, one) => Math.max(most, 1 + (known[one] ?? 0)), 0);
    for (const item of rows.flat()) above[item] = longest(above, items[item]?.above ?? []);
    for (const item of rows.flat().reverse()) below[item] = longest(below, items[item]?.below ?? []);
    const through = items.map((_, item) => (above[item] ?? 0) + (below[item] ?? 0));
    const weights: number[] = [];
    for (const row of rows) {
        const most = row.reduce((a, item) => Math.max(a, through[item] ?? 0), 0);
        for (const item of row) weights[item] = 4 ** -Math.min(8, most - (through[item] ?? 0));
    }
    return weights;
}

interface Block {
    readonly sum: number;
    readonly weight: number;
    readonly count: number;
}

/** The positions in this order that are, in squares, nearest to those wanted: pool adjacent violators. */
function settle(items: readonly Item[], row: readonly number[], gap: number, weights: readonly number[], wanted: (item: Item) => number): void {
    const inRow = row.flatMap((item) => items[item] ?? []);
    const offsets: number[] = [];
    let offset = 0;
    for (const [index, { width }] of inRow.entries()) {
        offset += index === 0 ? 0 : width / 2 + gap + (inRow[index - 1]?.width ?? 0) / 2;
        offsets.push(offset);
    }
    const blocks: Block[] = [];
    for (const [index, item] of inRow.entries()) {
        const weight = weights[row[index] ?? 0] ?? 1;
        let block: Block = { sum: weight * (wanted(item) - (offsets[index] ?? 0)), weight, count: 1 };
        for (let last = blocks.at(-1); last && last.sum / last.weight > block.sum / block.weight; last = blocks.at(-1)) {
            block = { sum: block.sum + last.sum, weight: block.weight + last.weight, count: block.count + last.count };
            blocks.pop();
        }
        blocks.push(block);
    }
    let index = 0;
    for (const { sum, weight, count } of blocks) {
        for (const item of inRow.slice(index, index + count)) {
            item.x = sum / weight + (offsets[index] ?? 0);
            index++;
        }
    }
}

function neighbours(item: Item | undefined, above: boolean): readonly number[] {
    return (above ? item?.above : item?.below) ?? [];
}

function mean(numbers: readonly number[]): number | undefined {
    return numbers.length > 0 ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : undefined;
}
