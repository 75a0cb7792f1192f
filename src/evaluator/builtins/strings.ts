/** Methods of strings whose text is known, as far as names and sizes are made with them. */
import { callUnknown, type Arguments } from "../calls.js";
import type { Evaluation } from "../evaluation.js";
import { toNumber, toText } from "../operators.js";
import { array, boolean, number, string, unknown, type Value } from "../values.js";

export function stringMethod(text: string, key: string, args: Arguments, e: Evaluation): Value {
    const [first, second] = args.values;
    const a = first && (toNumber(first) ?? Number.NaN);
    const b = second && (toNumber(second) ?? Number.NaN);
    const words = args.values.map(toText);
    const [word, other] = words;
    const known = !args.open && words.every((one) => one !== undefined);
    if (!known) {
        return callUnknown(e, args, true);
    }
    switch (key) {
        case "toString":
        case "valueOf":
            return string(text);
        case "toLowerCase":
            return string(text.toLowerCase());
        case "toUpperCase":
            return string(text.toUpperCase());
        case "trim":
            return string(text.trim());
        case "charAt":
            return string(text.charAt(a ?? 0));
        case "slice":
            return string(text.slice(a, b));
        case "substring":
            return string(text.substring(a ?? 0, b));
        case "startsWith":
            return boolean(text.startsWith(word ?? "undefined"));
        case "endsWith":
            return boolean(text.endsWith(word ?? "undefined"));
        case "includes":
            return boolean(text.includes(word ?? "undefined"));
        case "indexOf":
            return number(text.indexOf(word ?? "undefined"));
        case "split":
            return array(word === undefined ? [string(text)] : text.split(word).map(string));
        case "concat":
            return string(text + words.join(""));
        case "repeat":
            return a !== undefined && a >= 0 && a * text.length <= 10_000 ? string(text.repeat(a)) : unknown;
        case "padStart":
            return a !== undefined && a <= 1000 ? string(text.padStart(a, other)) : unknown;
        case "padEnd":
            return a !== undefined && a <= 1000 ? string(text.padEnd(a, other)) : unknown;
        case "replace":
            return word !== undefined && other !== undefined ? string(text.replace(word, () => other)) : unknown;
        case "replaceAll":
            return word !== undefined && other !== undefined ? string(text.replaceAll(word, () => other)) : unknown;
        default:
            return unknown;
    }
}
