/** The many ways to write a number, an array, an object or a layer. */
import type { LayerPlan, Options, Value } from "../plan/plan.js";
import { isLayer, isSource } from "../plan/plan.js";
import type { Writer } from "./writer.js";

/** An expression whose value is this number. */
export function writeNumber(w: Writer, value: number, role = "size"): string {
    if (!Number.isInteger(value) || value < 1) return String(value);
    const { random } = w;
    return random.weighted<() => string>([
        [60, () => String(value)],
        [w.foggy ? 12 : 0, () => fog(w, value)],
        [7, () => constant(w, value, role)],
        [5, () => setting(w, value, role)],
        [w.parameters ? 25 : 0, () => parameter(w, value, role)],
        [6, () => arithmetic(w, value)],
        [1, () => `(${hoist(w, "enabled", "true")} ? ${value} : ${value + 1})`],
        [0.7, () => `[${random.int(1, 9)}, ${value}][1]`],
        [value <= 5 ? 0.7 : 0, () => `${hoist(w, "labels", `[${labels.slice(0, value).join(", ")}]`)}.length`],
    ])();
}

/** A size from outside, or from chance, that happens to be this one. */
function fog(w: Writer, value: number): string {
    return w.random.pick([
        () => `Number(process.env.LAYER_SHAPES_SIZE ?? ${value})`,
        () => `(Math.random() < 2 ? ${value} : ${value + 1})`,
        () => hoist(w, "fromOutside", `Number(process.env.LAYER_SHAPES_SIZE || ${value})`),
        () => `(Date.now() > 0 ? ${value} : 1)`,
        () => `JSON.parse(process.env.LAYER_SHAPES_SIZE ?? "${value}")`,
        () => `new Date(${value}).getTime()`,
    ])();
}

const labels = ["'cat'", "'dog'", "'bird'", "'fish'", "'horse'"];

function arithmetic(w: Writer, value: number): string {
    const { random } = w;
    const power = Math.log2(value);
    const part = random.int(1, 4);
    const divisor = [2, 3, 4].find((candidate) => value % candidate === 0);
    const forms = [
        `${value + part} - ${part}`,
        `${value * 2} / 2`,
        `${value * 2} >> 1`,
        `Math.floor(${value * 2 + 1} / 2)`,
        `Math.ceil(${value * 2 - 1} / 2)`,
        `Math.max(${value}, 1)`,
        `Math.min(${value}, ${value * 2})`,
        `${value * part} / ${part}`,
        `parseInt('${value}', 10)`,
        `Math.round(${value}.2)`,
        `Math.sqrt(${value ** 2})`,
        `${value + 16} % 16`,
    ].filter((text) => !text.endsWith("% 16") || value < 16);
    if (Number.isInteger(power)) forms.push(`2 ** ${power}`, `1 << ${power}`, `Math.pow(2, ${power})`);
    if (divisor) forms.push(`${divisor} * ${value / divisor}`, `${value / divisor} * ${divisor}`);
    return random.pick(forms);
}

function constant(w: Writer, value: number, role: string): string {
    const key = `${role} ${value}`;
    const known = w.constants.get(key);
    if (known) return known;
    const name = w.fresh(screaming(role));
    w.constants.set(key, name);
    w.head.push(`const ${name} = ${value};`);
    return name;
}

function setting(w: Writer, value: number, role: string): string {
    const known = [...w.settings].find(([key, size]) => size === value && key.startsWith(role));
    const key = known?.[0] ?? w.fresh(`${role}_setting`).replace("_setting", w.settings.has(role) ? String(w.settings.size) : "");
    w.settings.set(key, value);
    return w.random.chance(0.1) ? `${w.settingsName}['${key}']` : `${w.settingsName}.${key}`;
}

function parameter(w: Writer, value: number, role: string): string {
    const open = w.parameters!;
    const known = open.find((one) => one.value === value && one.name.startsWith(role));
    if (known) return known.name;
    if (open.length >= 5) return String(value);
    const clash = open.some(({ name }) => name === role);
    const name = clash ? `${role}${open.length}` : role;
    open.push({ name, value });
    return name;
}

/** A constant in front of the program. */
export function hoist(w: Writer, base: string, text: string): string {
    const key = `${base} ${text}`;
    const known = w.constants.get(key);
    if (known) return known;
    const name = w.fresh(base);
    w.constants.set(key, name);
    w.head.push(`const ${name} = ${text};`);
    return name;
}

