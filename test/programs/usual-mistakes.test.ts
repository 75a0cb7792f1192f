/**
 * What people ask about: data, losses and steps of training that do not fit their model, beside programs that are right. Each
 * is run in TensorFlow.js: what fails there is reported, and nothing else.
 */
import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import { runToTheEnd } from "../oracle/run-to-the-end.js";
import { programs as datasets } from "./usual/datasets.js";
import { programs as feeding } from "./usual/feeding.js";
import { programs as gradients } from "./usual/gradients.js";
import { programs as layers } from "./usual/layers.js";
import { programs as ownSteps } from "./usual/own-steps.js";
import { programs as pictures } from "./usual/pictures.js";
import { programs as preprocessing } from "./usual/preprocessing.js";
import { programs as results } from "./usual/results.js";
import { programs as rows } from "./usual/rows.js";
import { programs as sequences } from "./usual/sequences.js";
import { programs as tensors } from "./usual/tensors.js";
import { programs as training } from "./usual/training.js";
import { programs as weights } from "./usual/weights.js";

describe.each(Object.entries({ rows, training, pictures, sequences, datasets, layers, ownSteps, tensors, gradients, preprocessing, feeding, weights, results }))("%s", (_subject, programs) => {
    test.each(programs)("%s", async (_name, code) => {
        const failure = await runToTheEnd(code);
        const { error, problems } = analyze(code, { filename: "program.js" });
        expect(error).toBeUndefined();
        // What goes wrong, and what was said of it, so that one can be held against the other.
        expect({ failure, isReported: problems.length > 0 }).toEqual({ failure, isReported: failure !== undefined });
    });
});
