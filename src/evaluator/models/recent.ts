/** What came of the last few times that a call was run: in loops and functions the same few come back. */
import type { CallNode } from "../values.js";

/** As many as the layers of a small network, which a loop makes or runs in turn. */
const most = 8;

const none: readonly never[] = [];

export class Recent<T> {
    private readonly byCall = new Map<CallNode, T[]>();

    /** The last one last. */
    of(call: CallNode): readonly T[] {
        return this.byCall.get(call) ?? none;
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
