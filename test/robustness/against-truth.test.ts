/** Slips in programs that run, a few for each: what is reported fails in TensorFlow.js, and no shape is wrong. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readFixtures } from "../oracle/fixtures.js";
import { noSlips, seeSlips } from "./against-truth.js";

/** Those that run in less than a second. */
const quick = readFixtures().filter(({ name }) => /^(?:attention|inception|lenet|perceptron|project|seq2seq|siamese|tcn|tutorials|gan-ops|rnn-ops)\//.test(name));

/** What the programs print is nobody's business. */
beforeEach(() => {
    for (const method of ["log", "warn"] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});

afterEach(() => {
    vi.restoreAllMocks();
});

test.each(quick)("$name", { timeout: 120_000 }, async (fixture) => {
    const sum = noSlips();
    await seeSlips(fixture, 3, 1, sum);
    expect({ programs: sum.programs, wrong: sum.wrong }).toEqual({ programs: 3, wrong: [] });
});
