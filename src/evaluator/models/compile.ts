/** `model.compile({ loss, metrics, optimizer })`: which loss each output of the model gets, and whether it can have it. */
import { atCall, atOption, type Fault } from "../../catalogue/fault.js";
import { type Given, given as toGiven, OptionList } from "../../catalogue/given.js";
import { activationOf } from "../../layers/activation-names.js";
import type { Shape } from "../../shapes/shape.js";
import { exported, lookUp, type Named } from "../../apis/compile-names.js";
import { adviseOnLoss, checkClasses } from "../../training/losses.js";
import { canCompute, targetShape } from "../../training/targets.js";
import type { Arguments } from "../arguments.js";
import { toDatum } from "./data.js";
import type { Evaluation, Place } from "../evaluation.js";
import { iterate } from "../iteration.js";
import { reportCall } from "./reporting.js";
import { isAbsent, isNothing } from "./missing.js";
import { isFrozen } from "./trainability.js";
import { string, undefinedValue } from "../making.js";
import type { CallNode, Field, Measure, ModelValue, Node, ObjectValue, SymbolicTensor, Value } from "../values.js";

/** One loss, metric or optimizer: `option` tells it from the others ("loss", "loss[0]", "loss.digit"). */
interface Entry {
    readonly option: string;
    /** Its name in a map. */
    readonly key?: string;
    readonly value: Value;
    readonly place: Place | undefined;
}

type Form = "single" | "list" | "map";

interface Part {
    readonly form: Form;
    readonly entries: readonly Entry[];
    /** All of it. */
    readonly value: Value;
    readonly place: Place | undefined;
}

/** As tfjs-layers 4.22.0 src/engine/training.ts, LayersModel.compile. */
export function compile(e: Evaluation, model: ModelValue, args: Arguments, node: CallNode): void {
    const [config = undefinedValue] = args.values;
    e.heap.touch(model);
    model.compiled = { kind: "unknown" };
    if (args.open || config.kind !== "object") {
        return;
    }
    const losses = partOf(e, config, "loss", node);
    const metrics = partOf(e, config, "metrics", node);
    const optimizer = partOf(e, config, "optimizer", node);
    const faults = model.keras
        ? []
        : [
              ...missing(config),
              ...namesIn(losses?.entries ?? [], "loss"),
              ...namesIn(metrics ? looked(model, metrics) : [], "metric"),
              ...checkOptimizer(optimizer),
              ...(losses && !model.open ? checkLosses(model, losses) : []),
          ];
    if (losses && !model.open && faults.length === 0) {
        const measures = model.outputs.map((output, index) => measureOf(entriesFor(losses, output, index)?.[0]?.value));
        if (metrics) {
            faults.push(...checkMetrics(model, measures, metrics));
        }
        model.compiled = { kind: "known", losses: measures, metrics: isAbsent(config, "metrics") ? model.outputs.map(() => []) : metrics && metricsOf(model, metrics), frozen: isFrozen(e, model) };
    }
    const told = faults.length === 0 ? advice(model, losses, metrics) : faults;
    if (told.length > 0) {
        const options = optionsOf(e, { loss: losses, metrics, optimizer });
        told.forEach((fault) => {
            reportCall(e, node, "compile", fault, { given: { options, open: false }, model });
        });
    }
}

function optionsOf(e: Evaluation, parts: Readonly<Record<string, Part | undefined>>): OptionList {
    const given: Given[] = [];
    for (const [name, part] of Object.entries(parts)) {
        for (const { option, value, place } of part ? [{ option: name, value: part.value, place: part.place }, ...part.entries] : []) {
            given.push(toGiven(option, toDatum(e, value), place));
        }
    }
    return OptionList.of(given);
}

/** What stands under a name of the configuration; undefined where it cannot be seen. */
function partOf(e: Evaluation, config: ObjectValue, name: "loss" | "metrics" | "optimizer", node: CallNode): Part | undefined {
    const field = config.fields.get(name);
    const value = field && !field.getter ? field.value : undefined;
    const place = field && placeOf(field, config.node ?? node);
    const entry = (option: string, one: Value, at: Place | undefined, key?: string): Entry => {
        const trial = e.options.overrides?.get(node)?.get(option);
        return { option, value: trial?.kind === "string" ? string(trial.value) : one, place: at, ...(key === undefined ? {} : { key }) };
    };
    switch (value?.kind) {
        case "string":
        case "function":
        case "builtin":
        case "library":
            return { form: "single", entries: [entry(name, value, place)], value, place };
        case "array": {
            const items = value.open ? undefined : iterate(e, value);
            return items && { form: "list", entries: items.map((item, index) => entry(`${name}[${index}]`, item, elementPlace(place, index))), value, place };
        }
        case "object":
            return value.open || value.class || value.proto
                ? undefined
                : { form: "map", entries: [...value.fields].flatMap(([key, one]) => entriesUnder(e, `${name}.${key}`, key, one, value.node ?? node, entry)), value, place };
        case "number":
        case "boolean":
            return name === "optimizer" ? { form: "single", entries: [], value, place } : undefined;
        default:
            return undefined;
    }
}

