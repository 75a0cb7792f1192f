/** What came of the last few times that something was done: in loops, functions and models the same few come back. */
/** As many as the layers of a small network, which a loop makes or runs in turn. */
const most = 8;

const none: readonly never[] = [];

export class Recent<K, T> {
    private readonly byKey = new Map<K, T[]>();

    /** The last one last. */
    of(key: K): readonly T[] {
        return this.byKey.get(key) ?? none;
    }

    keep(key: K, one: T): void {
        const kept = this.byKey.get(key);
        if (!kept) {
            this.byKey.set(key, [one]);
            return;
        }
        if (kept.length === most) {
            kept.shift();
        }
        kept.push(one);
    }
}
