/** Sizes that are one of several, it is not known which: from where branches meet, each is a symbol of its own. */
import { symbol, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { lastOf } from "./gist.js";
import type { State, Thing } from "./states.js";
import { isNumeric, namedNumber, nameFor, nameParts, parameter } from "./making.js";
import type { Field, ModelValue, SymbolicTensor, Value } from "./values.js";

/** After `if (big) units = 64;`, units is not known, but it is the same wherever it is read until it is set again. */
export function nameChoices(thing: Thing, joined: State, states: readonly State[]): State {
    switch (joined.kind) {
        case "cell": {
            const values = states.map((state) => (state.kind === "cell" ? state.value : undefined));
            const value = thing.kind === "cell" && joined.value ? choice(thing.name, joined.value, values) : undefined;
            return value ? { kind: "cell", value } : joined;
        }
        case "object":
            return nameFields(joined, states);
        case "array": {
            const last = joined.gist?.last && choice("last", joined.gist.last, states.map((state) => (state.kind === "array" ? lastOf(state) : undefined)));
            return last ? { ...joined, gist: { each: joined.gist?.each, last } } : joined;
        }
        case "model":
            // A model that is empty on one side has what it has on the others, or nothing is added to it.
            return { ...joined, outputs: nameOutputs(joined.outputs, states.flatMap((state) => (state.kind === "model" && state.outputs.length > 0 ? [state.outputs] : []))) };
        default:
            return joined;
    }
}

function nameFields(joined: State & { kind: "object" }, states: readonly State[]): State {
    let fields: Map<string, Field> | undefined;
    for (const [name, field] of joined.fields) {
        if (!field.getter) {
            const values = states.map((state) => (state.kind === "object" ? state.fields.get(name)?.value : undefined));
            const value = choice(name, field.value, values);
            if (value) {
                fields ??= new Map(joined.fields);
                fields.set(name, { value, node: undefined });
            }
        }
    }
    return fields ? { ...joined, fields } : joined;
}

/** Undefined where nothing is to be named: one of them is no number, and none that a caller passes. */
function choice(name: string, joined: Value, values: readonly (Value | undefined)[]): Value | undefined {
    switch (joined.kind) {
        case "unknown":
            return joined.isNumber && values.every(isNumeric) ? namedNumber(name) : values.every((value) => value?.kind === "number" || value?.kind === "size" || value?.kind === "parameter") ? parameter(name) : undefined;
        case "array":
        case "object":
            nameParts(joined, name);
            return undefined;
        case "symbolic":
            return nameSizes(name, joined, values);
        default:
            return undefined;
    }
}

function nameOutputs(joined: ModelValue["outputs"], states: readonly ModelValue["outputs"][]): ModelValue["outputs"] {
    return joined.map((output, index) => nameSizes("output", output, states.map((outputs) => outputs[index])) ?? output);
}

/** A tensor that is one of several has the sizes of that one. Where one of them may be null, that is no size. */
function nameSizes(name: string, joined: SymbolicTensor, values: readonly (Value | undefined)[]): SymbolicTensor | undefined {
    const { shape } = joined;
    const shapes = values.map((value) => (value?.kind === "symbolic" ? value.shape : undefined));
    const isSized = (dim: Dim, axis: number): boolean => dim.kind === "unknown" && shapes.every((one) => one && isSize(one[axis]));
    if (!shape?.some(isSized)) {
        return undefined;
    }
    return { ...joined, shape: nameUnknown(name, shape, isSized) };
}

function isSize(dim: Dim | undefined): boolean {
    return dim?.kind === "constant" || dim?.kind === "expression";
}

function nameUnknown(name: string, shape: Shape, isNamed: (dim: Dim, axis: number) => boolean): Shape {
    return shape.map((dim, axis) => (isNamed(dim, axis) ? symbol(`${name}.shape[${axis}]`) : dim));
}

/**
 * At the beginning of a turn that stands for all turns: what the turns before have left is not known, but it is the same
 * throughout this one.
 */
export function nameCarried(thing: Thing, state: State): State {
    switch (state.kind) {
        case "cell": {
            const value = thing.kind === "cell" && state.value ? carried(thing.name, state.value) : state.value;
            return value === state.value ? state : { kind: "cell", value };
        }
        case "object": {
            let fields: Map<string, Field> | undefined;
            for (const [name, field] of state.fields) {
                const value = field.getter ? field.value : carried(name, field.value);
                if (value !== field.value) {
                    fields ??= new Map(state.fields);
                    fields.set(name, { value, node: undefined });
                }
            }
            return fields ? { ...state, fields } : state;
        }
        case "array":
            return state.gist?.last ? { ...state, gist: { ...state.gist, last: carried("last", state.gist.last) } } : state;
        case "model":
            return { ...state, outputs: state.outputs.map((output) => carriedSizes("output", output)) };
        default:
            return state;
    }
}

function carried(name: string, value: Value): Value {
    switch (value.kind) {
        case "unknown":
            return nameFor(value, name);
        case "symbolic":
            return carriedSizes(name, value);
        case "maybe":
            return { kind: "maybe", value: carried(name, value.value) };
        default:
            return value;
    }
}

function carriedSizes(name: string, tensor: SymbolicTensor): SymbolicTensor {
    const isNamed = (dim: Dim, axis: number): boolean => axis > 0 && dim.kind === "unknown";
    return tensor.shape?.some(isNamed) ? { ...tensor, shape: nameUnknown(name, tensor.shape, isNamed) } : tensor;
}
