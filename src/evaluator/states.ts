/** The states of what a program changes: taken down, put back, joined and compared. */
import type { Openness } from "../catalogue/datum.js";
import { isSameGist, joinGists } from "./gist.js";
import { join, joinProperties, lost, type Lose } from "./join.js";
import { symbolic, unknown } from "./making.js";
import { isSameShape, isSameValue } from "./same.js";
import type { ArrayValue, Born, Compilation, Field, Gist, LayerValue, MapValue, Measure, ModelValue, ObjectValue, Parameter, Seen, SymbolicTensor, Value } from "./values.js";

/** A variable. `value` undefined: declared but not yet initialised. */
export interface Cell extends Born {
    readonly kind: "cell";
    readonly name: string;
    value: Value | undefined;
    /** The one that was declared after it in its scope. */
    next: Cell | undefined;
}

export type Thing = Cell | ArrayValue | ObjectValue | MapValue | Parameter | LayerValue | ModelValue;

export type State =
    | { readonly kind: "cell"; readonly value: Value | undefined }
    | { readonly kind: "array"; readonly items: Value[]; readonly open: boolean; readonly length: number | undefined; readonly seen: Seen | undefined; readonly gist: Gist | undefined }
    | { readonly kind: "object"; readonly fields: Map<string, Field>; readonly open: Openness; readonly layer: ObjectValue["layer"]; readonly seen: Seen | undefined; readonly thing: ObjectValue }
    | { readonly kind: "map"; readonly entries: MapValue["entries"]; readonly open: boolean }
    | { readonly kind: "parameter"; readonly written: Map<string, Value>; readonly proved: Parameter["proved"] }
    | { readonly kind: "layer"; readonly applications: LayerValue["applications"]; readonly name: LayerValue["name"]; readonly renamed: LayerValue["renamed"]; readonly frozen: LayerValue["frozen"] }
    | {
          readonly kind: "model";
          readonly layers: ModelValue["layers"];
          readonly inputs: ModelValue["inputs"];
          readonly outputs: ModelValue["outputs"];
          readonly open: boolean;
          readonly applications: ModelValue["applications"];
          readonly compiled: ModelValue["compiled"];
          readonly frozen: ModelValue["frozen"];
          readonly inner: ModelValue["inner"];
      };

/** What it holds is not copied: the thing itself has to be, before it is changed (`unshare`). */
export function capture(thing: Thing): State {
    switch (thing.kind) {
        case "cell":
            return { kind: "cell", value: thing.value };
        case "array":
            thing.isShared = true;
            return { kind: "array", items: thing.items, open: thing.open, length: thing.length, seen: thing.seen, gist: thing.gist };
        case "object":
            thing.isShared = true;
            return { kind: "object", fields: thing.fields, open: thing.open, layer: thing.layer, seen: thing.seen, thing };
        case "map":
            thing.isShared = true;
            return { kind: "map", entries: thing.entries, open: thing.open };
        case "parameter":
            return { kind: "parameter", written: new Map(thing.written), proved: thing.proved };
        case "layer":
            return { kind: "layer", applications: thing.applications.slice(), name: thing.name, renamed: thing.renamed, frozen: thing.frozen };
        case "model":
            return {
                kind: "model",
                layers: thing.layers.slice(),
                inputs: thing.inputs,
                outputs: thing.outputs,
                open: thing.open,
                applications: thing.applications.slice(),
                compiled: thing.compiled,
                frozen: thing.frozen,
                inner: thing.inner,
            };
    }
}

/** A state always goes back to the thing it was captured from, so the kinds agree. */
export function restore(thing: Thing, state: State): void {
    if (thing.kind === "cell" && state.kind === "cell") {
        thing.value = state.value;
    } else if (thing.kind === "array" && state.kind === "array") {
        thing.items = state.items;
        thing.isShared = true;
        thing.open = state.open;
        thing.length = state.length;
        thing.seen = state.seen;
        if (state.gist ?? thing.gist) {
            thing.gist = state.gist;
        }
    } else if (thing.kind === "object" && state.kind === "object") {
        thing.fields = state.fields;
        thing.isShared = true;
        thing.open = state.open;
        thing.layer = state.layer;
        thing.seen = state.seen;
    } else if (thing.kind === "map" && state.kind === "map") {
        thing.entries = state.entries;
        thing.isShared = true;
        thing.open = state.open;
    } else if (thing.kind === "parameter" && state.kind === "parameter") {
        thing.written = new Map(state.written);
        thing.proved = state.proved;
    } else if (thing.kind === "layer" && state.kind === "layer") {
        thing.applications = state.applications.slice();
        thing.frozen = state.frozen;
        if (thing.renamed !== state.renamed) {
            thing.name = state.name;
            thing.renamed = state.renamed;
        }
    } else if (thing.kind === "model" && state.kind === "model") {
        thing.layers = state.layers.slice();
        thing.inputs = state.inputs;
        thing.outputs = state.outputs;
        thing.open = state.open;
        thing.applications = state.applications.slice();
        thing.compiled = state.compiled;
        thing.frozen = state.frozen;
        thing.inner = state.inner;
    }
}

