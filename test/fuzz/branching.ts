/**
 * Random programs whose conditions nobody can decide: branches, loops, early ways out, closures, and lists and objects that
 * several variables hold. Each is run many times, and what the analysis says of a size must hold in every run.
 */
import vm from "node:vm";
import { analyze } from "../../src/analyze.js";
import { Random } from "./random.js";

const condition = "(Math.random() > 0.5)";
const firstSite = 1000;

/** What a statement stands in, and so which ways out there are. */
interface Place {
    readonly inLoop?: boolean;
    readonly inFunction?: boolean;
    readonly inTry?: boolean;
}

class Program {
    private sites = firstSite;
    private named = 0;
    private left = 30;
    // The variables in sight.
    private numbers: string[] = [];
    private lists: string[] = [];
    private objects: string[] = [];

    constructor(private readonly random: Random) {}

    write(): string {
        const lines = [this.declaration(), this.declaration(), this.declaration(), ...this.statements(6, {})];
        for (const name of this.numbers) lines.push(this.see(name));
        for (const name of this.lists) lines.push(this.see(`${name}.length`), this.see(`(${name}[0] ?? 7)`));
        for (const name of this.objects) lines.push(this.see(`${name}.n`), this.see(`${name}.list.length`));
        return lines.join("\n");
    }

    /** A size, with a number by which the place is found again. */
    private see(size: string): string {
        this.sites++;
        return `tf.zeros([${size}, ${String(this.sites)}]);`;
    }

    private name(): string {
        this.named++;
        return `v${String(this.named)}`;
    }

    private number(): string {
        const choices = [String(this.random.int(1, 4))];
        if (this.numbers.length > 0) choices.push(this.random.pick(this.numbers), `${this.random.pick(this.numbers)} + 1`);
        if (this.lists.length > 0) choices.push(`${this.random.pick(this.lists)}.length`, `(${this.random.pick(this.lists)}[0] ?? 7)`);
        if (this.objects.length > 0) choices.push(`${this.random.pick(this.objects)}.n`, `${this.random.pick(this.objects)}.list.length`);
        return this.random.pick(choices);
    }

    private list(): string {
        const choices = [`[${Array.from({ length: this.random.int(0, 2) }, () => this.number()).join(", ")}]`];
        if (this.lists.length > 0) choices.push(this.random.pick(this.lists), `${this.random.pick(this.lists)}.concat([${this.number()}])`);
        return this.random.pick(choices);
    }

    private object(): string {
        const choices = [`{ n: ${this.number()}, list: ${this.list()} }`];
        if (this.objects.length > 0) choices.push(this.random.pick(this.objects), `{ ...${this.random.pick(this.objects)}, n: ${this.number()} }`);
        return this.random.pick(choices);
    }

    private declaration(): string {
        const kind = this.random.pick(["numbers", "lists", "objects"] as const);
        const value = kind === "numbers" ? this.number() : kind === "lists" ? this.list() : this.object();
        const name = this.name();
        this[kind].push(name);
        return `let ${name} = ${value};`;
    }

    private change(): string {
        const choices: string[] = [];
        if (this.numbers.length > 0) choices.push(`${this.random.pick(this.numbers)} = ${this.number()};`, `${this.random.pick(this.numbers)}++;`);
        if (this.lists.length > 0) {
            const list = this.random.pick(this.lists);
            choices.push(`${list}.push(${this.number()});`, `${list}.pop();`, `${list}[0] = ${this.number()};`, `${list} = ${this.list()};`);
        }
        if (this.objects.length > 0) {
            const object = this.random.pick(this.objects);
            choices.push(`${object}.n = ${this.number()};`, `${object}.list = ${this.list()};`, `${object}.list.push(1);`, `${object} = ${this.object()};`);
        }
        return choices.length > 0 ? this.random.pick(choices) : this.declaration();
    }

    /** Statements with variables of their own. */
    private block(most: number, place: Place): string {
        const { numbers, lists, objects } = this;
        this.numbers = [...numbers];
        this.lists = [...lists];
        this.objects = [...objects];
        const lines = this.statements(this.random.int(1, most), place);
        Object.assign(this, { numbers, lists, objects });
        return `{\n${lines.join("\n")}\n}`;
    }

    private statements(count: number, place: Place): string[] {
        const lines: string[] = [];
        for (let index = 0; index < count && this.left > 0; index++) {
            this.left--;
            lines.push(this.statement(place));
        }
        return lines;
    }

