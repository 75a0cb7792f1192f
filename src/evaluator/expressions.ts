/** Expressions. Whatever has no case here is unknown, and its parts are still run for what they do. */
import type { TSESTree } from "@typescript-eslint/types";
import { decide } from "./bounds.js";
import { toPrimitive } from "./conversions.js";
import { checkOperator, checkTakenApart } from "./models/results.js";
import { binary, toText, unary } from "./operators.js";
import { evaluateCall, evaluateNew, evaluateTaggedTemplate } from "./calls.js";
import { evaluateClass } from "./classes.js";
import type { Evaluation } from "./evaluation.js";
import { globalValue } from "./globals.js";
import { iterate } from "./iteration.js";
import { awaited } from "./late.js";
import { deleteProperty } from "./changing.js";
import { isInstance } from "./instances.js";
import { hasProperty } from "./members.js";
import { assignPattern } from "./patterns.js";
import { evaluateRead, propertyName } from "./reading.js";
import { importExpression } from "./modules.js";
import { find, type Scope } from "./scope.js";
import { beginnings, isNode, withinTypes } from "./syntax.js";
import { havoc, unfinished } from "./unseen.js";
import { boolean, chainEnd, number, object, present, undefinedValue, unknown } from "./making.js";
import type { FunctionNode, FunctionValue, Node, Value } from "./values.js";
import { evaluateArray, evaluateObject, evaluateTemplate, literal } from "./written.js";
import { condition, continues, either, evaluateConditional, evaluateLogical } from "./decisions.js";

export function evaluate(e: Evaluation, node: Node | null | undefined, scope: Scope): Value {
    if (!node) {
        return unknown;
    }
    if (e.begun?.node === node) {
        const { value } = e.begun;
        e.begun = undefined;
        return value;
    }
    e.step();
    switch (node.type) {
        case "Literal":
            return literal(node);
        case "Identifier":
            return readName(e, node.name, scope);
        default:
            return e.isDeepForExpressions ? beyond(e, scope) : evaluateDeeper(e, node, scope);
    }
}

function evaluateDeeper(e: Evaluation, node: Node, scope: Scope): Value {
    // Not undone when something is thrown: whoever catches it sets the depth back.
    e.enter();
    if (e.depth % stretch === 0) {
        evaluateBeginning(e, node, scope);
    }
    const value = evaluateNested(e, node, scope);
    e.leave();
    return value;
}

/** Too deep: it may do whatever the program does anywhere. */
function beyond(e: Evaluation, scope: Scope): Value {
    e.heap.risk();
    unfinished(e, scope, e.frame?.self ?? e.frame?.thisValue ?? unknown);
    havoc(e);
    return unknown;
}

const stretch = 50;

/** `a.b().c()…` and `a + b + …` nest at their beginnings: long ones are evaluated from there, a stretch at a time. */
function evaluateBeginning(e: Evaluation, node: Node, scope: Scope): void {
    const parts = beginnings(node, e.begun?.node);
    for (let index = parts.length - stretch; index > 0; index -= stretch) {
        const part = parts[index];
        if (part) {
            const value = evaluate(e, part, scope);
            e.begun = { node: part, value };
        }
    }
}

function evaluateNested(e: Evaluation, node: Node, scope: Scope): Value {
    switch (node.type) {
        case "MemberExpression":
            return evaluateRead(e, node, scope);
        case "CallExpression":
            return evaluateCall(e, node, scope);
        case "NewExpression":
            return evaluateNew(e, node, scope);
        default:
            return evaluateRest(e, node, scope);
    }
}

