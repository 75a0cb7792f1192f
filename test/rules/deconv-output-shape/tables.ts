/** All tables of the rule, for what is asked of every program in them. */
import type { Tables } from "../test-rule.js";
import { badInput } from "./bad-input.js";
import { helpers } from "./helpers.js";
import { indirectCalls } from "./indirect-calls.js";
import { keras } from "./keras.js";
import { kerasFormats } from "./keras-formats.js";
import { layers } from "./layers.js";
import { operations } from "./operations.js";
import { sharing } from "./sharing.js";
import { sizes } from "./sizes.js";
import { writingArguments } from "./writing-arguments.js";
import { writingKeywords } from "./writing-keywords.js";
import { writingOptions } from "./writing-options.js";
import { writingValues } from "./writing-values.js";

export const tables: Readonly<Record<string, Tables>> = {
    "operations of TensorFlow.js": operations,
    "functions called in other ways": indirectCalls,
    "layers of TensorFlow.js": layers,
    "Keras style": keras,
    "data formats of Keras style": kerasFormats,
    "sizes that are not numbers": sizes,
    "values that are shared": sharing,
    "code that is run several times": helpers,
    "bad input": badInput,
    "fixes in objects of options": writingOptions,
    "fixes of values and names": writingValues,
    "fixes in arguments": writingArguments,
    "fixes in keywords": writingKeywords,
};
