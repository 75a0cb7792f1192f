/** Offsets as lines and columns, both 1-based as in ESLint's messages. */
export function positions(text: string): (offset: number) => { readonly line: number; readonly column: number } {
    let starts: number[] | undefined;
    return (offset) => {
        starts ??= lineStarts(text);
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}

function lineStarts(text: string): number[] {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
        starts.push(match.index + match[0].length);
    }
    return starts;
}
