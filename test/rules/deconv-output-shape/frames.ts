/** Programs that make the founding mistake once, in a frame that is the same for all: how the rest is written is the point. */
import type { ExpectedError, InvalidCase } from "../test-rule.js";
import { set, twiceUnsaid } from "./expected.js";

export const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

export const layer = (options: string): string => `const x = tf.input({ shape: [4, 4, 3] });\nconst y = tf.layers.conv2dTranspose(${options}).apply(x);\n`;

/** Code of layers, behind the input that it is applied to. */
export const behindImage = (code: string): string => `const x = tf.input({ shape: [4, 4, 3] });\n${code}`;

/** Code of operations, behind what they are given. */
export const behindTensors = (code: string): string => `const x = tf.zeros([1, 4, 4, 1]);\nconst w = tf.zeros([3, 3, 1, 1]);\n${code}`;

/** A layer that lacks its stride: the same report, whatever the style. */
export function layerCase(name: string, before: string, after: string, wrap = layer): InvalidCase {
    const code = wrap(before);
    return {
        name,
        code,
        output: wrap(after),
        errors: [
            {
                messageId: "ignored",
                data: twiceUnsaid,
                on: /\[8, ?8, ?1\]/.exec(before)?.[0] ?? "",
                suggestions: [set("outputShape", "[4, 4, 1]", code.replace(/8(, ?)8/, "4$14"))],
            },
        ],
    };
}

export const operation = (call: string): string => `const x = tf.zeros([1, 4, 4, 1]);\nconst f = tf.zeros([3, 3, 1, 1]);\nconst y = ${call};\n`;

/** An operation whose padding stands where its stride was left out. */
export function operationCase(name: string, before: string, after: string, wrap = operation): InvalidCase {
    return {
        name,
        code: wrap(before),
        output: wrap(after),
        errors: [
            {
                messageId: "length",
                data: twiceUnsaid,
                on: before.includes("[1,8,8,1]") ? "[1,8,8,1]" : "[1, 8, 8, 1]",
            },
        ],
    };
}

export const keras = (call: string): string => `const x = Input({ shape: [3, 4, 4] });\nconst y = ${call}(x);\n`;

/** A layer in Keras style without keywords, so that an object of them is added. */
export function kerasCase(name: string, before: string, after: string, on = "[null, 1, 12, 12]", wrap = keras): InvalidCase {
    const code = wrap(before);
    const error: ExpectedError = {
        messageId: "length",
        data: { option: "output_shape", declared: "12×12", stride: "without subsample the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". subsample 3 would make 12×12" },
        on,
        suggestions: [set("output_shape", "[null, 1, 6, 6]", code.replace("12, 12]", "6, 6]").replace("12,12]", "6,6]"))],
    };
    return { name, code, output: wrap(after), errors: [error] };
}
