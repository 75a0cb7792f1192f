/** Data as source-like text, for messages. */
import { print } from "../shapes/dim.js";
import { printShape } from "../shapes/shape.js";
import type { Datum } from "./datum.js";

const longest = 60;

export function printDatum(datum: Datum): string {
    const text = printWhole(datum);
    return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** As far as there is room: of more than that nothing will be seen. */
function printWhole(datum: Datum, room = longest): string {
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
            return printList(datum.items, room);
        case "record":
            return "an object";
        case "numbers":
            return `${print(datum.length)} numbers`;
        case "tensor":
            return datum.shape ? `a tensor of shape ${printShape(datum.shape)}` : "a tensor";
        case "layer":
            return "a layer";
        case "other":
            return `${datum.what === "object" ? "an" : "a"} ${datum.what}`;
    }
}

function printList(items: readonly Datum[], room: number): string {
    let text = "[";
    for (const [index, item] of items.entries()) {
        if (text.length > room) {
            return text;
        }
        text += `${index > 0 ? ", " : ""}${printWhole(item, room - text.length)}`;
    }
    return `${text}]`;
}
