/** The option a misspelt name was most likely meant to be. */
import { distance } from "fastest-levenshtein";

/** Letters that were added, left out, replaced or swapped with the next: two in the wrong order are one slip. */
function slips(a: string, b: string): number {
    const off = distance(a, b);
    return off === 2 && isSwapped(a, b) ? 1 : off;
}

function isSwapped(a: string, b: string): boolean {
    let at = 0;
    while (at < a.length && a[at] === b[at]) {
        at++;
    }
    return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/**
 * The one known name that is nearest: at most two slips in five letters, and no other name may be as near. Case
 * and underscores do not count.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
    const plain = (word: string): string => word.replaceAll("_", "").toLowerCase();
    const ranked = known.map((word) => ({ word, off: slips(plain(name), plain(word)) })).sort((a, b) => a.off - b.off);
    const [best, next] = ranked;
    const isNear = best !== undefined && best.off <= Math.floor(0.4 * Math.max(name.length, best.word.length));
    return isNear && (next === undefined || next.off > best.off) ? best.word : undefined;
}
