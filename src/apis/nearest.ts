/** The option a misspelt name was most likely meant to be. */
import { distance } from "fastest-levenshtein";

/**
 * The one known name that is nearest: at most two letters in five may differ, and no other name may be as near. Case
 * and underscores do not count.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
    const plain = (word: string): string => word.replaceAll("_", "").toLowerCase();
    const ranked = known.map((word) => ({ word, off: distance(plain(name), plain(word)) })).sort((a, b) => a.off - b.off);
    const [best, next] = ranked;
    const isNear = best !== undefined && best.off <= Math.floor(0.4 * Math.max(name.length, best.word.length));
    return isNear && (next === undefined || next.off > best.off) ? best.word : undefined;
}
