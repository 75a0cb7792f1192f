/** Call sites as the contract has them. */
import type { CallSite } from "../analysis/analysis.js";
import { toData } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";

export function toSite(site: CallSite, locate: (offset: number) => { readonly line: number; readonly column: number }) {
    const start = locate(site.node.range[0]);
    const end = locate(site.node.range[1]);
    return {
        ...start,
        endLine: end.line,
        endColumn: end.column,
        type: site.type,
        ...(site.name === undefined ? {} : { name: site.name }),
        params: site.params?.kind === "constant" ? site.params.value : null,
        shapes: site.shapes.map((entry) => ({ inputs: entry.inputs.map(data), outputs: entry.outputs.map(data) })),
    };
}

function data(shape: Shape | undefined) {
    return shape ? shape.map(toData) : ["..."];
}
