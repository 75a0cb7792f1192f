/** Hostile programs: each is answered within the budget, nothing breaks, and what is legal is not reported. */
import { describe, expect, test } from "vitest";
import { runToTheEnd } from "../oracle/run-to-the-end.js";
import { costlyPrograms } from "./costly.js";
import { deepPrograms } from "./deep.js";
import { examine } from "./examine.js";
import { hostilePrograms, type Hostile } from "./hostile.js";
import { mostMilliseconds } from "./sweep.js";

/** Those that are wrong as well: what of. */
const faulty: Readonly<Record<string, readonly string[]>> = {
    "datum dag objects": ["known-layer-options", "valid-options"],
    "printed dag": ["valid-options"],
    "many problems": ["deconv-output-shape"],
    "many merges": ["merge-shapes"],
    "weights of nested models without any": ["input-shape"],
    "add dag": ["merge-shapes"],
    "bad dag": ["merge-shapes"],
    "timeDistributed nest": ["input-shape"],
    "bidirectional nest": ["no-unsupported"],
};

function answered(name: string, programs: Hostile, judge: (name: string, program: string, rules: ReadonlySet<string>) => Promise<void> | void): void {
    describe(name, () => {
        test.each(programs)("%s", async (what, program) => {
            const { broken, problems, milliseconds } = examine(`import * as tf from '@tensorflow/tfjs';\n${program}\nconst last = tf.sequential();\n`);
            expect({ broken, inTime: milliseconds < mostMilliseconds }).toEqual({ broken: undefined, inTime: true });
            await judge(what, program, new Set(problems.map(({ ruleId }) => ruleId.replace("layer-shapes/", ""))));
        });
    });
}

function onlyFaulty(name: string, _program: string, rules: ReadonlySet<string>): void {
    expect([...rules]).toEqual(Object.hasOwn(faulty, name) ? faulty[name] : []);
}

/** What is reported fails, but for what TensorFlow.js is silent about: a deconvolution of wrong sizes, and options that it does not read. */
async function onlyWhatFails(name: string, program: string, rules: ReadonlySet<string>): Promise<void> {
    // Keras cannot be run here, and neither can what does not end.
    const cannotRun = /Input\(|Array\(1e|for \(;;\)|window/.test(program);
    const isSilent = /^(?:a stride|an output shape) of/.test(name) || (rules.size === 1 && rules.has("known-layer-options"));
    if (rules.size > 0 && !cannotRun && !isSilent) {
        expect(await runToTheEnd(program)).toBeDefined();
    }
}

answered("odd values and names", hostilePrograms, onlyWhatFails);
answered("deep and long programs", deepPrograms, onlyFaulty);
answered("costly programs", costlyPrograms, onlyFaulty);
