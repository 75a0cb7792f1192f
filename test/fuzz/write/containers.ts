/** What code is put into: functions of every kind, classes, objects, blocks. */
import type { Parameter, Writer } from "./writer.js";
import { indent } from "./writer.js";
import { writeNumber } from "./values.js";

export interface Called {
    /** The definition. */
    readonly lines: string[];
    /** An expression that runs it. */
    readonly call: string;
}

interface Signature {
    readonly parameters: string;
    readonly passed: string;
}

/** A function around `body`, which may take sizes from its parameters and ends with a `return`. */
export function inFunction(w: Writer, base: string, body: () => string[]): Called {
    const { random } = w;
    const outer = w.parameters;
    const parameters: Parameter[] = [];
    w.parameters = parameters;
    const lines = body();
    w.parameters = outer;
    const { parameters: list, passed } = signature(w, parameters);
    const name = w.fresh(base);
    const inside = indent(lines);
    return random.weighted<() => Called>([
        [6, () => ({ lines: [`function ${name}(${list}) {`, ...inside, "}"], call: `${name}(${passed})` })],
        [4, () => ({ lines: [`const ${name} = (${list}) => {`, ...inside, "};"], call: `${name}(${passed})` })],
        [1, () => ({ lines: [`const ${name} = function (${list}) {`, ...inside, "};"], call: `${name}(${passed})` })],
        [1.5, () => ({ lines: [`async function ${name}(${list}) {`, ...inside, "}"], call: `await ${name}(${passed})` })],
        [2, () => inClass(w, name, list, passed, inside)],
        [1, () => inObject(name, list, passed, inside)],
        [0.7, () => ({ lines: [], call: `((${list}) => {\n${inside.join("\n")}\n})(${passed})` })],
    ])();
}

function inClass(w: Writer, name: string, list: string, passed: string, inside: string[]): Called {
    const className = `${name[0]!.toUpperCase()}${name.slice(1)}Factory`;
    const fixed = w.random.chance(0.4);
    const method = w.random.pick(["build", "create", "make"]);
    const lines = [`class ${className} {`, `  ${fixed ? "static " : ""}${method}(${list}) {`, ...indent(inside), "  }", "}"];
    return { lines, call: `${fixed ? className : `new ${className}()`}.${method}(${passed})` };
}

function inObject(name: string, list: string, passed: string, inside: string[]): Called {
    const lines = [`const ${name}Builders = {`, `  ${name}(${list}) {`, ...indent(inside), "  },", "};"];
    return { lines, call: `${name}Builders.${name}(${passed})` };
}

/** How a function takes its sizes: one after the other, with defaults, or destructured. */
function signature(w: Writer, parameters: readonly Parameter[]): Signature {
    if (parameters.length === 0) return { parameters: "", passed: "" };
    const { random } = w;
    const typed = (name: string): string => (w.typescript ? `${name}: number` : name);
    const written = parameters.map(({ value }) => writeNumber(w, value));
    const withDefaults = parameters.map(({ name, value }) => `${w.typescript && random.chance(0.5) ? typed(name) : name} = ${value}`);
    const fields = w.typescript ? `: { ${parameters.map(({ name }) => `${name}: number`).join("; ")} }` : "";
    const optionalFields = w.typescript ? `: { ${parameters.map(({ name }) => `${name}?: number`).join("; ")} }` : "";
    const object = `{ ${parameters.map(({ name }, index) => `${name}: ${written[index]!}`).join(", ")} }`;
    const names = parameters.map(({ name }) => name).join(", ");
    return random.weighted<() => Signature>([
        [5, () => ({ parameters: parameters.map(({ name }) => typed(name)).join(", "), passed: written.join(", ") })],
        [2, () => ({ parameters: withDefaults.join(", "), passed: "" })],
        [2, () => ({ parameters: withDefaults.join(", "), passed: written[0]! })],
        [2, () => ({ parameters: `{ ${names} }${fields}`, passed: object })],
        [2, () => ({ parameters: `{ ${withDefaults.map((text) => text.replace(": number", "")).join(", ")} }${optionalFields} = {}`, passed: "" })],
    ])();
}
