/** Suggestions, each with what it makes of the code. */
import type { ExpectedSuggestion } from "../test-rule.js";

export function set(name: string, value: string, output: string): ExpectedSuggestion {
    return { messageId: "setOption", data: { name, value }, output };
}

export function setBoth(name: string, value: string, otherName: string, otherValue: string, output: string): ExpectedSuggestion {
    return { messageId: "setOptions", data: { name, value, otherName, otherValue }, output };
}

export function rename(name: string, value: string, output: string): ExpectedSuggestion {
    return { messageId: "renameOption", data: { name, value }, output };
}
