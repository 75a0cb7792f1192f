/** Every kind of thing a program can be made of, and how often it is. */
import type { Writer } from "../write/writer.js";
import { plainStack, textStack } from "./stacks.js";

export type Section = (w: Writer) => string[];

export const sections: readonly (readonly [weight: number, section: Section])[] = [
    [8, plainStack],
    [2, textStack],
];