export function joinStates(a: State, b: State, lose: Lose): State {
    if (a.kind === "cell" && b.kind === "cell") {
        // A variable that one side has not initialised: using it there throws.
        return { kind: "cell", value: a.value && b.value ? join(a.value, b.value, lose) : (a.value ?? b.value) };
    }
    if (a.kind === "array" && b.kind === "array") {
        return joinArrays(a, b, lose);
    }
    if (a.kind === "object" && b.kind === "object") {
        return joinObjects(a, b, lose);
    }
    if (a.kind === "map" && b.kind === "map") {
        const same = !a.open && !b.open && a.entries.size === b.entries.size && [...a.entries].every(([key, entry]) => b.entries.get(key)?.value === entry.value);
        if (same) {
            return a;
        }
        for (const { key, value } of [...a.entries.values(), ...b.entries.values()]) {
            lose(key);
            lose(value);
        }
        return { kind: "map", entries: new Map(), open: true };
    }
    if (a.kind === "parameter" && b.kind === "parameter") {
        const written = new Map<string, Value>();
        for (const name of new Set([...a.written.keys(), ...b.written.keys()])) {
            const one = a.written.get(name);
            const other = b.written.get(name);
            written.set(name, one && other ? join(one, other, lose) : lost(one ?? other, lose));
        }
        return { kind: "parameter", written, proved: isSameShape(a.proved, b.proved) ? a.proved : undefined };
    }
    if (a.kind === "layer" && b.kind === "layer") {
        const { applications } = a.applications.length >= b.applications.length ? a : b;
        const frozen = a.frozen === b.frozen ? a.frozen : undefined;
        return a.renamed === b.renamed ? { ...a, applications, frozen } : { kind: "layer", applications, name: undefined, renamed: null, frozen };
    }
    if (a.kind === "model" && b.kind === "model") {
        return joinModels(a, b, lose);
    }
    return a;
}

function joinArrays(a: State & { kind: "array" }, b: State & { kind: "array" }, lose: Lose): State {
    if (!a.open && !b.open && a.items.length === b.items.length) {
        return { kind: "array", items: a.items.map((item, i) => join(item, b.items[i] ?? unknown, lose)), open: false, length: undefined, seen: undefined, gist: undefined };
    }
    const gist = joinGists(a, b, lose);
    for (const item of [...a.items, ...b.items]) {
        lose(item);
    }
    const length = lengthOf(a);
    return { kind: "array", items: [], open: true, length: length === lengthOf(b) ? length : undefined, seen: a.seen === b.seen ? a.seen : undefined, gist };
}

/** What nobody has looked at yet has nothing to compare. */
function sameSeen(a: Seen | undefined, b: Seen | undefined, sameValue: SameValue): boolean {
    return a === b || (sameValue !== isSameValue && a !== undefined && b !== undefined);
}

function lengthOf(state: State & { kind: "array" }): number | undefined {
    return state.open ? state.length : state.items.length;
}

function joinObjects(a: State & { kind: "object" }, b: State & { kind: "object" }, lose: Lose): State {
    const { fields, open } = joinProperties(a, b, a.thing, lose);
    return { kind: "object", fields, open, layer: a.layer === b.layer ? a.layer : undefined, seen: a.seen === b.seen ? withoutChanged(a.seen, fields) : undefined, thing: a.thing };
}

/** What was read of it before one of the two sides put something else there, is not what is there now. */
function withoutChanged(seen: Seen | undefined, fields: ReadonlyMap<string, Field>): Seen | undefined {
    if (!seen || ![...seen.keys()].some((name) => fields.get(name)?.value.kind === "unknown")) {
        return seen;
    }
    return new Map([...seen].filter(([name]) => fields.get(name)?.value.kind !== "unknown"));
}

function joinModels(a: State & { kind: "model" }, b: State & { kind: "model" }, lose: Lose): State {
    const sameLayers = a.layers.length === b.layers.length && a.layers.every((layer, i) => layer === b.layers[i]);
    // Where it is perhaps empty, what is added next is perhaps the first layer.
    const layers = sameLayers || a.layers.length <= b.layers.length ? a.layers : b.layers;
    return { ...a, layers, outputs: joinOutputs(a, b, lose), open: a.open || b.open || !sameLayers, compiled: joinCompiled(a.compiled, b.compiled), frozen: a.frozen === b.frozen ? a.frozen : undefined, inner: a.inner === b.inner ? a.inner : "unknown" };
}

