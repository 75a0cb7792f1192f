/** Files that ESLint reads with the parsers of other frameworks and languages: their code is followed like any other. */
import { createRequire } from "node:module";
import { Linter } from "eslint";
import * as svelte from "svelte-eslint-parser";
import { describe, expect, it } from "vitest";
import vue from "vue-eslint-parser";
import plugin from "../../src/index.js";

// hermes-eslint has no types.
const hermes: unknown = createRequire(import.meta.url)("hermes-eslint");
const parsers = { vue, svelte, hermes } as unknown as Readonly<Record<string, Linter.Parser>>;

function lint(parser: "vue" | "svelte" | "hermes", code: string): { readonly messages: readonly string[]; readonly fixed: string } {
    const linter = new Linter();
    const config = [{ ...plugin.configs.recommended, files: ["**/*.{js,vue,svelte}"], languageOptions: { parser: parsers[parser] ?? {} } }] as Linter.Config[];
    const messages = linter.verify(code, config, `file.${parser === "hermes" ? "js" : parser}`).map(({ line, message }) => `${line}: ${message}`);
    return { messages, fixed: linter.verifyAndFix(code, config, `file.${parser === "hermes" ? "js" : parser}`).output };
}

const deconvolution = "tf.conv2dTranspose(tf.zeros([1, 16, 16, 8]), tf.ones([3, 3, 4, 8]), [1, 32, 32, 4], 1, 'same')";
const stride = "outputShape is 32×32, but strides 1 make 16×16 of a 16×16 input (kernel 3×3, 'same'). strides 2 would make 32×32.";
const rank = (units: string): string => `\`conv2d\` gets [null, ${units}], but expects rank 4.`;

/** A model that is wrong whatever `units` is, so that the message shows what is known of it. */
const build = "tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [4] }), tf.layers.conv2d({ filters: 3, kernelSize: 3 })] })";

describe("components", () => {
    const cases: { readonly name: string; readonly parser: "vue" | "svelte"; readonly code: string; readonly messages: readonly string[] }[] = [
        {
            name: "the methods of a component of Vue",
            parser: "vue",
            code: `<template><p @click="run">{{ status }}</p></template>\n<script>\nimport * as tf from '@tensorflow/tfjs';\nexport default {\n  methods: {\n    run() {\n      return ${deconvolution};\n    },\n  },\n};\n</script>`,
            messages: [`7: ${stride}`],
        },
        {
            name: "a number that the template of Vue does not mention is what it was set to",
            parser: "vue",
            code: `<script setup>\nimport * as tf from '@tensorflow/tfjs';\nlet units = 10;\nfunction build() {\n  return ${build};\n}\n</script>\n<template><p @click="build">Build</p></template>`,
            messages: [`5: ${rank("10")}`],
        },
        {
            name: "a number that the template of Vue changes is not known",
            parser: "vue",
            code: `<script setup>\nimport * as tf from '@tensorflow/tfjs';\nlet units = 10;\nfunction build() {\n  return ${build};\n}\n</script>\n<template><p @click="units = 20">Build</p></template>`,
            messages: [`5: ${rank("units")}`],
        },
        {
            name: "the script of a component of Svelte",
            parser: "svelte",
            code: `<script>\n  import * as tf from '@tensorflow/tfjs';\n  const y = ${deconvolution};\n</script>\n<p>{y.shape}</p>`,
            messages: [`3: ${stride}`],
        },
        {
            name: "both scripts of a component of Svelte, as one module",
            parser: "svelte",
            code: `<script context="module">\n  import * as tf from '@tensorflow/tfjs';\n  const units = 10;\n</script>\n<p>Two</p>\n<script>\n  const model = ${build};\n</script>`,
            messages: [`7: ${rank("10")}`],
        },
        {
            name: "what Svelte binds to a field of a form is not known",
            parser: "svelte",
            code: `<script>\n  import * as tf from '@tensorflow/tfjs';\n  let units = 10;\n  function build() {\n    return ${build};\n  }\n</script>\n<input type="number" bind:value={units} /><button on:click={build}>Build</button>`,
            messages: [`5: ${rank("units")}`],
        },
        {
            name: "what Svelte binds to a field of a constant object is not known",
            parser: "svelte",
            code: `<script>\n  import * as tf from '@tensorflow/tfjs';\n  const form = { units: 10 };\n  function build() {\n    const { units } = form;\n    return ${build};\n  }\n</script>\n<input type="number" bind:value={form.units} />`,
            messages: [`6: ${rank("units")}`],
        },
        {
            name: "a property of a component of Svelte is what its user gives, whatever stands there",
            parser: "svelte",
            code: `<script>\n  import * as tf from '@tensorflow/tfjs';\n  export let units = 10;\n  const model = ${build};\n</script>\n<p>Model</p>`,
            messages: [`4: ${rank("units")}`],
        },
        {
            name: "an element that Svelte binds is not undefined when it is used",
            parser: "svelte",
            code: `<script>\n  import * as tf from '@tensorflow/tfjs';\n  import { onMount } from 'svelte';\n  let canvas;\n  onMount(() => tf.browser.fromPixels(canvas).expandDims(0));\n</script>\n<canvas bind:this={canvas}></canvas>`,
            messages: [],
        },
        {
            name: "a reactive statement of Svelte runs in its turn",
            parser: "svelte",
            code: `<script>\n  import * as tf from '@tensorflow/tfjs';\n  const units = 10;\n  let model;\n  $: model = ${build};\n</script>\n<p>Model</p>`,
            messages: [`5: ${rank("10")}`],
        },
    ];
    it.each(cases)("$name", ({ parser, code, messages }) => {
        expect(lint(parser, code).messages).toEqual(messages);
    });

    it.each(["vue", "svelte"] as const)("fixes in a file of %s change its script", (parser) => {
        const code = `<script>\n  import * as tf from '@tensorflow/tfjs';\n  const y = ${deconvolution};\n</script>\n<p>Text</p>`;
        expect(lint(parser, code).fixed).toBe(code.replace("1, 'same'", "2, 'same'"));
    });
});

describe("Flow", () => {
    const cases: { readonly name: string; readonly code: string; readonly messages: readonly string[] }[] = [
        { name: "a cast in parentheses is the value", code: `const y = (${deconvolution}: any);`, messages: [`2: ${stride}`] },
        { name: "a cast with `as` is the value", code: `const size = 16 as number;\nconst y = ${deconvolution.replace("16, 16", "size, size as any")};`, messages: [`3: ${stride}`] },
        { name: "a callee that is cast is called", code: `const y = ((tf: any).conv2dTranspose: any)${deconvolution.slice("tf.conv2dTranspose".length)};`, messages: [`2: ${stride}`] },
        { name: "silent: types, opaque types and declarations are no code", code: `opaque type T = number;\ntype Config = {| units: number |};\ndeclare var size: number;\nconst y = tf.zeros([1, size]);`, messages: [] },
    ];
    it.each(cases)("$name", ({ code, messages }) => {
        expect(lint("hermes", `import * as tf from '@tensorflow/tfjs';\n${code}`).messages).toEqual(messages);
    });
});
