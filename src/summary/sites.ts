/** Call sites as other programs read them: the contract of `analyze()` and of the JSON summary. */
import type { CallSite } from "../analysis/analysis.js";
import { toData } from "../shapes/dim.js";
import { type Shape, toDataShape } from "../shapes/shape.js";

/** A size: a number, null for a batch (None), or text: an expression over symbols, or "?" when not known. */
export type Dim = number | null | string;

export interface Site {
    /** Of the call expression; lines and columns are 1-based, as in ESLint's messages. */
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly type: string;
    readonly name?: string;
    /** Layers only: null where not known. */
    readonly params?: number | null;
    readonly shapes: { inputs: Dim[][]; outputs: Dim[][] }[];
}

export type Locate = (offset: number) => { readonly line: number; readonly column: number };

/** A shape whose rank is not known. The contract has no other word for what is not known than "?". */
export const unknownRank: readonly Dim[] = ["?"];

export function toLayerSite(site: CallSite, locate: Locate): Site {
    return toSite(site, locate, { params: paramsOf(site) });
}

export function toSite({ node, type, name, shapes }: CallSite, locate: Locate, more: Pick<Site, "params"> = {}): Site {
    const [start, end] = node.range;
    const { line, column } = locate(start);
    const { line: endLine, column: endColumn } = locate(end);
    return {
        line,
        column,
        endLine,
        endColumn,
        type,
        ...(name === undefined ? {} : { name }),
        ...more,
        shapes: shapes.map(({ inputs, outputs }) => ({ inputs: inputs.map(toDims), outputs: outputs.map(toDims) })),
    };
}

/** Expressions over symbols are no number; what takes nothing in is an input, and has no weights. */
function paramsOf({ params, shapes }: CallSite): number | null {
    const isInput = shapes.length > 0 && shapes.every(({ inputs }) => inputs.length === 0);
    if (params === undefined) return isInput ? 0 : null;
    const data = toData(params);
    return typeof data === "number" ? data : null;
}

function toDims(shape: Shape | undefined): Dim[] {
    return shape ? toDataShape(shape) : [...unknownRank];
}
