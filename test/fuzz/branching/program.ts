/**
 * Random programs whose conditions nobody can decide: branches, loops, early ways out, closures, and lists and objects that
 * several variables hold. What they hold in the end is asked of the analysis and of many runs (check.ts).
 */
import type { Random } from "../random.js";

const undecided = "Math.random() > 0.5";
const condition = `(${undecided})`;
const firstSite = 1000;
/** More turns than anybody follows one by one. */
const manyTurns = 4000;
const counterClass = `class Counter {
constructor(count = 0) { this.count = count; }
get total() { return this.count + 1; }
add(by) { this.count += by; return this; }
}`;

/** How many numbers come out of a model. */
function width(model: string): string {
    return `${model}.outputs[0].shape[1]`;
}

/** What a statement stands in, and so which ways out there are. */
interface Place {
    readonly inLoop?: boolean;
    readonly inFunction?: boolean;
    readonly inTry?: boolean;
}

export class Program {
    private sites = firstSite;
    private named = 0;
    private left = 30;
    // The variables in sight.
    private numbers: string[] = [];
    private lists: string[] = [];
    private objects: string[] = [];
    private maps: string[] = [];
    private counters: string[] = [];
    private models: string[] = [];
    private functions: string[] = [];

    constructor(private readonly random: Random) {}

    write(): string {
        const lines = [counterClass, this.declaration(), this.declaration(), this.declaration(), ...this.statements(6, {})];
        for (const name of this.numbers) lines.push(this.see(name));
        for (const name of this.lists) lines.push(this.see(`${name}.length`), this.see(`(${name}[0] ?? 7)`));
        for (const name of this.objects) lines.push(this.see(`${name}.n`), this.see(`${name}.list.length`));
        for (const name of this.maps) lines.push(this.see(`${name}.size`), this.see(`(${name}.get("a") ?? 7)`));
        for (const name of this.counters) lines.push(this.see(`${name}.count`), this.see(`${name}.total`));
        for (const name of this.models) lines.push(this.see(`${name}.layers.length`), this.see(width(name)));
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
        if (this.maps.length > 0) choices.push(`${this.random.pick(this.maps)}.size`, `(${this.random.pick(this.maps)}.get(${this.key()}) ?? 7)`);
        if (this.counters.length > 0) choices.push(`${this.random.pick(this.counters)}.count`, `${this.random.pick(this.counters)}.total`);
        if (this.models.length > 0) choices.push(`${this.random.pick(this.models)}.layers.length`, width(this.random.pick(this.models)));
        return this.choice(choices);
    }

    private key(): string {
        return this.random.pick(['"a"', '"b"', "1"]);
    }

    private map(): string {
        const choices = ["new Map()", `new Map([["a", ${this.number()}]])`];
        if (this.maps.length > 0) choices.push(this.random.pick(this.maps), `new Map(${this.random.pick(this.maps)})`);
        return this.choice(choices);
    }

    private counter(): string {
        const choices = ["new Counter()", `new Counter(${this.number()})`];
        if (this.counters.length > 0) choices.push(this.random.pick(this.counters));
        return this.choice(choices);
    }

    private model(): string {
        const choices = ["tf.sequential()", `tf.sequential({ layers: [${this.dense()}] })`];
        if (this.models.length > 0) choices.push(this.random.pick(this.models), this.random.pick(this.models));
        return this.choice(choices);
    }

    /** Any number of layers may stand before it. */
    private dense(): string {
        return `tf.layers.dense({ units: ${this.number()}, inputShape: [3] })`;
    }

    /** One of these, or one of two of them. */
    private choice(values: readonly string[]): string {
        return this.random.chance(0.2) ? `(${undecided} ? ${this.random.pick(values)} : ${this.random.pick(values)})` : this.random.pick(values);
    }

    private list(): string {
        const choices = [`[${Array.from({ length: this.random.int(0, 2) }, () => this.number()).join(", ")}]`];
        if (this.lists.length > 0) choices.push(this.random.pick(this.lists), `${this.random.pick(this.lists)}.concat([${this.number()}])`, `[...${this.random.pick(this.lists)}, ${this.number()}]`, `${this.random.pick(this.lists)}.map((one) => one + 1)`, `${this.random.pick(this.lists)}.slice(1)`);
        if (this.objects.length > 0) choices.push(`${this.random.pick(this.objects)}.list`);
        return this.choice(choices);
    }

    private object(): string {
        const choices = [`{ n: ${this.number()}, list: ${this.list()} }`];
        if (this.objects.length > 0) choices.push(this.random.pick(this.objects), `{ ...${this.random.pick(this.objects)}, n: ${this.number()} }`);
        return this.choice(choices);
    }

    private declaration(): string {
        const kind = this.random.pick(["numbers", "lists", "objects", "maps", "counters", "models"] as const);
        const value = { numbers: () => this.number(), lists: () => this.list(), objects: () => this.object(), maps: () => this.map(), counters: () => this.counter(), models: () => this.model() }[kind]();
        const name = this.name();
        this[kind].push(name);
        return `let ${name} = ${value};`;
    }

