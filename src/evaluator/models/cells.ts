/** `tf.multiRNNCell`: cells of the program's own, each fed with what the one below gives. */
import { plainArguments, type Arguments } from "../arguments.js";
import { callValue } from "../calls.js";
import type { Evaluation } from "../evaluation.js";
import { iterate } from "../iteration.js";
import { callUnknown } from "../unseen.js";
import { array, undefinedValue, unknown } from "../making.js";
import type { CallNode, Value } from "../values.js";

/** As tfjs-core 4.22.0 src/ops/multi_rnn_cell.ts: gives the new states c and h of every cell. */
export function callCells(e: Evaluation, path: string, args: Arguments, node: CallNode): Value | undefined {
    if (path !== "multiRNNCell") {
        return undefined;
    }
    const [cellList = undefinedValue, data = unknown, cList = undefinedValue, hList = undefinedValue] = args.values;
    const [cells, cs, hs] = [cellList, cList, hList].map((list) => (list.kind === "array" ? iterate(e, list) : undefined));
    if (args.open || !cells || !cs || !hs) {
        return callUnknown(e, args, true);
    }
    const newC: Value[] = [];
    const newH: Value[] = [];
    let input = data;
    cells.forEach((cell, index) => {
        const output = callValue(e, cell, undefinedValue, plainArguments([input, cs[index] ?? unknown, hs[index] ?? unknown]), node);
        const [c = unknown, h = unknown] = output.kind === "array" && !output.open ? output.items : [];
        newC.push(c);
        newH.push(h);
        input = h;
    });
    return array([array(newC), array(newH)]);
}
