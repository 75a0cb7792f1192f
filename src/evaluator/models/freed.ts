/**
 * Tensors that a model frees while it predicts, and reads again. tfjs-layers 4.22.0 src/engine/executor.ts, execute: a tensor is
 * freed when all steps that read it have run. Each is counted once, but struck off once for every time that it reads it.
 */
import { atCall } from "../../catalogue/fault.js";
import type { Step } from "./execution-order.js";
import type { HandedFault } from "./execution.js";
import type { Application, ModelValue, SymbolicTensor } from "../values.js";

interface Readers {
    left: number;
    /** The step that read it last. */
    freedBy: Application | undefined;
}

/** By what made it, and as which of its outputs. */
type AllReaders = Map<Application, Map<number, Readers>>;

/** Undefined where no layer reads a tensor twice: then all goes well. Outputs are kept, and what a stateful layer makes. */
export function readersOf({ outputs }: ModelValue, steps: readonly Step[]): AllReaders | undefined {
    if (!steps.some(({ inputs }) => inputs.some((input, index) => isAmong(input, inputs.slice(0, index))))) {
        return undefined;
    }
    const all: AllReaders = new Map();
    for (const { inputs } of steps) {
        for (const [index, input] of inputs.entries()) {
            const { producer } = input;
            if (producer && producer.inputs.length > 0 && !isAmong(input, inputs.slice(0, index)) && !isAmong(input, outputs) && !isStateful(producer)) {
                count(all, producer, input.index);
            }
        }
    }
    return all;
}

function count(all: AllReaders, producer: Application, index: number): void {
    const readers = all.get(producer) ?? new Map<number, Readers>();
    all.set(producer, readers);
    readers.set(index, { left: (readers.get(index)?.left ?? 0) + 1, freedBy: undefined });
}

export function isAmong({ producer, index }: SymbolicTensor, others: readonly SymbolicTensor[]): boolean {
    return producer !== undefined && others.some((other) => other.producer === producer && other.index === index);
}

function isStateful({ target }: Application): boolean {
    return target.kind === "layer" && (target.applicable.layer?.values["stateful"] ?? false) !== false;
}

/** Strikes off a step; a fault where it reads what is gone. */
export function readAgain(all: AllReaders, application: Application, inputs: readonly SymbolicTensor[]): HandedFault | undefined {
    const { target } = application;
    const found = inputs.map(({ producer, index }) => producer && all.get(producer)?.get(index));
    const gone = found.findIndex((readers) => readers?.freedBy);
    const by = found[gone]?.freedBy?.target;
    const source = inputs[gone]?.producer?.target;
    if (by?.kind === "layer" && source?.kind === "layer" && target.kind === "layer") {
        const what = `reading what \`${source.type}\` makes once more: \`${by.type}\` got it twice, and predict frees it there`;
        return { fault: { kind: "unsupported", what, when: "run", at: atCall }, layer: target };
    }
    for (const readers of found) {
        if (readers) {
            readers.left--;
            readers.freedBy = readers.left === 0 ? application : readers.freedBy;
        }
    }
    return undefined;
}
