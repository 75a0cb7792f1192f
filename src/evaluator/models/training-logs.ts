/** What training tells of itself: the history that `fit` gives, and the logs that its callbacks get. */
import type { GivenOptions } from "../../catalogue/given.js";
import type { Evaluation } from "../evaluation.js";
import { promisedBy } from "./training-methods.js";
import { namedNumber, object, openArray, unknown } from "../making.js";
import type { CallNode, Field, Measure, ModelValue, Value } from "../values.js";

interface Training {
    readonly method: "fit" | "fitDataset";
    readonly node: CallNode;
    readonly given: GivenOptions;
    /** The object of options. */
    readonly config: Value | undefined;
}

/** What the numbers are called, and whether there are any of a validation; undefined where that is not known. */
interface Logged {
    readonly names: readonly string[];
    readonly validates: boolean | undefined;
}

/** As tfjs-layers 4.22.0 src/base_callbacks.ts, History: a list for each name, with a number for each epoch. */
export function trained(e: Evaluation, model: ModelValue, training: Training): Value {
    const names = namesOf(model);
    const logged = names && { names, validates: validates(training) };
    tellCallbacks(e, logged, training);
    const history = logged && entries(logged, "history", training, () => openArray());
    return history ? promisedBy(training.method, training.node, object(new Map([["history", { value: history, node: undefined }]]), true)) : unknown;
}

/** tfjs-layers 4.22.0 src/engine/training.ts, LayersModel.compile: of one output. */
function namesOf({ compiled, outputs, keras }: ModelValue): readonly string[] | undefined {
    if (keras || outputs.length !== 1 || compiled.kind !== "known" || !compiled.metrics) {
        return undefined;
    }
    const names = compiled.metrics.flat().map(nameOf);
    const known = new Set(names.filter((name) => name !== undefined));
    return known.size === names.length ? ["loss", ...known] : undefined;
}

const shortened: Readonly<Record<string, string>> = { accuracy: "acc", crossentropy: "ce" };

function nameOf(metric: Measure): string | undefined {
    return metric.kind === "named" ? (shortened[metric.name] ?? metric.name) : undefined;
}

/** tfjs-layers 4.22.0 src/engine/training.ts, fit; src/engine/training_dataset.ts, fitDataset. */
function validates({ method, given: { options, open } }: Training): boolean | undefined {
    if (open) {
        return undefined;
    }
    const data = options.get("validationData")?.datum;
    const split = method === "fit" ? options.get("validationSplit")?.datum : undefined;
    if (data && data.kind !== "undefined" && data.kind !== "null") {
        return data.kind === "list" || undefined;
    }
    return split === undefined || split.kind === "undefined" ? false : split.kind === "number" ? split.value > 0 && split.value < 1 : undefined;
}

/** An object of numbers by their names; whoever asks for others is told which there are. */
function entries({ names, validates: isValidated }: Logged, holder: string, { method, node }: Training, each: () => Value): Value {
    const fields = new Map<string, Field>();
    const lacking = (name: string, why: string): void => {
        if (!fields.has(name)) {
            fields.set(name, { value: { kind: "undefined", lack: { result: `${holder}.${name}`, why, call: node } }, node: undefined });
        }
    };
    for (const name of names) {
        fields.set(name, { value: each(), node: undefined });
        if (isValidated === true) {
            fields.set(`val_${name}`, { value: each(), node: undefined });
        }
    }
    for (const name of isValidated === false ? [...names, "acc", "accuracy"] : []) {
        lacking(`val_${name}`, `\`${method}\` is given nothing to validate with`);
    }
    // tfjs-layers 4.22.0 calls it by its short name, whichever it was asked for by.
    for (const name of ["acc", "accuracy"]) {
        const why = names.includes("acc") ? "TensorFlow.js calls it `acc`" : "`compile` is given no such metric";
        lacking(name, why);
        if (isValidated === true) {
            lacking(`val_${name}`, why.replace("`acc`", "`val_acc`"));
        }
    }
    return object(fields, true);
}

/** tfjs-layers 4.22.0 src/base_callbacks.ts, CustomCallback. */
function tellCallbacks(e: Evaluation, logged: Logged | undefined, training: Training): void {
    const { config } = training;
    const callbacks = config?.kind === "object" ? config.fields.get("callbacks")?.value : undefined;
    for (const one of callbacks?.kind === "array" ? callbacks.items : [callbacks]) {
        const fields = one?.kind === "object" && !one.class ? one.fields : undefined;
        tell(e, fields?.get("onEpochEnd")?.value, logged, training);
        tell(e, fields?.get("onBatchEnd")?.value, logged && { ...logged, validates: undefined }, training);
    }
}

/** Of a function that gets other numbers from somebody else nothing is known. */
function tell(e: Evaluation, callback: Value | undefined, logged: Logged | undefined, training: Training): void {
    const logs = callback?.kind === "function" ? callback.node.params[1] : undefined;
    if (callback?.kind !== "function" || !logs || logs.type === "RestElement") {
        return;
    }
    const holder = logs.type === "Identifier" ? logs.name : "logs";
    const what = logged && `${logged.names.join()} ${String(logged.validates)}`;
    const before = e.told.get(callback.node);
    const isKnown = logged && (!before || before.what === what);
    const some = (): Value => namedNumber("value");
    e.told.set(callback.node, { what: isKnown ? what : undefined, values: () => (isKnown ? [undefined, entries(logged, holder, training, some)] : []) });
}
