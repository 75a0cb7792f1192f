import rule from "../../rules/deconv-output-shape.js";
import { badInput } from "./deconv-output-shape/bad-input.js";
import { formatting } from "./deconv-output-shape/formatting.js";
import { keras } from "./deconv-output-shape/keras.js";
import { layers } from "./deconv-output-shape/layers.js";
import { operations } from "./deconv-output-shape/operations.js";
import { sharing } from "./deconv-output-shape/sharing.js";
import { sizes } from "./deconv-output-shape/sizes.js";
import { writing } from "./deconv-output-shape/writing.js";
import { testRule } from "./test-rule.js";

testRule("deconv-output-shape, operations of TensorFlow.js", rule, operations);
testRule("deconv-output-shape, layers of TensorFlow.js", rule, layers);
testRule("deconv-output-shape, Keras style", rule, keras);
testRule("deconv-output-shape, sizes that are not numbers", rule, sizes);
testRule("deconv-output-shape, values that are shared", rule, sharing);
testRule("deconv-output-shape, where a fix writes", rule, writing);
testRule("deconv-output-shape, fixes in all styles of writing", rule, formatting);
testRule("deconv-output-shape, bad input", rule, badInput);
