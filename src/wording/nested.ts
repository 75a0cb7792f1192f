/** Why a layer inside a nested model cannot take what reaches it. */
import type { Fault } from "../catalogue/fault.js";
import { print } from "../shapes/dim.js";
import { printShape } from "../shapes/shape.js";

/** Completes "its `dense` gets [null, 50] …". */
export function reasonWithin(fault: Fault): string {
    switch (fault.kind) {
        case "input-rank":
            return `and expects ${fault.expected}`;
        case "input-size":
            return `and needs ${print(fault.expected)} as ${fault.what}`;
        case "input-undefined-axis":
            return `and needs a known size for ${fault.what}`;
        case "empty-output":
            return `and would make ${printShape(fault.output)} of it`;
        case "reshape-size":
            return `and reshapes it to ${printShape(fault.target)}`;
        case "reshape-infer":
            return `and cannot reshape it to ${printShape(fault.target)}`;
        case "merge":
            return `and cannot merge ${print(fault.a)} and ${print(fault.b)} on axis ${fault.axis}`;
        default:
            return "and cannot take it";
    }
}
