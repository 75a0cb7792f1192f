/** Reports an embedding whose declared input length is not that of its input. */
import { print } from "../src/shapes/dim.js";
import { printShape } from "../src/shapes/shape.js";
import { optionSpelling } from "../src/wording/options.js";
import { defineRule, say } from "../src/rule.js";

export default defineRule({
    name: "embedding-input-length",
    reports: ["embedding-length"],
    meta: {
        type: "problem",
        docs: { description: "disallow embeddings whose `inputLength` is not the length of their input", recommended: true },
        schema: [],
        messages: {
            length: "`{{option}}` is {{declared}}, but `{{callee}}` gets {{input}}.",
        },
    },
    describe({ fault, finding }) {
        const [length] = fault.declared;
        const declared = fault.declared.length === 1 && length ? print(length) : printShape(fault.declared);
        return say("length", { option: optionSpelling(finding, "inputLength"), declared, callee: finding.callee, input: printShape(fault.input) });
    },
});