/** In a map a name may have a list of metrics. */
function entriesUnder(e: Evaluation, option: string, key: string, field: Field, holder: Node, entry: (option: string, value: Value, place: Place | undefined, key: string) => Entry): Entry[] {
    const place = placeOf(field, holder);
    const items = field.value.kind === "array" && !field.value.open ? iterate(e, field.value) : undefined;
    return items ? items.map((item, index) => entry(`${option}[${index}]`, item, elementPlace(place, index), key)) : [entry(option, field.value, place, key)];
}

function placeOf({ node }: Field, holder: Node): Place | undefined {
    return node?.type === "Property" ? { node: node.value, property: node, holder } : undefined;
}

/** An element of a list that is written out there. */
function elementPlace(place: Place | undefined, index: number): Place | undefined {
    const list = place?.node;
    const elements = list?.type === "ArrayExpression" && list.elements.every((element) => element !== null && element.type !== "SpreadElement") ? list.elements : [];
    const element = elements[index];
    return list && element ? { node: element, property: undefined, holder: list } : undefined;
}

function missing(config: ObjectValue): Fault[] {
    return config.open || config.class || config.proto ? [] : ["optimizer", "loss"].flatMap((option): Fault[] => (isAbsent(config, option) ? [{ kind: "option-missing", option, at: atCall }] : []));
}

/** What is under the name of no output is not looked at. */
function looked({ outputs, open }: ModelValue, { entries }: Part): Entry[] {
    return entries.filter(({ key }) => key === undefined || (!open && outputs.some((output) => output.producer?.target.name === key)));
}

/** What is certainly no instance of tf.Optimizer, nor a name for one. */
function checkOptimizer(part: Part | undefined): Fault[] {
    const { value } = part ?? {};
    const fault = (what: string): Fault[] => [{ kind: "no-optimizer", what, at: atOption("optimizer") }];
    switch (value?.kind) {
        case "string":
            return namesIn(part?.entries ?? [], "optimizer");
        case "library":
            return /^train\.\w+$/.test(value.path) ? fault("a function that is not called") : [];
        case "function":
        case "builtin":
            return fault("a function");
        case "number":
            return fault("a number");
        case "boolean":
            return fault("a boolean");
        case "array":
            return fault("an array");
        case "object":
            return value.frozen || value.layer || value.proto ? [] : fault("an object");
        default:
            return [];
    }
}

function namesIn(entries: readonly Entry[], what: Named): Fault[] {
    return entries.flatMap(({ option, value }): Fault[] => {
        if (value.kind === "string") {
            const { isKnown, means, near } = lookUp(what, value.value);
            return isKnown ? [] : [{ kind: "unknown-name", what, name: value.value, means, near, isExport: false, at: atOption(option) }];
        }
        const isMissing = value.kind === "library" && /^(?:losses|metrics)\.\w+$/.test(value.path) && !exported.has(value.path);
        return isMissing ? [{ kind: "unknown-name", what, name: value.path, means: undefined, near: undefined, isExport: true, at: atOption(option) }] : [];
    });
}

function checkLosses({ outputs }: ModelValue, losses: Part): Fault[] {
    if (outputs.length === 0) {
        return [];
    }
    if (losses.form === "list" && losses.entries.length !== outputs.length) {
        return [{ kind: "loss-count", count: losses.entries.length, outputs: outputs.length, at: losses.entries[0] ? atOption("loss[0]") : atCall }];
    }
    const strangers = losses.entries.filter(({ key }) => key !== undefined && outputs.every((output) => !mayBe(output, key)));
    if (strangers.length > 0) {
        return strangers.map(({ key = "", option }): Fault => ({ kind: "loss-output", name: key, outputs: namesOf(outputs), at: atOption(option) }));
    }
    return outputs.flatMap((output, index): Fault[] => {
        const entries = entriesFor(losses, output, index);
        const [entry] = entries ?? [];
        if (entries && (!entry || isNothing(entry.value))) {
            return [{ kind: "loss-missing", output: output.producer?.target.name ?? String(index + 1), at: atOption("loss") }];
        }
        const fault = entry?.value.kind === "string" && output.shape ? checkClasses(entry.value.value, output.shape, entry.option) : undefined;
        return fault ? [fault] : [];
    });
}

