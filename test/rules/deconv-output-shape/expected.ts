/** What several tables expect. */
import type { ExpectedSuggestion } from "../test-rule.js";

/** The founding mistake: 8×8 are declared for an input of 4×4, with a stride of 1. */
export const twiceTheInput = {
    option: "outputShape",
    declared: "8×8",
    stride: "strides 1 make",
    made: "4×4",
    input: "4×4",
    window: "kernel 3×3, 'same'",
    remedy: ". strides 2 would make 8×8",
} as const;

/** The same where no stride is given at all. */
export const twiceUnsaid = { ...twiceTheInput, stride: "without strides the stride is 1, which makes" } as const;

/** The same where it is given under a name that is not read. */
export const unreadStride = { ...twiceTheInput, stride: "the stride is 1 and makes", remedy: ". Rename `stride` to `strides`", unread: "stride" } as const;

/** Suggestions, each with what it makes of the code. */
export function set(name: string, value: string, output: string): ExpectedSuggestion {
    return { messageId: "setOption", data: { name, value }, output };
}

export function setBoth(name: string, value: string, otherName: string, otherValue: string, output: string): ExpectedSuggestion {
    return { messageId: "setOptions", data: { name, value, otherName, otherValue }, output };
}

export function rename(name: string, value: string, output: string): ExpectedSuggestion {
    return { messageId: "renameOption", data: { name, value }, output };
}

/** Keras style: a picture of 4×4, channels first as in Keras 1 or last as in Keras 2. */
export const k1 = (call: string): string => `const image = Input({ shape: [3, 4, 4] });\nconst y = ${call}(image);`;
export const k2 = (call: string): string => `const image = Input({ shape: [4, 4, 3] });\nconst y = ${call};`;