    /** A variable of what another one holds. */
    private taking(): string {
        if (this.objects.length === 0) {
            return this.declaration();
        }
        const [size, list] = [this.name(), this.name()];
        this.numbers.push(size);
        this.lists.push(list);
        return `let { n: ${size}, list: ${list} } = ${this.random.pick(this.objects)};`;
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
            choices.push(`[${object}.n, ${object}.list] = [${this.number()}, ${this.list()}];`, `${object}.n ||= ${this.number()};`);
        }
        if (this.maps.length > 0) {
            const map = this.random.pick(this.maps);
            choices.push(`${map}.set(${this.key()}, ${this.number()});`, `${map}.delete(${this.key()});`, `${map}.clear();`, `${map} = ${this.map()};`);
        }
        if (this.counters.length > 0) {
            const counter = this.random.pick(this.counters);
            choices.push(`${counter}.add(${this.number()});`, `${counter}.count = ${this.number()};`, `${counter}.add(1).add(1);`, `${counter} = ${this.counter()};`);
        }
        if (this.models.length > 0) {
            const model = this.random.pick(this.models);
            choices.push(`${model}.add(${this.dense()});`, `${model}.add(${this.dense()});`, `${model}.pop();`, `${model} = ${this.model()};`);
        }
        if (this.functions.length > 0) choices.push(`${this.random.pick(this.functions)}();`);
        return choices.length > 0 ? this.random.pick(choices) : this.declaration();
    }

    /** Statements with variables of their own. */
    private block(most: number, place: Place): string {
        const { numbers, lists, objects, maps, counters, models, functions } = this;
        this.numbers = [...numbers];
        this.lists = [...lists];
        this.objects = [...objects];
        this.maps = [...maps];
        this.counters = [...counters];
        this.models = [...models];
        this.functions = [...functions];
        const lines = this.statements(this.random.int(1, most), place);
        Object.assign(this, { numbers, lists, objects, maps, counters, models, functions });
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
            [5, () => this.declaration()],
            [1, () => this.taking()],
            [5, () => this.change()],
            [3, () => this.see(this.number())],
            [4, () => `if ${condition} ${this.block(3, place)}`],
            [2, () => `if ${condition} ${this.block(3, place)} else ${this.block(2, place)}`],
            [1, () => `while ${condition} ${this.block(3, { ...place, inLoop: true })}`],
            [1, () => `for (const turn of [1, 2]) ${this.block(3, { ...place, inLoop: true })}`],
            [place.inLoop || place.inFunction ? 0 : 1, () => this.longLoop(place)],
            [1, () => `try ${this.block(3, { ...place, inTry: true })} catch ${this.block(1, place)}`],
            [1, () => `try ${this.block(3, { ...place, inTry: true })} finally ${this.block(1, place)}`],
            [1, () => this.each(place)],
            [1, () => this.cases(place)],
            [2, () => this.call()],
            [1, () => this.changer()],
            [1, () => this.held()],
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

    /** A turn for each element. */
    private each(place: Place): string {
        if (this.lists.length === 0) {
            return this.declaration();
        }
        const list = this.random.pick(this.lists);
        const one = this.name();
        const numbers = this.numbers;
        this.numbers = [...numbers, one];
        const text = this.random.chance(0.5)
            ? `for (let ${one} of ${list}) ${this.block(3, { ...place, inLoop: true })}`
            : `${list}.forEach((${one}) => ${this.block(2, { inFunction: true })});`;
        this.numbers = numbers;
        return text;
    }

    /** Thousands of layers would take too long. */
    private longLoop(place: Place): string {
        const { models, functions } = this;
        this.models = [];
        this.functions = [];
        const body = this.block(3, { ...place, inLoop: true });
        Object.assign(this, { models, functions });
        return `for (let turn = 0; turn < ${String(manyTurns)}; turn++) ${body}`;
    }

    private cases(place: Place): string {
        const block = (): string => this.block(2, place);
        const end = (): string => (this.random.chance(0.7) ? "break;" : "");
        return `switch (Math.floor(Math.random() * 3)) {\ncase 0: ${block()} ${end()}\ncase 1: ${block()} ${end()}\ndefault: ${block()}\n}`;
    }

    /** A function that changes what it is given, called with one or two lists. */
    private changer(): string {
        if (this.lists.length === 0) {
            return this.declaration();
        }
        const [callee, given] = [this.name(), this.name()];
        const lists = this.lists;
        this.lists = [...lists, given];
        const body = this.block(3, { inFunction: true });
        this.lists = lists;
        const calls = Array.from({ length: this.random.int(1, 2) }, () => `${callee}(${this.random.pick(lists)});`);
        return `const ${callee} = (${given}) => {\n${body}\n${given}.push(${this.number()});\n};\n${calls.join("\n")}`;
    }

    /** A function that is called later, perhaps. */
    private held(): string {
        const body = this.block(3, { inFunction: true });
        const name = this.name();
        this.functions.push(name);
        return `const ${name} = () => {\n${body}\n};`;
    }

    private call(): string {
        const body = this.block(4, { inFunction: true });
        const [callee, result] = [this.name(), this.name()];
        const given = this.random.chance(0.4) ? `${this.list()}.length` : this.number();
        return `const ${callee} = () => {\n${body}\nreturn ${given};\n};\nconst ${result} = ${callee}();\n${this.see(result)}`;
    }
}
