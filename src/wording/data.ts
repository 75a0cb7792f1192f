/** The words for data that a model is fed. */
import type { DataRole, Fault, Fed } from "../catalogue/fault.js";
import { print } from "../shapes/dim.js";

/** `inputs`, `validation targets`. */
export function dataOf(role: DataRole, { at }: Fault): string {
    const set = at.kind === "option" && at.name === "validationData" ? "validation " : "";
    return `${set}${role === "input" ? "inputs" : "targets"}`;
}

/** `the model's input`, `the model's output 2`, ``the model's input `left` ``. */
export function slotOf({ role, name, index, count }: Fed): string {
    const which = count === 1 ? "" : name === undefined ? ` ${index + 1}` : ` \`${name}\``;
    return `the model's ${role === "input" ? "input" : "output"}${which}`;
}

/** `100 rows of inputs`, ``90 rows of input `left` ``. */
export function rowsOf(fed: Fed, fault: Fault): string {
    const [rows] = fed.shape;
    const number = rows ? print(rows) : "no";
    const data = fed.count === 1 ? dataOf(fed.role, fault) : `${dataOf(fed.role, fault).slice(0, -1)} ${fed.name === undefined ? fed.index + 1 : `\`${fed.name}\``}`;
    return `${number} ${number === "1" ? "row" : "rows"} of ${data}`;
}

/** ` Its outputs: 'size', 'kind'.`, behind a sentence about a model; nothing where no name is known. */
export function namesOf(outputs: readonly string[]): string {
    return outputs.length > 0 ? ` Its outputs: ${outputs.map((name) => `'${name}'`).join(", ")}.` : "";
}
