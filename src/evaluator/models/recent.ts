/** What came of the last few times that a call was run: in loops and functions the same few come back. */
import type { CallNode } from "../values.js";

/** As many as the layers of a small network, which a loop makes or runs in turn. */
const most = 8;

export class Recent<T> {
    private readonly byCall = new Map<CallNode, T[]>();

    find(call: CallNode, isSame: (one: T) => boolean): T | undefined {
        return this.byCall.get(call)?.findLast(isSame);
    }

    keep(call: CallNode, one: T): void {
        const kept = this.byCall.get(call);
        if (!kept) {
            this.byCall.set(call, [one]);
            return;
        }
        if (kept.length === most) {
            kept.shift();
        }
        kept.push(one);
    }
}