    private statement(place: Place): string {
        const write = this.random.weighted<() => string>([
            [4, () => this.declaration()],
            [5, () => this.change()],
            [3, () => this.see(this.number())],
            [4, () => `if ${condition} ${this.block(3, place)}`],
            [2, () => `if ${condition} ${this.block(3, place)} else ${this.block(2, place)}`],
            [1, () => `while ${condition} ${this.block(3, { ...place, inLoop: true })}`],
            [1, () => `for (const turn of [1, 2]) ${this.block(3, { ...place, inLoop: true })}`],
            [1, () => `try ${this.block(3, { ...place, inTry: true })} catch ${this.block(1, place)}`],
            [2, () => this.call()],
            [place.inLoop || place.inFunction ? 3 : 0, () => this.parting(place)],
            [place.inTry ? 1 : 0, () => `if ${condition} throw new Error();`],
        ]);
        return write();
    }

    /** Something new is handed out, and changed once another way has parted. */
    private parting(place: Place): string {
        const out = place.inLoop ? this.random.pick(["break", "continue"]) : `return ${this.number()}`;
        if (this.lists.length === 0) {
            return `if ${condition} ${out};`;
        }
        const holder = this.random.pick(this.lists);
        const value = this.list();
        const name = this.name();
        this.lists.push(name);
        return `let ${name} = ${value};\n${holder} = ${name};\nif ${condition} ${out};\n${name}.push(${this.number()});`;
    }

    private call(): string {
        const body = this.block(4, { inFunction: true });
        const [callee, result] = [this.name(), this.name()];
        const given = this.random.chance(0.4) ? `${this.list()}.length` : this.number();
        return `const ${callee} = () => {\n${body}\nreturn ${given};\n};\nconst ${result} = ${callee}();\n${this.see(result)}`;
    }
}

/** By the number of the place: the sizes that were told of it, if all of them were. */
function claimsOf(text: string): ReadonlyMap<number, ReadonlySet<unknown>> {
    const { tensors } = analyze(`import * as tf from "@tensorflow/tfjs";\n${text}`, { filename: "program.js" });
    const claims = new Map<number, Set<unknown>>();
    for (const { outputs } of tensors.flatMap(({ shapes }) => shapes)) {
        const [size, site] = outputs[0] ?? [];
        if (typeof site === "number") {
            claims.set(site, (claims.get(site) ?? new Set()).add(size));
        }
    }
    return new Map([...claims].filter(([, sizes]) => [...sizes].every((size) => typeof size === "number")));
}

const mostDecisions = 200;

type Seen = readonly [size: number, site: number];

/** Runs a program again and again; each run may be cut off, and what came before has happened all the same. */
function runner(text: string): (random: Random) => readonly Seen[] {
    let random = new Random(0);
    let decisions = 0;
    let seen: Seen[] = [];
    const decide = (): number => {
        decisions++;
        if (decisions > mostDecisions) throw new Error("too long");
        return random.next();
    };
    const context = vm.createContext({ Math: { random: decide }, tf: { zeros: (one: Seen) => seen.push(one) }, Error });
    const script = new vm.Script(`(() => {\n${text}\n})();`);
    return (next) => {
        random = next;
        decisions = 0;
        seen = [];
        try {
            script.runInContext(context, { timeout: 1000 });
        } catch {
            // Programs throw, and some run on for ever.
        }
        return seen;
    };
}

export interface Tally {
    /** How many places there are, and of how many the analysis tells all sizes. */
    readonly sites: number;
    readonly known: number;
    readonly wrong: readonly string[];
}

/** Runs the programs of so many seeds, each as often as asked. */
export function tryBranching(firstSeed: number, seeds: number, runs: number): Tally {
    let sites = 0;
    let known = 0;
    const wrong: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
        const text = new Program(new Random(seed)).write();
        const claims = claimsOf(text);
        const runOnce = runner(text);
        sites += text.split("tf.zeros(").length - 1;
        known += claims.size;
        for (let run = 0; run < runs; run++) {
            const miss = runOnce(new Random(seed * 1000 + run)).find(([size, site]) => claims.get(site)?.has(size) === false);
            if (miss) {
                wrong.push(`seed ${String(seed)}: ${String(miss[0])} where ${[...(claims.get(miss[1]) ?? [])].join(" or ")} was told\n${text}`);
                break;
            }
        }
    }
    return { sites, known, wrong };
}
