import v8 from "node:v8";
import vm from "node:vm";
import { describe, expect, test } from "vitest";
import { numberDatum, numbersDatum, type Datum } from "../../src/catalogue/datum.js";
import { given, OptionList, type GivenOptions } from "../../src/catalogue/given.js";
import { forgetReadings, isSettled, ofNoProgram, RecentReadings } from "../../src/catalogue/recent-readings.js";
import { batch, constant, symbol } from "../../src/shapes/dim.js";
import { analyze } from "../../src/analyze.js";

const entry = { name: "Dense" };

function options(fields: Readonly<Record<string, Datum>>, open = false): GivenOptions {
    // Each with a place of its own, as in another line of a program.
    return { options: new OptionList(Object.entries(fields).map(([name, datum]) => given(name, datum, {}))), open };
}

function tensor(shape: readonly number[], dtype: "float32" | "int32", values?: readonly number[]): Datum {
    return { kind: "tensor", shape: shape.map(constant), symbolic: false, dtype, values: values && numbersDatum(values) };
}

const first = options({ units: numberDatum(3), activation: { kind: "string", value: "relu" } });

describe("what a call came to is given once more", () => {
    const alike: readonly [string, GivenOptions, GivenOptions][] = [
        ["to one that says the same", first, options({ units: numberDatum(3), activation: { kind: "string", value: "relu" } })],
        ["to one with tensors of the same shape and dtype", options({ x: tensor([2, 3], "int32") }), options({ x: tensor([2, 3], "int32") })],
        ["to one with the same few numbers in a tensor", options({ x: tensor([2], "int32", [1, 2]) }), options({ x: tensor([2], "int32", [1, 2]) })],
        ["to one with the same list", options({ kernelSize: numbersDatum([3, 5]) }), options({ kernelSize: numbersDatum([3, 5]) })],
        ["to one without anything", options({}), options({})],
    ];
    test.each(alike)("%s", (_name, one, other) => {
        const readings = new RecentReadings<object, string>();
        expect(readings.known(entry, other)).toBeUndefined();
        readings.keep(entry, ofNoProgram(one) ?? options({}), "result");
        expect(readings.known(entry, other)).toBe("result");
        expect(readings.known({ name: "Dense" }, other)).toBeUndefined();
    });

    const different: readonly [string, GivenOptions, GivenOptions][] = [
        ["another number", first, options({ units: numberDatum(4), activation: { kind: "string", value: "relu" } })],
        ["another text of the same length", first, options({ units: numberDatum(3), activation: { kind: "string", value: "selu" } })],
        ["another name of the same length", options({ width: numberDatum(3) }), options({ depth: numberDatum(3) })],
        ["fewer options", first, options({ units: numberDatum(3) })],
        ["more than is in sight", options({ units: numberDatum(3) }), options({ units: numberDatum(3) }, true)],
        ["another shape", options({ x: tensor([2, 3], "int32") }), options({ x: tensor([3, 2], "int32") })],
        ["another dtype", options({ x: tensor([2, 3], "int32") }), options({ x: tensor([2, 3], "float32") })],
        ["other numbers in a tensor", options({ x: tensor([2], "int32", [1, 2]) }), options({ x: tensor([2], "int32", [1, 3]) })],
        ["-0 for 0", options({ n: numberDatum(0) }), options({ n: numberDatum(-0) })],
        ["true for 1", options({ n: numberDatum(1) }), options({ n: { kind: "boolean", value: true } })],
    ];
    test.each(different)("not to one with %s", (_name, one, other) => {
        const readings = new RecentReadings<object, string>();
        readings.keep(entry, one, "result");
        expect(readings.known(entry, one)).toBe("result");
        expect(readings.known(entry, other)).toBeUndefined();
    });
});

describe("what belongs to one program", () => {
    const h = symbol("h");
    const own: readonly [string, Datum][] = [
        ["a size that is not known", { kind: "size", dim: h }],
        ["a tensor with such a size", { kind: "tensor", shape: [batch, h], symbolic: false }],
        ["a list with such a size", { kind: "list", items: [numberDatum(1), { kind: "size", dim: h }] }],
        ["a tensor of many numbers", tensor([100], "float32", new Array<number>(100).fill(1))],
        ["a long text", { kind: "string", value: "x".repeat(1000) }],
    ];
    test.each(own)("%s is not kept for others", (_name, datum) => {
        expect(ofNoProgram(options({ units: numberDatum(3), x: datum }))).toBeUndefined();
    });

    const changing: readonly [string, Datum][] = [
        ["what a caller passes", { kind: "parameter", dim: h, axes: () => undefined }],
        ["a list with it", { kind: "list", items: [{ kind: "parameter", dim: h, axes: () => undefined }] }],
        ["a tensor whose sizes are read one by one", { kind: "tensor", shape: undefined, symbolic: false, axes: () => undefined }],
    ];
    test.each(changing)("of %s more may be known later in the same program", (_name, datum) => {
        expect(isSettled(options({ x: datum }))).toBe(false);
        expect(isSettled(options({ x: { kind: "size", dim: h } }))).toBe(true);
    });

    test("nor is where a call stands", () => {
        expect(first.options.all.map(({ place }) => place)).not.toContain(undefined);
        expect(ofNoProgram(first)).toEqual({ ...first, options: new OptionList(first.options.all.map((one) => ({ ...one, place: undefined }))) });
    });
});

test("however many calls there are, few are kept", () => {
    const readings = new RecentReadings<object, number>();
    const all = Array.from({ length: 1000 }, (_, units) => options({ units: numberDatum(units) }));
    all.forEach((one, index) => readings.keep(entry, one, index));
    const kept = all.map((one) => readings.known(entry, one)).filter((one) => one !== undefined);
    expect(kept.length).toBeLessThan(100);
    expect(kept.at(-1)).toBe(999);
});

test("a file is the same after others as when it comes first", () => {
    const text = (units: string): string => `const model = tf.sequential();
model.add(tf.layers.dense({ units: ${units}, inputShape: [4], activation: "relu" }));
const y = tf.reshape(tf.zeros([6, ${units}]), [3, -1]);
function of(h) { return tf.layers.dense({ units: h }); }`;
    const all = ["8", "9", "8.5", "'8'", "of", "8"].map(text);
    const after = all.map((one) => analyze(one, { filename: "model.js" }));
    const alone = all.map((one) => {
        forgetReadings();
        return analyze(one, { filename: "model.js" });
    });
    expect(after).toEqual(alone);
    expect(new Set(alone.map((one) => JSON.stringify(one))).size).toBe(5);
});

test("the texts of files are not kept alive by what was cut from them", () => {
    v8.setFlagsFromString("--expose-gc");
    const collect = vm.runInNewContext("gc") as () => void;
    const megabytes = (): number => {
        collect();
        return process.memoryUsage().heapUsed / 1e6;
    };
    const lint = (units: number): void => {
        const { layers } = analyze(`tf.layers.dense({ kernelInitializer: "glorotUniform", units: ${units} });\n// ${"x".repeat(1e6)}`, { filename: "model.js" });
        expect(layers).toHaveLength(1);
    };
    lint(1);
    const before = megabytes();
    for (let units = 2; units <= 60; units++) {
        lint(units);
    }
    expect(megabytes() - before).toBeLessThan(20);
});