function screaming(role: string): string {
    return role.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

export function writeValue(w: Writer, value: Value, role: string): string {
    if (value === null || typeof value === "boolean") return String(value);
    if (typeof value === "number") return writeNumber(w, value, role);
    if (typeof value === "string") return w.random.chance(0.04) ? hoist(w, role, quote(value)) : quote(value);
    if (isLayer(value)) return writeLayer(w, value);
    if (isSource(value)) return value.source;
    return writeArray(w, value, role);
}

export function writeArray(w: Writer, values: readonly Value[], role: string): string {
    const plain = values.every((value) => typeof value === "number");
    const alike = plain && values.length > 1 && values.every((value) => value === values[0]);
    if (alike && w.random.chance(0.06)) return `${w.random.pick(["Array", "new Array"])}(${values.length}).fill(${values[0] as number})`;
    if (plain && values.length > 1 && w.random.chance(0.05)) {
        const [first, ...rest] = values as number[];
        const tail = hoist(w, `${role}Tail`, `[${rest.join(", ")}]`);
        return w.random.pick([`[${first!}, ...${tail}]`, `[${first!}].concat(${tail})`]);
    }
    const text = `[${values.map((value) => writeValue(w, value, role === "size" ? role : elementRole(role))).join(", ")}]`;
    return plain && w.random.chance(0.05) && !mentionsParameter(w, text) ? hoist(w, role, `[${values.join(", ")}]`) : text;
}

function elementRole(role: string): string {
    return /shape/i.test(role) ? "size" : role;
}

function mentionsParameter(w: Writer, text: string): boolean {
    return w.parameters?.some(({ name }) => text.includes(name)) ?? false;
}

export function quote(text: string): string {
    return `'${text}'`;
}

/** Layers that TensorFlow.js 4.22 lets be made without an argument. */
const needsNoArgument = /^(?:flatten|dropout|reLU|leakyReLU|elu|prelu|softmax|batchNormalization|layerNormalization|add|average|concatenate|maximum|minimum|multiply|globalAveragePooling1d|globalMaxPooling1d|globalMaxPool1d)$/;

/** The call that makes the layer. */
export function writeLayer(w: Writer, layer: LayerPlan, more: Options = {}): string {
    return `${w.layerFactory(layer.type)}(${writeOptions(w, layer, more)})`;
}

export function writeOptions(w: Writer, layer: LayerPlan, more: Options = {}): string {
    const all = { ...layer.options, ...more };
    const entries = w.random.chance(0.3) ? w.random.shuffled(Object.entries(all)) : [...Object.entries(more), ...Object.entries(layer.options)];
    if (entries.length === 0) return needsNoArgument.test(layer.type) && w.random.chance(0.8) ? "" : "{}";
    const spread = w.random.chance(0.08) ? sharedOptions(w, layer) : undefined;
    const left = spread ? entries.filter(([key]) => !spread.keys.includes(key)) : entries;
    const texts = left.map(([key, value]) => {
        const text = writeValue(w, value, key);
        if (text === key) return key;
        return w.random.chance(0.02) ? `'${key}': ${text}` : `${key}: ${text}`;
    });
    const parts = spread ? [`...${spread.name}`, ...texts] : texts;
    if (parts.length > 3 && w.random.chance(0.4)) return `{\n    ${parts.join(",\n    ")},\n  }`;
    return w.random.chance(0.5) ? `{ ${parts.join(", ")} }` : `{${parts.join(", ")}}`;
}

/** Some of the options, from a constant that other layers may spread too. */
function sharedOptions(w: Writer, layer: LayerPlan): { name: string; keys: string[] } | undefined {
    const simple = Object.entries(layer.options).filter(([, value]) => typeof value !== "object" || Array.isArray(value));
    if (simple.length < 2) return undefined;
    const chosen = w.random.shuffled(simple).slice(0, 2).sort(([a], [b]) => (a < b ? -1 : 1));
    const text = chosen.map(([key, value]) => `${key}: ${JSON.stringify(value).replaceAll('"', "'")}`).join(", ");
    return { name: hoist(w, w.random.pick(["defaults", "common", "baseOptions"]), `{ ${text} }`), keys: chosen.map(([key]) => key) };
}
