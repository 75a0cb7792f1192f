/** What methods that nobody calls are called on: instances that the program makes, or such as others may make. */
import { noArguments, type Arguments } from "./arguments.js";
import { construct } from "./classes.js";
import { normal, ThrowSignal } from "./control.js";
import { typesOf } from "./declared-types.js";
import type { Evaluation } from "./evaluation.js";
import { parameterArguments } from "./functions.js";
import { newInstance, unknown } from "./making.js";
import { capture, joinStates, restore } from "./states.js";
import { annotatedParameter } from "./typescript.js";
import type { CallNode, ClassValue, FunctionValue, Node, ObjectValue, Value } from "./values.js";

/** The instances that methods are tried on: each round has the same, where it makes them anew. */
export interface Typical {
    readonly since: number;
    /** Where nobody makes any. */
    readonly byClass: Map<Node, Value>;
    /** Made by functions that are tried themselves, by the call that makes them. */
    readonly byCall: Map<Node, ObjectValue>;
}

const mostReceivers = 4;

/**
 * The instances a method may be called on: those the program makes, of the class and of classes derived from it; where
 * it makes none, one that is made with symbols for the constructor's parameters.
 */
export function receiversOf(e: Evaluation, target: ClassValue, typical: Typical): readonly Value[] {
    const family = familyOf(e, target);
    const made = family.flatMap((one) => e.instances.get(one.node) ?? []);
    if (made.length > 0 && made.length <= mostReceivers) {
        return made.map((one) => (one.born > typical.since ? remembered(one, typical, made) : one));
    }
    // A class that others extend stands for those, in all its methods alike: what one sets, another reads.
    const makers = family.filter((one) => !one.node.abstract && (e.instances.has(one.node) || !family.some((other) => other !== one && isDerived(other, one))));
    // Of an abstract class there is only what other files derive from it.
    return makers.length === 0 ? [unknown] : makers.slice(0, mostReceivers).map((one) => typicalInstance(e, one, made, typical));
}

/** The one of the round before, if it is sure which one that is. */
function remembered(instance: ObjectValue, { byCall }: Typical, made: readonly ObjectValue[]): ObjectValue {
    const node = instance.made?.node;
    if (!node || made.some((other) => other !== instance && other.made?.node === node)) {
        return instance;
    }
    const before = byCall.get(node) ?? instance;
    byCall.set(node, before);
    return before;
}

/** The class and those derived from it. */
export function familyOf(e: Evaluation, target: ClassValue): readonly ClassValue[] {
    return [...e.classes.values()].filter((one) => one === target || isDerived(one, target));
}

function isDerived(one: ClassValue, target: ClassValue): boolean {
    for (let at = one.base; at?.kind === "class"; at = at.base) {
        if (at.node === target.node) {
            return true;
        }
    }
    return false;
}

function typicalInstance(e: Evaluation, target: ClassValue, made: readonly ObjectValue[], typical: Typical): Value {
    let instance = typical.byClass.get(target.node);
    if (!instance) {
        const [first, ...others] = made.filter((one) => one.class === target);
        instance = first ? joinInstances(e, first, others) : tryInstance(e, target);
        typical.byClass.set(target.node, instance);
    }
    return instance;
}

/** What many instances have in common. */
function joinInstances(e: Evaluation, first: ObjectValue, others: readonly ObjectValue[]): Value {
    const instance = newInstance(first.class);
    restore(instance, others.map(capture).reduce((a, b) => joinStates(a, b, e.heap.lose), capture(first)));
    return instance;
}

function tryInstance(e: Evaluation, target: ClassValue): Value {
    const { instances } = e;
    const before = instances.get(target.node)?.slice();
    const instance = madeApart(e, () => makeInstance(e, target));
    if (before) {
        instances.set(target.node, before);
    } else {
        instances.delete(target.node);
    }
    return instance;
}

/** What stands for something made elsewhere: it holds functions like that one's, but nobody has called anything, and nothing was found. */
export function madeApart(e: Evaluation, make: () => Value): Value {
    let made: Value = unknown;
    const start = e.events.length;
    const called = new Set(e.called);
    e.fork(() => {
        made = make();
        return normal;
    });
    e.events.length = start;
    e.called.clear();
    called.forEach((node) => e.called.add(node));
    return made;
}

/** One that others make, perhaps of a class derived from this one: they may give it more than its constructor does. */
export function makeInstance(e: Evaluation, target: ClassValue): Value {
    const args = target.construct ? passedArguments(e, target.construct) : noArguments;
    // There is no call to point at; nothing found here names one.
    const node = target.node as unknown as CallNode;
    try {
        const made = construct(e, target, args, node);
        if (made.kind === "object") {
            made.open = true;
        }
        return made;
    } catch (error) {
        if (error instanceof ThrowSignal) {
            return unknown;
        }
        throw error;
    }
}

/** Symbols, but for the library where it is handed on by its name, and for what a library is known to pass. */
export function passedArguments(e: Evaluation, callee: FunctionValue): Arguments {
    const told = e.told.get(callee.node)?.values();
    const args = symbolicArguments(e, callee);
    return told ? { ...args, values: args.values.map((value, index) => told[index] ?? value) } : args;
}

function symbolicArguments(e: Evaluation, callee: FunctionValue): Arguments {
    const types = typesOf(e, callee.scope.root);
    return parameterArguments(callee, (pattern, name) => (e.options.globals.includes(name) ? e.library : annotatedParameter(pattern, name, callee.node, types)));
}
