/**
 * Changes to variables and objects, kept so that they can be undone. Where a condition is not known, both sides are run:
 * the first is rolled back, the second starts from the same state, and what the two left behind is joined. The same
 * mechanism runs loops whose bounds are unknown, and callbacks that may or may not be called.
 */
import { identical } from "../shapes/dim.js";
import { unknown as unknownDim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import {
    array,
    unknown,
    type ArrayValue,
    type Field,
    type LayerValue,
    type MapValue,
    type ModelValue,
    type ObjectValue,
    type Value,
} from "./values.js";

/** A variable. `value` undefined: declared but not yet initialised. */
export interface Cell {
    readonly kind: "cell";
    value: Value | undefined;
}

type Thing = Cell | ArrayValue | ObjectValue | MapValue | LayerValue | ModelValue;

type State =
    | { readonly kind: "cell"; readonly value: Value | undefined }
    | { readonly kind: "array"; readonly items: Value[]; readonly open: boolean; readonly length: number | undefined }
    | { readonly kind: "object"; readonly fields: Map<string, Field>; readonly open: boolean; readonly layer: LayerValue | undefined }
    | { readonly kind: "map"; readonly entries: MapValue["entries"]; readonly open: boolean }
    | { readonly kind: "layer"; readonly applications: LayerValue["applications"] }
    | {
          readonly kind: "model";
          readonly layers: ModelValue["layers"];
          readonly inputs: ModelValue["inputs"];
          readonly outputs: ModelValue["outputs"];
          readonly open: boolean;
          readonly applications: ModelValue["applications"];
      };

/** What a branch left behind: for each thing it changed, its state before and after. */
export type Changes = ReadonlyMap<Thing, { readonly before: State; readonly after: State }>;

export class Heap {
    /** States before the first change, one map for each open branch, innermost last. */
    private readonly journals: Map<Thing, State>[] = [];

    /** What a branch had changed when it was given up. */
    abandoned: Changes = new Map();

    /** To be called before a thing is changed. */
    touch(thing: Thing): void {
        const journal = this.journals.at(-1);
        if (journal && !journal.has(thing)) {
            journal.set(thing, capture(thing));
        }
    }

    set(cell: Cell, value: Value): void {
        this.touch(cell);
        cell.value = value;
    }

    /** Makes everything in the value unknown: something unseen may have changed it. */
    forget(value: Value, seen = new Set<Value>()): void {
        if (seen.has(value) || seen.size > 1000) {
            return;
        }
        switch (value.kind) {
            case "array":
                seen.add(value);
                value.items.forEach((item) => {
                    this.forget(item, seen);
                });
                this.touch(value);
                value.items = [];
                value.open = true;
                value.length = undefined;
                break;
            case "object":
                seen.add(value);
                if (value.frozen) {
                    break;
                }
                for (const field of value.fields.values()) {
                    this.forget(field.value, seen);
                }
                this.touch(value);
                value.fields = new Map();
                value.open = true;
                break;
            case "map":
                this.touch(value);
                value.entries = new Map();
                value.open = true;
                break;
            case "model":
                this.touch(value);
                value.open = true;
                if (value.sequential) {
                    value.outputs = value.outputs.map((output) => ({ ...output, shape: undefined, producer: undefined }));
                }
                break;
            case "parameter": {
                // Sizes of a tensor never change; other properties may.
                const shape = value.fields.get("shape");
                value.fields.clear();
                if (shape) {
                    value.fields.set("shape", shape);
                }
                break;
            }
            default:
                break;
        }
    }

    /** Runs `body`, then undoes what it changed. */
    branch<T>(body: () => T): { readonly result: T; readonly changes: Changes } {
        this.mark();
        let result: T;
        try {
            result = body();
        } catch (error) {
            this.abandoned = this.unwind();
            throw error;
        }
        return { result, changes: this.unwind() };
    }

    /** Begins to note changes; `unwind` undoes them. */
    mark(): void {
        this.journals.push(new Map());
    }

    /** Undoes and tells what changed since the last `mark`. */
    unwind(): Changes {
        const journal = this.journals.pop() ?? new Map<Thing, State>();
        const changes = new Map<Thing, { before: State; after: State }>();
        journal.forEach((before, thing) => {
            changes.set(thing, { before, after: capture(thing) });
            restore(thing, before);
        });
        return changes;
    }

    /** Changes made from the present state, told from the state at the last `mark` or branch. */
    compose(later: Changes): Changes {
        const changes = new Map<Thing, { before: State; after: State }>();
        this.journals.at(-1)?.forEach((before, thing) => {
            changes.set(thing, { before, after: capture(thing) });
        });
        later.forEach(({ before, after }, thing) => {
            changes.set(thing, { before: changes.get(thing)?.before ?? before, after });
        });
        return changes;
    }

    /** Forgets whatever these changes touched: a loop that does not settle. */
    forgetChanged(changes: Changes): void {
        for (const thing of changes.keys()) {
            if (thing.kind === "cell") {
                this.set(thing, unknown);
            } else {
                this.forget(thing);
            }
        }
    }

    /** Makes the changes of a branch that was taken after all. */
    apply(changes: Changes): void {
        changes.forEach(({ after }, thing) => {
            this.touch(thing);
            restore(thing, after);
        });
    }

    /**
     * Joins the outcomes of branches that started from the present state, of which one was taken. True when anything
     * now differs from before.
     */
    join(outcomes: readonly Changes[]): boolean {
        const things = new Set<Thing>();
        for (const changes of outcomes) {
            for (const thing of changes.keys()) {
                things.add(thing);
            }
        }
        let changed = false;
        for (const thing of things) {
            const before = capture(thing);
            const states = outcomes.map((changes) => changes.get(thing)?.after ?? before);
            const joined = states.reduce(joinStates);
            if (!sameState(before, joined)) {
                changed = true;
                this.touch(thing);
                restore(thing, joined);
            }
        }
        return changed;
    }
}

function capture(thing: Thing): State {
    switch (thing.kind) {
        case "cell":
            return { kind: "cell", value: thing.value };
        case "array":
            return { kind: "array", items: thing.items.slice(), open: thing.open, length: thing.length };
        case "object":
            return { kind: "object", fields: new Map(thing.fields), open: thing.open, layer: thing.layer };
        case "map":
            return { kind: "map", entries: new Map(thing.entries), open: thing.open };
        case "layer":
            return { kind: "layer", applications: thing.applications.slice() };
        case "model":
            return {
                kind: "model",
                layers: thing.layers.slice(),
                inputs: thing.inputs,
                outputs: thing.outputs,
                open: thing.open,
                applications: thing.applications.slice(),
            };
    }
}

/** A state always goes back to the thing it was captured from, so the kinds agree. */
function restore(thing: Thing, state: State): void {
    if (thing.kind === "cell" && state.kind === "cell") {
        thing.value = state.value;
    } else if (thing.kind === "array" && state.kind === "array") {
        thing.items = state.items.slice();
        thing.open = state.open;
        thing.length = state.length;
    } else if (thing.kind === "object" && state.kind === "object") {
        thing.fields = new Map(state.fields);
        thing.open = state.open;
        thing.layer = state.layer;
    } else if (thing.kind === "map" && state.kind === "map") {
        thing.entries = new Map(state.entries);
        thing.open = state.open;
    } else if (thing.kind === "layer" && state.kind === "layer") {
        thing.applications = state.applications.slice();
    } else if (thing.kind === "model" && state.kind === "model") {
        thing.layers = state.layers.slice();
        thing.inputs = state.inputs;
        thing.outputs = state.outputs;
        thing.open = state.open;
        thing.applications = state.applications.slice();
    }
}

function joinStates(a: State, b: State): State {
    if (a.kind === "cell" && b.kind === "cell") {
        return { kind: "cell", value: a.value && b.value ? join(a.value, b.value) : unknown };
    }
    if (a.kind === "array" && b.kind === "array") {
        if (a.open || b.open || a.items.length !== b.items.length) {
            const length = lengthOf(a) === lengthOf(b) ? lengthOf(a) : undefined;
            return { kind: "array", items: [], open: true, length };
        }
        return { kind: "array", items: a.items.map((item, i) => join(item, b.items[i] ?? unknown)), open: false, length: undefined };
    }
    if (a.kind === "object" && b.kind === "object") {
        const fields = new Map<string, Field>();
        let open = a.open || b.open;
        for (const name of new Set([...a.fields.keys(), ...b.fields.keys()])) {
            const one = a.fields.get(name);
            const other = b.fields.get(name);
            if (one && other) {
                fields.set(name, one === other ? one : { value: join(one.value, other.value), node: one.node === other.node ? one.node : undefined });
            } else {
                // Present on one side only: reading it gives something unknown.
                fields.set(name, { value: unknown, node: undefined });
                open = true;
            }
        }
        return { kind: "object", fields, open, layer: a.layer === b.layer ? a.layer : undefined };
    }
    if (a.kind === "map" && b.kind === "map") {
        const same = !a.open && !b.open && a.entries.size === b.entries.size && [...a.entries].every(([key, entry]) => b.entries.get(key)?.value === entry.value);
        return same ? a : { kind: "map", entries: new Map(), open: true };
    }
    if (a.kind === "layer" && b.kind === "layer") {
        return a.applications.length >= b.applications.length ? a : b;
    }
    if (a.kind === "model" && b.kind === "model") {
        const sameLayers = a.layers.length === b.layers.length && a.layers.every((layer, i) => layer === b.layers[i]);
        const outputs =
            a.outputs.length === b.outputs.length
                ? a.outputs.map((output, i) => {
                      const joined = join(output, b.outputs[i] ?? unknown);
                      return joined.kind === "symbolic" ? joined : { ...output, shape: undefined, producer: undefined };
                  })
                : [];
        return { ...a, outputs, open: a.open || b.open || !sameLayers };
    }
    return a;
}

function lengthOf(state: State & { kind: "array" }): number | undefined {
    return state.open ? state.length : state.items.length;
}

function sameState(a: State, b: State): boolean {
    switch (a.kind) {
        case "cell":
            return b.kind === "cell" && sameValue(a.value, b.value);
        case "array":
            return (
                b.kind === "array" &&
                a.open === b.open &&
                a.length === b.length &&
                a.items.length === b.items.length &&
                a.items.every((item, i) => sameValue(item, b.items[i]))
            );
        case "object":
            return (
                b.kind === "object" &&
                a.open === b.open &&
                a.layer === b.layer &&
                a.fields.size === b.fields.size &&
                [...a.fields].every(([name, field]) => sameValue(field.value, b.fields.get(name)?.value))
            );
        case "map":
            return (
                b.kind === "map" &&
                a.open === b.open &&
                a.entries.size === b.entries.size &&
                [...a.entries].every(([key, entry]) => sameValue(entry.value, b.entries.get(key)?.value))
            );
        case "layer":
            return b.kind === "layer" && a.applications.length === b.applications.length;
        case "model":
            return b.kind === "model" && a.open === b.open && a.layers.length === b.layers.length && a.outputs === b.outputs;
    }
}

function sameValue(a: Value | undefined, b: Value | undefined): boolean {
    return a === b || (a !== undefined && b !== undefined && join(a, b) === a && join(b, a) === b);
}

/** What is known of a value that is one of two. */
export function join(a: Value, b: Value): Value {
    if (a === b) {
        return a;
    }
    switch (a.kind) {
        case "number":
            return b.kind === "number" && Object.is(a.value, b.value) ? a : unknown;
        case "string":
        case "boolean":
            return b.kind === a.kind && a.value === b.value ? a : unknown;
        case "undefined":
        case "null":
            return b.kind === a.kind ? a : unknown;
        case "size":
            return b.kind === "size" && identical(a.dim, b.dim) ? a : unknown;
        case "library":
            return b.kind === "library" && a.path === b.path ? a : unknown;
        case "keras":
            return b.kind === "keras" && a.name === b.name ? a : unknown;
        case "tensor":
            return b.kind === "tensor" ? joinTensors(a, b) : unknown;
        case "symbolic":
            if (b.kind !== "symbolic") {
                return unknown;
            }
            return a.producer === b.producer && a.index === b.index && a.shape === b.shape
                ? a
                : { kind: "symbolic", shape: joinShapes(a.shape, b.shape), producer: undefined, index: 0 };
        case "array":
            return b.kind === "array" && !a.open && !b.open && a.items.length === b.items.length && a.items.length <= 64
                ? array(a.items.map((item, i) => join(item, b.items[i] ?? unknown)))
                : unknown;
        case "promise":
            return b.kind === "promise" ? { kind: "promise", value: join(a.value, b.value) } : unknown;
        default:
            return unknown;
    }
}

function joinTensors(a: Value & { kind: "tensor" }, b: Value & { kind: "tensor" }): Value {
    const shape = joinShapes(a.shape, b.shape);
    return shape === a.shape ? a : { kind: "tensor", shape };
}

export function joinShapes(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
    if (a === b) {
        return a;
    }
    if (!a || a.length !== b?.length) {
        return undefined;
    }
    const joined = a.map((dim, i) => identical(dim, b[i] ?? unknownDim) ? dim : unknownDim);
    return joined.every((dim, i) => dim === a[i]) ? a : joined;
}