/** Whether each metric can be computed of the targets that the loss of its output demands. */
function checkMetrics({ outputs }: ModelValue, losses: readonly Measure[], metrics: Part): Fault[] {
    return outputs.flatMap((output, index): Fault[] => {
        const target = output.shape && targetFor(losses[index], output.shape);
        return (metrics.form === "map" ? (entriesFor(metrics, output, index) ?? []) : metrics.entries).flatMap(({ value, option }): Fault[] => {
            const metric = value.kind === "string" ? value.value : value.kind === "library" ? value.path : undefined;
            const isWrong = metric !== undefined && target && output.shape && !canCompute(metric, target, output.shape);
            return isWrong ? [{ kind: "metric-target", metric, target, output: output.shape, at: atOption(option) }] : [];
        });
    });
}

function targetFor(loss: Measure | undefined, output: Shape): Shape | undefined {
    switch (loss?.kind) {
        case "named":
            return targetShape(loss.name, output).shape;
        case "exported":
        case "function":
            return output;
        default:
            return undefined;
    }
}

/** For each output; undefined where one has no known name that a map could have. */
function metricsOf({ outputs }: ModelValue, metrics: Part): (readonly Measure[])[] | undefined {
    const lists = outputs.map((output, index) => (metrics.form === "map" ? entriesFor(metrics, output, index) : metrics.entries)?.map(({ value }) => measureOf(value)));
    const known = lists.filter((list) => list !== undefined);
    return known.length === lists.length ? known : undefined;
}

/** Whether the layer that makes an output may have this name. One that is given none is called after its class, with a number. */
export function mayBe({ producer }: SymbolicTensor, name: string): boolean {
    const target = producer?.target;
    if (target?.name !== undefined) {
        return target.name === name;
    }
    const isUnnamed = target?.kind === "layer" && target.given?.open === false && !target.given.options.has("name");
    return !isUnnamed || /\d$/.test(name);
}

/** In a map losses stand under the names of the layers that make the outputs; undefined where such a name is not known. */
function entriesFor({ form, entries }: Part, output: SymbolicTensor, index: number): readonly Entry[] | undefined {
    switch (form) {
        case "single":
            return entries.slice(0, 1);
        case "list":
            return entries.slice(index, index + 1);
        case "map": {
            const name = output.producer?.target.name;
            return name === undefined ? undefined : entries.filter(({ key }) => key === name);
        }
    }
}

function measureOf(value: Value | undefined): Measure {
    switch (value?.kind) {
        case "string":
            return { kind: "named", name: value.value };
        case "library":
            return { kind: "exported", path: value.path };
        case "function":
            return { kind: "function", value };
        default:
            return { kind: "unknown" };
    }
}

function advice(model: ModelValue, losses: Part | undefined, metrics: Part | undefined): Fault[] {
    return model.open || !model.confirmed ? [] : [...(losses ? activationAdvice(model, losses) : []), ...(metrics ? unmeasured(model, metrics) : [])];
}

/** tfjs-layers 4.22.0 src/engine/training.ts, collectMetrics: what stands under another name is never computed. */
function unmeasured({ outputs }: ModelValue, { entries }: Part): Fault[] {
    const strangers = entries.filter(({ key }) => key !== undefined && outputs.length > 0 && outputs.every((output) => !mayBe(output, key)));
    return strangers.map(({ key = "", option }): Fault => ({ kind: "metric-output", name: key, outputs: namesOf(outputs), at: atOption(option) }));
}

function namesOf(outputs: readonly SymbolicTensor[]): string[] {
    return outputs.flatMap((output) => output.producer?.target.name ?? []);
}

/** What the loss of each output makes of the activation that the output ends with. */
function activationAdvice(model: ModelValue, losses: Part): Fault[] {
    return model.outputs.flatMap((output, index): Fault[] => {
        const [entry] = entriesFor(losses, output, index) ?? [];
        const loss = entry?.value.kind === "string" ? camelCase(entry.value.value) : entry?.value.kind === "library" ? entry.value.path : undefined;
        const activation = lastActivation(output);
        const fault = entry && loss !== undefined && activation !== undefined && output.shape ? adviseOnLoss(loss, activation, output.shape, entry.option) : undefined;
        return fault ? [fault] : [];
    });
}

function camelCase(word: string): string {
    return word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Of the layer that made an output; within a nested model, of the one that made its output. */
function lastActivation({ producer, index }: SymbolicTensor): string | undefined {
    const target = producer?.target;
    if (target?.kind === "model") {
        const inner = target.open ? undefined : target.outputs[index];
        return inner && inner.producer !== producer ? lastActivation(inner) : undefined;
    }
    const layer = target?.applicable.layer;
    return layer && activationOf(layer);
}
