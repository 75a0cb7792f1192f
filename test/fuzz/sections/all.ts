/** Every kind of thing a program can be made of, and how often it is. */
import type { Writer } from "../write/writer.js";
import { inceptionOrDense, recursion, residual } from "./blocks.js";
import { attention, mergedBranches, modelsInModels, severalInputs, siamese } from "./branches.js";
import { builder, languageModel, promised } from "./language.js";
import { autoencoder, unet } from "./pyramids.js";
import { customLayer, modelClass, readBack, recurrentTower, seq2seq, weightedLayer } from "./sequences.js";
import { rising } from "./rising.js";
import { plainStack, textStack } from "./stacks.js";
import { tensorChain, tensorFunctions, trainingLoop } from "./tensors.js";
import { trainedModel } from "./training.js";

export type Section = (w: Writer) => string[];

export const sections: readonly (readonly [weight: number, section: Section])[] = [
    [14, plainStack],
    [2.5, textStack],
    [2, mergedBranches],
    [2, severalInputs],
    [1.5, siamese],
    [1.5, modelsInModels],
    [1, attention],
    [2, unet],
    [1.5, autoencoder],
    [1.5, rising],
    [1.5, residual],
    [1.5, inceptionOrDense],
    [1, recursion],
    [1, seq2seq],
    [1, recurrentTower],
    [1.5, modelClass],
    [1.2, customLayer],
    [1.2, weightedLayer],
    [1.5, readBack],
    [4, languageModel],
    [1, builder],
    [1, promised],
    [6, tensorChain],
    [2, tensorFunctions],
    [1.5, trainingLoop],
    [6, trainedModel],
];