function evaluateRest(e: Evaluation, node: Node, scope: Scope): Value {
    switch (node.type) {
        case "ArrayExpression":
            return evaluateArray(e, node, scope);
        case "ObjectExpression":
            return evaluateObject(e, node, scope);
        case "BinaryExpression":
            return evaluateBinary(e, node, scope);
        case "LogicalExpression":
            return evaluateLogical(e, node, scope);
        case "ConditionalExpression":
            return evaluateConditional(e, node, scope);
        case "AssignmentExpression":
            return evaluateAssignment(e, node, scope);
        case "UpdateExpression": {
            const before = evaluate(e, node.argument, scope);
            const after = binary(node.operator === "++" ? "+" : "-", unary("+", before), number(1));
            assignPattern(e, node.argument, after, scope);
            return node.prefix ? after : unary("+", before);
        }
        case "UnaryExpression":
            return evaluateUnary(e, node, scope);
        case "FunctionExpression":
        case "ArrowFunctionExpression":
            return closure(e, node, scope);
        case "ClassExpression":
            return evaluateClass(e, node, scope);
        case "TemplateLiteral":
            return evaluateTemplate(e, node, scope);
        case "TaggedTemplateExpression":
            return evaluateTaggedTemplate(e, node, scope);
        case "SequenceExpression": {
            let last: Value = undefinedValue;
            for (const one of node.expressions) {
                last = evaluate(e, one, scope);
            }
            return last;
        }
        case "AwaitExpression":
            return awaited(e, evaluate(e, node.argument, scope));
        case "MetaProperty":
            return e.frame?.newTarget ?? unknown;
        case "ThisExpression":
            return e.frame?.self ?? e.frame?.thisValue ?? unknown;
        case "ChainExpression":
            return evaluateChain(e, node, scope);
        case "ImportExpression":
            return importExpression(e, evaluate(e, node.source, scope));
        case "YieldExpression":
            return evaluateYield(e, node, scope);
        case "SpreadElement":
            evaluate(e, node.argument, scope);
            return unknown;
        default: {
            const typed = withinTypes(node);
            if (typed) {
                return evaluate(e, typed, scope);
            }
            evaluateParts(e, node, scope);
            return unknown;
        }
    }
}

function evaluateYield(e: Evaluation, node: TSESTree.YieldExpression, scope: Scope): Value {
    const value = node.argument ? evaluate(e, node.argument, scope) : undefinedValue;
    const yielding = e.yielding?.node === e.frame?.node ? e.yielding : undefined;
    if (yielding?.giveUp) {
        const values = node.delegate ? iterate(e, value) : [value];
        if (values) {
            let answer = undefinedValue;
            for (const one of values) {
                yielding.take(one);
                answer = yielding.answer?.() ?? undefinedValue;
                if (node.delegate && answer.kind !== "undefined") {
                    // It is for the list or generator within.
                    yielding.giveUp();
                }
            }
            return node.delegate ? unknown : answer;
        }
        yielding.giveUp();
    } else if (node.argument) {
        yielding?.take(node.delegate ? unknown : value);
    }
    e.heap.lose(value);
    havoc(e);
    return unknown;
}

/** JSX and the like: embedded expressions are run for what they do. */
function evaluateParts(e: Evaluation, node: Node, scope: Scope): void {
    if (!node.type.startsWith("JSX")) {
        return;
    }
    for (const [key, part] of Object.entries(node)) {
        if (key === "parent") {
            continue;
        }
        for (const child of Array.isArray(part) ? part : [part]) {
            if (isNode(child)) {
                evaluate(e, child, scope);
            }
        }
    }
}

function readName(e: Evaluation, name: string, scope: Scope): Value {
    const cell = find(scope, name);
    if (!cell && name === "arguments") {
        return e.argumentsOf() ?? unknown;
    }
    if (cell?.value?.kind === "function") {
        e.mention(name);
    }
    // Not yet initialised: the program throws here, or the function runs later than we think.
    return cell ? (cell.value ?? unknown) : globalValue(e, name);
}

/** `a?.b.c`: where a is nothing, all of it is undefined. */
function evaluateChain(e: Evaluation, node: TSESTree.ChainExpression, scope: Scope): Value {
    const outer = e.chainPerhaps;
    e.chainPerhaps = false;
    const value = evaluate(e, node.expression, scope);
    const result = value === chainEnd ? undefinedValue : e.chainPerhaps ? e.heap.merge(undefinedValue, value) : value;
    e.chainPerhaps = outer;
    return result;
}

