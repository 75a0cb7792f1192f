/**
 * What a run of a model hands from layer to layer besides tensors. Masks go with the tensors; but what a layer is called
 * with, a mask and initial states, is kept for all layers that are called after it. tfjs-layers 4.22.0
 * src/engine/executor.ts, execute; src/layers/recurrent.ts, RNN.apply; src/engine/container.ts, Container.call.
 */
import { atCall, type Fault } from "../../catalogue/fault.js";
import { isOwnLayer, methodOf, type OwnLayer } from "./custom-layers.js";
import { sameShape } from "./layer-bodies.js";
import { isRecurrent, makesMasks, maskFault, maskMade, minds, type MaskOrNot } from "./masks.js";
import type { Evaluation } from "../evaluation.js";
import { reportLayer } from "./reporting.js";
import { stepsOf } from "./execution-order.js";
import { isAmong, readAgain, readersOf } from "./freed.js";
import type { Application, LayerValue, ModelValue, SymbolicTensor } from "../values.js";

/** What a layer cannot take of what it is called with. */
export interface HandedFault {
    readonly fault: Fault;
    readonly layer: LayerValue;
}

/** The second argument of `Layer.apply`, as long as it is one object. */
interface Kwargs {
    mask: MaskOrNot;
    /** The layer that was given initial states. */
    states: LayerValue | "none" | "unknown";
}

/** Whether a layer that is applied leaves anything behind for those that run after it, or takes anything from them. */
export function leavesBehind({ applicable: { layer } }: LayerValue, inputs: readonly SymbolicTensor[]): boolean {
    if (inputs.length > 1) {
        return (layer !== undefined && isRecurrent(layer)) || inputs.some((input, index) => isAmong(input, inputs.slice(0, index)));
    }
    return layer !== undefined && makesMasks(layer);
}

/** Says what goes wrong when a model is run; of `last` alone, where only that is new in it. */
export function checkHanded(e: Evaluation, model: ModelValue, last?: LayerValue | ModelValue): void {
    const found = e.handsOn && !model.keras && (last === undefined || (model.layers.length <= longestGrowing && mayMind(last))) ? handedFault(e, model, false) : undefined;
    if (found && (last === undefined || isWithin(last, found.layer))) {
        reportLayer(e, found.layer, found.fault, found.layer.node);
    }
}

/** A model that grows layer by layer is gone through for each layer that may mind, so only as long as that is soon done. */
const longestGrowing = 300;

function mayMind(last: LayerValue | ModelValue): boolean {
    return last.kind === "model" || (last.applicable.layer !== undefined && minds(last.applicable.layer));
}

function isWithin(whole: LayerValue | ModelValue, layer: LayerValue): boolean {
    return whole === layer || (whole.kind === "model" && whole.layers.some((part) => isWithin(part, layer)));
}

/** What goes wrong when the model is run: to predict, where each layer is called with nothing until there is a mask; or to train. */
export function handedFault(e: Evaluation, model: ModelValue, training: boolean): HandedFault | undefined {
    return model.open ? undefined : execute(e, model, training, training ? newKwargs() : undefined);
}

function newKwargs(): Kwargs {
    return { mask: "none", states: "none" };
}

function execute(e: Evaluation, model: ModelValue, training: boolean, given: Kwargs | undefined): HandedFault | undefined {
    let kwargs = given;
    const masks = new Map<Application, MaskOrNot>();
    const steps = stepsOf(model);
    const held = training ? undefined : readersOf(model, steps);
    for (const { application, inputs } of steps) {
        e.step();
        const incoming = inputs.map(({ producer }) => (producer && masks.get(producer)) ?? "none");
        if (incoming.some((mask) => mask !== "none")) {
            kwargs ??= newKwargs();
            kwargs.mask = incoming[0] ?? "none";
        }
        const fault = (held && readAgain(held, application, inputs)) ?? call(e, application, training, kwargs ?? newKwargs());
        if (fault) {
            return fault;
        }
        const mask = maskOf(application, incoming);
        if (typeof mask === "object" && mask.kind !== "mask") {
            return application.target.kind === "layer" ? { fault: mask, layer: application.target } : undefined;
        }
        if (!masks.has(application)) {
            masks.set(application, mask);
        }
    }
    for (const mask of masks.values()) {
        dispose(mask);
    }
    return undefined;
}

function dispose(mask: MaskOrNot): void {
    if (mask !== "none" && mask !== "unknown") {
        mask.isDisposed = true;
    }
}

function call(e: Evaluation, { target, inputs, outputs }: Application, training: boolean, kwargs: Kwargs): HandedFault | undefined {
    if (target.kind === "model") {
        return callModel(e, target, inputs, training, kwargs);
    }
    if (isOwnLayer(target)) {
        forget(target, kwargs);
        return undefined;
    }
    const { layer } = target.applicable;
    if (!layer) {
        return undefined;
    }
    if (isRecurrent(layer)) {
        if (kwargs.states !== "none" && kwargs.states !== "unknown") {
            const what = `\`${target.type}\` behind \`${kwargs.states.type}\` with initial states, which all layers get that run after it`;
            return { fault: { kind: "unsupported", what, when: "run", at: atCall }, layer: target };
        }
        kwargs.states = inputs.length > 1 ? target : kwargs.states;
    }
    const fault = maskFault(layer, inputs[0]?.shape, outputs[0], kwargs.mask);
    return fault && { fault, layer: target };
}

/** A model within another runs as it was made, or on other shapes, of which nothing is said here. */
function callModel(e: Evaluation, model: ModelValue, inputs: readonly SymbolicTensor[], training: boolean, kwargs: Kwargs): HandedFault | undefined {
    const isSame = !model.open && inputs.every(({ shape }, index) => sameShape(shape, model.inputs[index]?.shape));
    if (isSame) {
        return execute(e, model, training, kwargs);
    }
    kwargs.mask = "unknown";
    kwargs.states = "unknown";
    return undefined;
}

/** The program's own `call` may do what it likes with its second argument. */
function forget(layer: OwnLayer, kwargs: Kwargs): void {
    const body = methodOf(layer.instance.class, "call");
    if (body && (body.kind !== "function" || body.node.params.length !== 1)) {
        kwargs.mask = "unknown";
        kwargs.states = "unknown";
    }
}

function maskOf({ target, inputs }: Application, incoming: readonly MaskOrNot[]): MaskOrNot | Fault {
    if (target.kind === "model") {
        return "none";
    }
    if (isOwnLayer(target)) {
        const { instance } = target;
        return instance.open || instance.fields.has("supportsMasking") || methodOf(instance.class, "computeMask") ? "unknown" : "none";
    }
    const { layer } = target.applicable;
    return layer ? maskMade({ target, layer, inputs: inputs.map(({ shape }) => shape), masks: incoming }) : "none";
}
