/** The order in which the layers of a model run. tfjs-layers 4.22.0 src/engine/executor.ts, getTopologicalSortAndRecipientCounts. */
import type { Application, ModelValue, SymbolicTensor } from "../values.js";

export interface Step {
    readonly application: Application;
    readonly inputs: readonly SymbolicTensor[];
}

/** One step for each tensor that is needed, even of those that one layer makes together; the last input's branch comes first. */
export function stepsOf(model: ModelValue): readonly Step[] {
    const steps: Step[] = [];
    const firsts = firstModels(model);
    const done = new Map<Application, Set<number>>();
    const isDone = ({ producer, index }: SymbolicTensor): boolean => !producer || producer.inputs.length === 0 || done.get(producer)?.has(index) === true;
    const finish = ({ producer, index }: SymbolicTensor): void => {
        if (producer) {
            done.set(producer, (done.get(producer) ?? new Set<number>()).add(index));
        }
    };
    model.inputs.forEach(finish);
    const waiting: { readonly tensor: SymbolicTensor; readonly inputs: readonly SymbolicTensor[]; isOpen: boolean }[] = [];
    const wait = (tensor: SymbolicTensor): void => {
        waiting.push({ tensor, inputs: tensor.producer?.inputs.map((input) => within(firsts, input)) ?? [], isOpen: false });
    };
    for (const output of model.outputs) {
        wait(within(firsts, output));
        for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
            const { tensor, inputs } = top;
            const { producer } = tensor;
            if (top.isOpen || !producer || isDone(tensor)) {
                waiting.pop();
                if (producer && !isDone(tensor)) {
                    steps.push({ application: producer, inputs });
                    finish(tensor);
                }
                continue;
            }
            top.isOpen = true;
            for (const input of inputs) {
                if (!isDone(input)) {
                    wait(input);
                }
            }
        }
    }
    return steps;
}

/** Models that come first in sequential ones become part of those: src/models.ts, Sequential.add. */
function firstModels(model: ModelValue): readonly ModelValue[] {
    const found: ModelValue[] = [];
    for (let at = model; at.sequential; ) {
        const [first] = at.layers;
        if (first?.kind !== "model") {
            break;
        }
        found.push(first);
        at = first;
    }
    return found;
}

function within(firsts: readonly ModelValue[], tensor: SymbolicTensor): SymbolicTensor {
    let at = tensor;
    for (const first of firsts) {
        const [output] = at.producer?.target === first && !at.producer.inputs[0]?.producer ? first.outputs : [];
        at = output ?? at;
    }
    return at;
}
