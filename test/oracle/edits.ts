/** Insertions into a text, properly nested, and replacements. */
export class Edits {
    readonly #opening = new Map<number, string>();
    readonly #closing = new Map<number, string>();
    readonly #replaced = new Map<number, { readonly end: number; readonly text: string }>();

    /** Must be called for an outer node before its inner nodes. */
    wrap([start, end]: readonly [number, number], before: string, after: string): void {
        this.#opening.set(start, (this.#opening.get(start) ?? "") + before);
        this.#closing.set(end, after + (this.#closing.get(end) ?? ""));
    }

    /** Nothing inside the range may be wrapped. */
    replace([start, end]: readonly [number, number], text: string): void {
        this.#replaced.set(start, { end, text });
    }

    apply(source: string): string {
        const positions = [...this.#opening.keys(), ...this.#closing.keys(), ...this.#replaced.keys()];
        let text = "";
        let last = 0;
        for (const position of [...new Set(positions)].sort((a, b) => a - b)) {
            text += source.slice(last, position);
            text += (this.#closing.get(position) ?? "") + (this.#opening.get(position) ?? "");
            last = position;
            const replaced = this.#replaced.get(position);
            if (!replaced) continue;
            text += replaced.text;
            last = replaced.end;
        }
        return text + source.slice(last);
    }
}