function evaluateBinary(e: Evaluation, node: TSESTree.BinaryExpression, scope: Scope): Value {
    if (node.left.type === "PrivateIdentifier") {
        return hasProperty(e, evaluate(e, node.right, scope), `#${node.left.name}`);
    }
    const left = evaluate(e, node.left, scope);
    const right = evaluate(e, node.right, scope);
    if (left.kind === "number" && right.kind === "number") {
        // As most are, with nothing to be called or decided.
        return binary(node.operator, left, right);
    }
    checkOperator(e, node, node.operator, left, right);
    switch (node.operator) {
        case "in":
            return hasProperty(e, right, toText(left));
        case "instanceof":
            return isInstance(left, right);
        case "===":
        case "!==":
        case "==":
        case "!=":
            return compared(e, node.operator, left, right);
        case "<":
        case ">":
        case "<=":
        case ">=":
            return compared(e, node.operator, toPrimitive(e, left, "number"), toPrimitive(e, right, "number"));
        default:
            return binary(node.operator, toPrimitive(e, left, "number"), toPrimitive(e, right, "number"));
    }
}

function compared(e: Evaluation, operator: string, left: Value, right: Value): Value {
    const value = binary(operator, left, right);
    return value.kind === "unknown" && e.bounds.length > 0 ? decide(e.bounds, operator, left, right) : value;
}

function evaluateAssignment(e: Evaluation, node: TSESTree.AssignmentExpression, scope: Scope): Value {
    if (node.operator === "=") {
        return assignPlainly(e, node, scope);
    }
    const left = evaluate(e, node.left, scope);
    if (node.operator === "&&=" || node.operator === "||=" || node.operator === "??=") {
        const goesOn = continues(node.operator.slice(0, -1), left);
        if (goesOn === false) {
            return left;
        }
        return goesOn ? assignPlainly(e, node, scope) : assignPerhaps(e, node, left, scope);
    }
    const right = evaluate(e, node.right, scope);
    const operator = node.operator.slice(0, -1);
    checkOperator(e, node, operator, left, right);
    const value = binary(operator, toPrimitive(e, left, "number"), toPrimitive(e, right, "number"));
    assignPattern(e, node.left, value, scope);
    return value;
}

function assignPlainly(e: Evaluation, node: TSESTree.AssignmentExpression, scope: Scope): Value {
    const value = evaluate(e, node.right, scope);
    if (node.left.type === "ArrayPattern") {
        checkTakenApart(e, node.left, node.right, value);
    }
    assignPattern(e, node.left, value, scope);
    return value;
}

function assignPerhaps(e: Evaluation, node: TSESTree.AssignmentExpression, left: Value, scope: Scope): Value {
    return either(e, [() => (node.operator === "&&=" ? left : present(left)), () => assignPlainly(e, node, scope)]);
}

function evaluateUnary(e: Evaluation, node: TSESTree.UnaryExpression, scope: Scope): Value {
    if (node.operator === "delete") {
        if (node.argument.type === "MemberExpression") {
            const base = evaluate(e, node.argument.object, scope);
            const key = propertyName(e, node.argument, scope);
            deleteProperty(e, base, key);
        }
        return boolean(true);
    }
    if (node.operator === "!") {
        const test = condition(e, node, scope);
        return test === undefined ? unknown : boolean(test);
    }
    const value = evaluate(e, node.argument, scope);
    return unary(node.operator, node.operator === "typeof" || node.operator === "void" ? value : toPrimitive(e, value, "number"));
}

export function closure(e: Evaluation, node: FunctionNode, scope: Scope): FunctionValue {
    const isArrow = node.type === "ArrowFunctionExpression";
    const made: FunctionValue = {
        kind: "function",
        node,
        scope,
        thisValue: isArrow ? (e.frame?.self ?? e.frame?.thisValue ?? unknown) : undefined,
        home: isArrow ? e.frame?.home : undefined,
        own: object(),
    };
    if (e.recording && !e.isSettled(node)) {
        e.closures.set(node, made);
    }
    return made;
}