function joinOutputs(a: State & { kind: "model" }, b: State & { kind: "model" }, lose: Lose): readonly SymbolicTensor[] {
    if (a.outputs.length === b.outputs.length) {
        return a.outputs.map((output, i): SymbolicTensor => {
            const joined = join(output, b.outputs[i] ?? unknown, lose);
            return joined.kind === "symbolic" ? joined : unknownOutput;
        });
    }
    const [empty, other] = a.outputs.length === 0 ? [a, b] : [b, a];
    return empty.outputs.length > 0 ? [] : other.outputs.map(({ shape }): SymbolicTensor => (empty.open ? unknownOutput : { ...unknownOutput, shape }));
}

const unknownOutput = symbolic(undefined);

function joinCompiled(a: Compilation, b: Compilation): Compilation {
    if (sameCompiled(a, b)) {
        return a;
    }
    if (a.kind !== "known" || b.kind !== "known" || a.losses.length !== b.losses.length) {
        return { kind: "unknown" };
    }
    const losses = a.losses.map((loss, i): Measure => (sameMeasure(loss, b.losses[i]) ? loss : { kind: "unknown" }));
    return { kind: "known", losses, metrics: sameMetrics(a.metrics, b.metrics) ? a.metrics : undefined, frozen: a.frozen && b.frozen };
}

function sameCompiled(a: Compilation, b: Compilation): boolean {
    if (a === b || a.kind !== "known" || b.kind !== "known") {
        return a.kind === b.kind;
    }
    return sameMeasures(a.losses, b.losses) && sameMetrics(a.metrics, b.metrics) && a.frozen === b.frozen;
}

function sameMetrics(a: readonly (readonly Measure[])[] | undefined, b: readonly (readonly Measure[])[] | undefined): boolean {
    return a && b ? a.length === b.length && a.every((metrics, i) => sameMeasures(metrics, b[i] ?? [])) : a === b;
}

function sameMeasures(a: readonly Measure[], b: readonly Measure[]): boolean {
    return a.length === b.length && a.every((measure, i) => sameMeasure(measure, b[i]));
}

function sameMeasure(a: Measure, b: Measure | undefined): boolean {
    switch (a.kind) {
        case "named":
            return b?.kind === "named" && a.name === b.name;
        case "exported":
            return b?.kind === "exported" && a.path === b.path;
        case "function":
            return b?.kind === "function" && a.value === b.value;
        case "unknown":
            return b?.kind === "unknown";
    }
}

export type SameValue = (a: Value | undefined, b: Value | undefined) => boolean;

export function sameState(a: State, b: State, sameValue: SameValue = isSameValue): boolean {
    switch (a.kind) {
        case "cell":
            return b.kind === "cell" && sameValue(a.value, b.value);
        case "array":
            return (
                b.kind === "array" &&
                a.open === b.open &&
                a.length === b.length &&
                sameSeen(a.seen, b.seen, sameValue) &&
                isSameGist(a.gist, b.gist, sameValue) &&
                a.items.length === b.items.length &&
                a.items.every((item, i) => sameValue(item, b.items[i]))
            );
        case "object":
            return (
                b.kind === "object" &&
                a.open === b.open &&
                a.layer === b.layer &&
                sameSeen(a.seen, b.seen, sameValue) &&
                a.fields.size === b.fields.size &&
                [...a.fields].every(([name, field]) => sameField(field, b.fields.get(name), sameValue))
            );
        case "map":
            return (
                b.kind === "map" &&
                a.open === b.open &&
                a.entries.size === b.entries.size &&
                [...a.entries].every(([key, entry]) => sameValue(entry.value, b.entries.get(key)?.value))
            );
        case "parameter":
            return b.kind === "parameter" && isSameShape(a.proved, b.proved) && a.written.size === b.written.size && [...a.written].every(([name, value]) => sameValue(value, b.written.get(name)));
        case "layer":
            return b.kind === "layer" && a.applications.length === b.applications.length && a.renamed === b.renamed && a.frozen === b.frozen;
        case "model":
            return (
                b.kind === "model" &&
                a.open === b.open &&
                a.layers.length === b.layers.length &&
                a.applications.length === b.applications.length &&
                sameCompiled(a.compiled, b.compiled) &&
                a.frozen === b.frozen &&
                a.inner === b.inner &&
                a.outputs.length === b.outputs.length &&
                a.outputs.every((output, i) => sameValue(output, b.outputs[i]))
            );
    }
}

function sameField(a: Field, b: Field | undefined, sameValue: SameValue): boolean {
    return b !== undefined && a.getter === b.getter && a.setter === b.setter && sameValue(a.value, b.value);
}
