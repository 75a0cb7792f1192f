/** Methods of strings whose text is known, as far as names and sizes are made with them. */
import type { Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import { toNumber, toText } from "../operators.js";
import { callUnknown } from "../unseen.js";
import { array, boolean, longestText, number, shortText, string, undefinedValue, unknown } from "../making.js";
import type { Value } from "../values.js";

export function stringMethod(text: string, key: string, args: Arguments, e: Evaluation): Value {
    const words = args.values.map((value) => (value.kind === "undefined" ? "" : toText(value)));
    if (args.open || words.some((one) => one === undefined)) {
        return callUnknown(e, args, true);
    }
    const numbers = args.values.map((value) => (value.kind === "undefined" ? undefined : toNumber(value)));
    e.spend(text.length >> 6);
    return plain(text, key) ?? byPosition(text, key, numbers) ?? byText(text, key, args.values.map((value, index) => (value.kind === "undefined" ? undefined : words[index])), numbers) ?? unknown;
}

function plain(text: string, key: string): Value | undefined {
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
        case "trimStart":
            return string(text.trimStart());
        case "trimEnd":
            return string(text.trimEnd());
        default:
            return undefined;
    }
}

function byPosition(text: string, key: string, [a, b]: readonly (number | undefined)[]): Value | undefined {
    switch (key) {
        case "charAt":
            return string(text.charAt(a ?? 0));
        case "charCodeAt":
            return number(text.charCodeAt(a ?? 0));
        case "codePointAt":
            return orUndefined(text.codePointAt(a ?? 0), number);
        case "at":
            return orUndefined(text.at(a ?? 0), string);
        case "slice":
            return string(text.slice(a, b));
        case "substring":
            return string(text.substring(a ?? 0, b));
        case "repeat":
            return a !== undefined && a >= 0 && a * text.length <= longestText ? string(text.repeat(a)) : unknown;
        default:
            return undefined;
    }
}

function orUndefined<T>(value: T | undefined, make: (value: T) => Value): Value {
    return value === undefined ? undefinedValue : make(value);
}

function byText(text: string, key: string, [first, second, ...more]: readonly (string | undefined)[], numbers: readonly (number | undefined)[]): Value | undefined {
    const word = first ?? "undefined";
    const position = numbers[1];
    switch (key) {
        case "startsWith":
            return boolean(text.startsWith(word, position));
        case "endsWith":
            return boolean(text.endsWith(word, position));
        case "includes":
            return boolean(text.includes(word, position));
        case "indexOf":
            return number(text.indexOf(word, position));
        case "lastIndexOf":
            return number(text.lastIndexOf(word, position));
        case "split":
            return array(first === undefined ? [string(text)] : text.split(first, position).map(string));
        case "concat":
            return shortText([text, first ?? "", second ?? "", ...more.map((one) => one ?? "")].join(""));
        case "padStart":
        case "padEnd": {
            const length = numbers[0];
            return length !== undefined && length <= longestText ? shortText(text[key](length, second)) : unknown;
        }
        case "replace":
            return first !== undefined && isPlain(second) ? shortText(text.replace(first, second)) : unknown;
        case "replaceAll":
            return first !== undefined && isPlain(second) && text.length * second.length <= longestText ? shortText(text.replaceAll(first, second)) : unknown;
        default:
            return undefined;
    }
}

/** A replacement that stands for itself: `$&` and the like stand for what was found, or for what is around it. */
function isPlain(replacement: string | undefined): replacement is string {
    return replacement !== undefined && !replacement.includes("$");
}
