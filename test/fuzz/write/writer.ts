/** Everything that a whole program shares while it is written: names, constants, imports, the way to the library. */
import type { Mistake } from "../plan/plan.js";
import type { Random } from "../random.js";
import type { Reach } from "./reach.js";
import { layerSpelling, pickReach, reachLines, tfSpelling } from "./reach.js";

/** A size that a function is given instead of having it written in its body. */
export interface Parameter {
    readonly name: string;
    readonly value: number;
}

export class Writer {
    readonly random: Random;
    readonly typescript: boolean;
    readonly reach: Reach;
    /** Constants and definitions in front of everything. */
    readonly head: string[] = [];
    /** Sizes that are kept in one object. */
    readonly settings = new Map<string, number>();
    readonly constants = new Map<string, string>();
    readonly settingsName: string;
    /** Some sizes are known only when the program runs, so nothing is asked of the analysis but to be right. */
    readonly foggy: boolean;
    mistakeWanted: boolean;
    mistake: Mistake | undefined;
    /** Of the function whose body is being written. */
    parameters: Parameter[] | undefined;
    /** Names of the library that a program may have destructured. */
    readonly #taken = new Map(["activation", "add", "data", "dot", "input", "layers", "model", "tf", "L"].map((name) => [name, 1]));

    constructor(random: Random, mistakeWanted: boolean) {
        this.random = random;
        this.typescript = random.chance(0.3);
        this.reach = pickReach(random, this.typescript);
        this.foggy = !mistakeWanted && random.chance(0.15);
        this.mistakeWanted = mistakeWanted;
        this.settingsName = random.pick(["config", "CONFIG", "params", "hyper", "opts"]);
    }

    /** The name itself the first time, then with a number. */
    fresh(name: string): string {
        const count = (this.#taken.get(name) ?? 0) + 1;
        this.#taken.set(name, count);
        return count === 1 ? name : `${name}${count}`;
    }

    /** `tf.sequential`, or as the program has it. */
    tf(name: string): string {
        return tfSpelling(this.reach, name);
    }

    /** `tf.layers.dense`, or as the program has it. */
    layerFactory(type: string): string {
        return layerSpelling(this.reach, type, this.random);
    }

    /** Text that only TypeScript has. */
    type(text: string): string {
        return this.typescript && this.reach.hasTypes ? text : "";
    }

    /** The result of `apply`, told to be one symbolic tensor. */
    cast(text: string): string {
        return this.typescript && this.reach.hasTypes ? `${text} as ${this.tf("SymbolicTensor")}` : text;
    }

    /** Should this be the place of the one mistake? A yes is final once `mistook` is called. */
    mayErr(probability = 0.5): boolean {
        return this.mistakeWanted && !this.mistake && this.random.chance(probability);
    }

    mistook(mistake: Mistake): void {
        this.mistake = mistake;
    }

    /** What stands in front of the program's body. */
    preamble(): string[] {
        const entries = [...this.settings].map(([key, value]) => `${key}: ${value}`);
        const frozen = this.typescript ? " as const" : "";
        return [
            ...reachLines(this.reach),
            ...(entries.length > 0 ? [`const ${this.settingsName} = { ${entries.join(", ")} }${frozen};`] : []),
            ...this.head,
        ];
    }
}

export function indent(lines: readonly string[]): string[] {
    return lines.map((line) => `  ${line}`);
}
