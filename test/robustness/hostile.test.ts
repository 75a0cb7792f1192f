/** Hostile programs: each is answered within the budget, and nothing breaks. */
import { describe, expect, test } from "vitest";
import { costlyPrograms } from "./costly.js";
import { deepPrograms } from "./deep.js";
import { examine } from "./examine.js";
import { hostilePrograms, type Hostile } from "./hostile.js";

/** Of the processor's time, for the worst of them; most take a hundredth. */
const mostMilliseconds = 5000;

function answered(name: string, programs: Hostile): void {
    describe(name, () => {
        test.each(programs)("%s", (_name, program) => {
            const code = `import * as tf from '@tensorflow/tfjs';\n${program}\nconst last = tf.sequential();\n`;
            const { broken, milliseconds } = examine(code);
            expect({ broken, inTime: milliseconds < mostMilliseconds }).toEqual({ broken: undefined, inTime: true });
        });
    });
}

answered("odd values and names", hostilePrograms);
answered("deep and long programs", deepPrograms);
answered("costly programs", costlyPrograms);
