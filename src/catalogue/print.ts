/** Data as source-like text, for messages. */
import { print } from "../shapes/dim.js";
import { printShape } from "../shapes/shape.js";
import type { Datum } from "./datum.js";

const longest = 60;

export function printDatum(datum: Datum): string {
    const text = printWhole(datum);
    return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function printWhole(datum: Datum): string {
    switch (datum.kind) {
        case "unknown":
            return "?";
        case "undefined":
        case "null":
            return datum.kind;
        case "number":
        case "boolean":
            return String(datum.value);
        case "size":
        case "parameter":
            return print(datum.dim);
        case "string":
            return `'${datum.value}'`;
        case "list":
            return `[${datum.items.slice(0, longest).map(printWhole).join(", ")}]`;
        case "record":
            return "an object";
        case "numbers":
            return `${print(datum.length)} numbers`;
        case "tensor":
            return datum.shape ? `a tensor of shape ${printShape(datum.shape)}` : "a tensor";
        case "layer":
            return "a layer";
        case "other":
            return `a ${datum.what}`;
    }
}
