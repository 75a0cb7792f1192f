/** Classes: fields, methods, accessors, statics, inheritance, and the user's own layer classes. */
import type { TSESTree } from "@typescript-eslint/types";
import type { Arguments } from "./arguments.js";
import { invoke } from "./functions.js";
import { named } from "./naming.js";
import { callUnknown } from "./unseen.js";
import { evaluate } from "./expressions.js";
import { propertyName } from "./reading.js";
import type { Evaluation } from "./evaluation.js";
import { makeCustomLayer } from "./models/custom-layers.js";
import { configField, isLayerBase } from "./models/layer-base.js";
import { constructModel, isModelBase } from "./models/custom-models.js";
import { runBlock } from "./statements.js";
import { childScope, declare, type Scope } from "./scope.js";
import { newInstance, object, undefinedValue, unknown } from "./making.js";
import type { CallNode, ClassNode, ClassValue, FunctionValue, ObjectValue, Value } from "./values.js";

export function evaluateClass(e: Evaluation, node: ClassNode, outer: Scope): ClassValue {
    const scope = childScope(outer);
    const base = node.superClass ? evaluate(e, node.superClass, outer) : undefined;
    const name = node.id?.name ?? "";
    const prototype = object();
    const statics = object();
    const own = node.body.body.find((member) => member.type === "MethodDefinition" && member.kind === "constructor");
    const made: ClassValue = { kind: "class", node, scope, name, base, prototype, statics, construct: undefined };
    if (name) {
        declare(scope, name, made);
    }
    const withConstructor: ClassValue = own?.type === "MethodDefinition" && own.value.type === "FunctionExpression" ? { ...made, construct: method(e, own.value, made, false) } : made;
    const result = withConstructor === made ? made : rebind(scope, withConstructor);
    for (const member of node.body.body) {
        addMember(e, member, result);
    }
    if (e.recording && !e.classes.has(node)) {
        e.classes.set(node, result);
    }
    return result;
}

function rebind(scope: Scope, value: ClassValue): ClassValue {
    if (value.name) {
        declare(scope, value.name, value);
    }
    return value;
}

function method(e: Evaluation, node: TSESTree.FunctionExpression, home: ClassValue, isStatic: boolean): FunctionValue {
    const made: FunctionValue = { kind: "function", node, scope: home.scope, thisValue: undefined, home, static: isStatic, own: object() };
    return made;
}

function addMember(e: Evaluation, member: TSESTree.ClassElement, home: ClassValue): void {
    switch (member.type) {
        case "MethodDefinition": {
            const key = propertyName(e, member, home.scope);
            if (member.kind === "constructor" || member.value.type !== "FunctionExpression") {
                return;
            }
            const made = method(e, member.value, home, member.static);
            if (key === undefined) {
                e.heap.lose(made);
                return;
            }
            const fields = member.static ? home.statics.fields : home.prototype.fields;
            const before = fields.get(key);
            if (member.kind === "method") {
                fields.set(key, { value: made, node: member });
            } else {
                const accessors = { getter: before?.getter, setter: before?.setter, ...(member.kind === "get" ? { getter: made } : { setter: made }) };
                fields.set(key, { value: unknown, node: member, ...accessors });
            }
            return;
        }
        case "PropertyDefinition":
            if (member.static) {
                const key = propertyName(e, member, home.scope);
                const value = inClass(e, home, home, true, () => (member.value ? evaluate(e, member.value, home.scope) : undefinedValue));
                if (key !== undefined) {
                    home.statics.fields.set(key, { value, node: member });
                }
            }
            return;
        case "StaticBlock":
            inClass(e, home, home, true, () => {
                runBlock(e, member.body, home.scope);
                return undefinedValue;
            });
            return;
        default:
            return;
    }
}

/** Field initialisers and static blocks see `this` and `super` like methods. */
function inClass(e: Evaluation, home: ClassValue, self: Value, isStatic: boolean, body: () => Value): Value {
    e.frames.push({ node: undefined, thisValue: self, home, static: isStatic, newTarget: undefined, given: undefined, branches: e.branches, self });
    try {
        return body();
    } finally {
        e.frames.pop();
    }
}

export function construct(e: Evaluation, target: ClassValue, args: Arguments, node: CallNode): Value {
    const instance = newInstance(target, { node, module: e.module });
    e.addInstance(instance);
    if (e.recording) {
        e.called.add(target.node);
    }
    const result = constructInto(e, target, instance, args, node);
    // A constructor may return another object than the one it was given.
    switch (result.kind) {
        case "undefined":
        case "null":
        case "number":
        case "string":
        case "boolean":
        case "size":
            return instance;
        case "unknown":
        case "parameter":
        case "maybe":
            return e.heap.merge(instance, unknown);
        default:
            return result;
    }
}

function constructInto(e: Evaluation, target: ClassValue, instance: ObjectValue, args: Arguments, node: CallNode): Value {
    if (target.construct) {
        if (!target.base) {
            initialiseFields(e, target, instance);
        }
        if (e.recording) {
            e.called.add(target.construct.node);
        }
        return invoke(e, target.construct, instance, args, { newTarget: instance.class });
    }
    if (target.base) {
        constructBase(e, target.base, instance, args, node);
    }
    initialiseFields(e, target, instance);
    return undefinedValue;
}

function constructBase(e: Evaluation, base: Value, instance: ObjectValue, args: Arguments, node: CallNode): void {
    if (base.kind === "class") {
        constructInto(e, base, instance, args, node);
        return;
    }
    if (base.kind === "library") {
        const config = args.values[0];
        if (config) {
            e.heap.touch(instance);
            instance.fields.set(configField, { value: config, node: undefined });
        }
        if (isLayerBase(base) && instance.class) {
            instance.layer = makeCustomLayer(e, instance, instance.class, instance.made ?? { node, module: e.module });
        } else if (isModelBase(base)) {
            constructModel(e, base, instance, args, instance.made?.node ?? node);
        }
        return;
    }
    callUnknown(e, args);
    // A base class nobody can see may have set any field.
    instance.open = true;
}

function initialiseFields(e: Evaluation, target: ClassValue, instance: ObjectValue): void {
    for (const member of target.node.body.body) {
        if (member.type !== "PropertyDefinition" || member.static) {
            continue;
        }
        const key = propertyName(e, member, target.scope);
        const value = inClass(e, target, instance, false, () => (member.value ? evaluate(e, member.value, target.scope) : undefinedValue));
        if (key !== undefined && !("declare" in member && member.declare)) {
            e.heap.touch(instance);
            instance.fields.set(key, { value: named(value, member.value ?? undefined, key), node: member });
        }
    }
}

/** `super(...)` in a constructor. */
export function superCall(e: Evaluation, args: Arguments, node: CallNode): Value {
    const frame = e.frame;
    const home = frame?.home;
    const instance = frame?.thisValue;
    if (!home?.base || instance?.kind !== "object") {
        callUnknown(e, args);
        return unknown;
    }
    constructBase(e, home.base, instance, args, node);
    initialiseFields(e, home, instance);
    return undefinedValue;
}

