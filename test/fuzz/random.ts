/** Random numbers from a seed: the same seed makes the same program on every machine. */
export class Random {
    #state: number;

    constructor(seed: number) {
        // Neighbouring seeds must not give neighbouring programs.
        this.#state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
        this.next();
    }

    /** In [0, 1). Mulberry32. */
    next(): number {
        this.#state = (this.#state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    /** Both ends included. */
    int(least: number, most: number): number {
        return least + Math.floor(this.next() * (most - least + 1));
    }

    chance(probability: number): boolean {
        return this.next() < probability;
    }

    pick<T>(items: readonly T[]): T {
        return items[this.int(0, items.length - 1)]!;
    }

    weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T {
        let left = this.next() * items.reduce((sum, [weight]) => sum + weight, 0);
        for (const [weight, item] of items) {
            left -= weight;
            if (left < 0) return item;
        }
        return items.at(-1)![1];
    }

    shuffled<T>(items: readonly T[]): T[] {
        const left = [...items];
        return items.map(() => left.splice(this.int(0, left.length - 1), 1)[0]!);
    }
}
