/** Data for models and losses for their outputs, and the ways to get them wrong. */
import type { Random } from "../random.js";
import type { Mistake } from "./plan.js";
import type { Port, TrainedPlan } from "./trained-models.js";

/** How a loss takes its targets. */
export interface LossPlan {
    readonly text: string;
    /** The numbers of classes instead of one value for each of them. */
    readonly classes?: boolean;
}

const names = ["meanSquaredError", "meanAbsoluteError", "binaryCrossentropy", "hinge", "squaredHinge", "logcosh", "poisson", "kullbackLeiblerDivergence", "cosineProximity", "meanSquaredLogarithmicError"];
const functions = ["losses.huberLoss", "losses.meanSquaredError", "losses.absoluteDifference", "losses.sigmoidCrossEntropy", "metrics.meanSquaredError", "metrics.binaryCrossentropy", "metrics.cosineProximity"];

/** A loss that an output can have. */
export function lossFor(random: Random, { shape }: Port, tf: (name: string) => string): LossPlan {
    const several = shape.at(-1)! > 1;
    return random.weighted<() => LossPlan>([
        [6, () => ({ text: `'${random.pick(names)}'` })],
        [several ? 3 : 0, () => ({ text: "'categoricalCrossentropy'" })],
        [several ? 3 : 0, () => ({ text: "'sparseCategoricalCrossentropy'", classes: true })],
        [2, () => ({ text: tf(random.pick(functions)) })],
        [2, () => ({ text: `(labels, made) => ${random.pick(["labels.sub(made).square().mean()", "labels.sub(made).square().mean(-1)", `${tf("sub")}(labels, made).abs()`])}` })],
    ])();
}

/** A shape with its rows in front, and whether its numbers are those of classes. */
export interface Sized {
    readonly shape: readonly number[];
    readonly classes: number | undefined;
}

export function inputData({ shape }: Port, rows: number): Sized {
    return { shape: [rows, ...shape], classes: undefined };
}

export function targetData({ shape }: Port, { classes = false }: LossPlan, rows: number): Sized {
    return classes ? { shape: [rows, ...shape.slice(0, -1), 1], classes: shape.at(-1)! } : { shape: [rows, ...shape], classes: undefined };
}

/** Rank 1 counts as one number for each row. */
export function flattened(random: Random, { shape, classes }: Sized): Sized {
    return shape.length === 2 && shape[1] === 1 && random.chance(0.4) ? { shape: shape.slice(0, 1), classes } : { shape, classes };
}

const dataMistakes = ["batch missing", "axis too long", "axis too many", "rows"] as const;

/** Another shape than the model can take, mostly. */
export function wrongData(random: Random, { shape, classes }: Sized): { readonly name: string; readonly data: Sized } {
    const name = random.pick(dataMistakes);
    const axis = random.int(1, Math.max(shape.length - 1, 1));
    const changed = {
        "batch missing": shape.slice(1),
        "axis too long": shape.map((size, index) => (index === axis ? size + 1 : size)),
        "axis too many": [...shape, random.pick([1, 2])],
        rows: [shape[0]! + 1, ...shape.slice(1)],
    }[name];
    return { name, data: { shape: changed, classes } };
}

export interface WrongCompile {
    readonly mistake: Mistake;
    readonly loss?: string;
    readonly metrics?: string;
    readonly optimizer?: string;
}

/** Losses, metrics and optimizers that `compile` cannot use, or that do not fit the model. What it takes all the same, it throws for when trained. */
export function wrongCompile(random: Random, { outputs }: TrainedPlan, losses: readonly LossPlan[], tf: (name: string) => string): WrongCompile {
    const wrong = (name: string, part: Omit<WrongCompile, "mistake">, silent = false): WrongCompile => ({ mistake: { name, silent }, ...part });
    const oneUnit = outputs.some(({ shape }) => shape.at(-1) === 1);
    const named = outputs[0]!.name !== "";
    const rest = outputs.slice(1).map(() => "'meanSquaredError'");
    const wholeTargets = losses.every(({ classes }) => !classes) && outputs.some(({ shape }) => shape.at(-1)! > 1);
    return random.weighted([
        [2, wrong("loss: unknown name", { loss: random.pick(["'mse'", "'categorical_crossentropy'", "'meanSquareError'", "'crossentropy'"]) })],
        [1, wrong("loss: not exported", { loss: tf(random.pick(["losses.binaryCrossentropy", "metrics.hinge"])) })],
        [2, wrong("loss: too many", { loss: `['hinge', 'poisson', ${["'meanSquaredError'", ...rest].join(", ")}]` })],
        [outputs.length > 1 ? 2 : 0, wrong("loss: too few", { loss: "['meanSquaredError']" })],
        [named ? 1.5 : 0, wrong("loss: a name that is no output", { loss: `{ ${outputs.map(({ name }) => `${name}: 'meanSquaredError'`).join(", ")}, other: 'hinge' }` })],
        [named && outputs.length > 1 ? 1.5 : 0, wrong("loss: an output left out", { loss: `{ ${outputs[0]!.name}: 'meanSquaredError' }` }, true)],
        [1.5, wrong("loss: of classes", { loss: random.pick(["'categoricalCrossentropy'", "'sparseCategoricalCrossentropy'"]) }, oneUnit)],
        [1, wrong("loss: without a gradient", { loss: tf(random.pick(["metrics.binaryAccuracy", "metrics.precision", "losses.computeWeightedLoss"])) })],
        [0.7, wrong("loss: returns nothing", { loss: `(labels, made) => { ${tf("sub")}(labels, made).square(); }` })],
        [0.7, wrong("loss: breaks over shapes", { loss: random.pick([`(labels, made) => labels.sub(made.reshape([7, 11]))`, "(labels, made) => labels.matMul(made)"]) })],
        [1, wrong("metric: unknown name", { metrics: random.pick(["['recall']", "'meanSquaredError'", "['accuracy', 'f1']", ...(named ? [`{ ${outputs[0]!.name}: 'f1' }`] : [])]) })],
        [wholeTargets ? 1 : 0, wrong("metric: of classes", { metrics: random.pick(["'sparseCategoricalCrossentropy'", `[${tf("metrics.sparseCategoricalAccuracy")}]`]) }, true)],
        [named ? 0.5 : 0, wrong("metric: a name that is no output", { metrics: random.pick(["{ other: 'accuracy' }", "{ other: ['f1'] }"]) })],
        [1, wrong("optimizer: unknown name", { optimizer: random.pick(["'RMSprop'", "'adamw'", "'momentum'"]) })],
        [1, wrong("optimizer: none", { optimizer: random.pick([`${tf("train")}.adam`, "{ learningRate: 0.1 }", "0.1", "undefined"]) })],
    ] as const);
}
