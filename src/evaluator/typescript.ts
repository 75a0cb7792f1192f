/** What only TypeScript has: enums, namespaces, and annotations that say something sure about a size. */
import type { TSESTree } from "@typescript-eslint/types";
import { binary, toNumber } from "./operators.js";
import { evaluate } from "./expressions.js";
import type { Evaluation } from "./evaluation.js";
import { bindPattern } from "./patterns.js";
import { hoist, runStatements } from "./statements.js";
import { childScope, declarationsOf, declare, patternNames, type Scope } from "./scope.js";
import { axisNames } from "./syntax.js";
import { symbol } from "../shapes/dim.js";
import { isObjectType, propertyType, referred, type Types } from "./declared-types.js";
import { array, maybe, nameFor, number, object, openArray, parameter, string, tensor, unknown } from "./making.js";
import type { Field, FunctionNode, Node, Value } from "./values.js";

export function evaluateEnum(e: Evaluation, node: TSESTree.TSEnumDeclaration, scope: Scope): void {
    const fields = new Map<string, Field>();
    const inner = childScope(scope);
    let next: Value = number(0);
    for (const member of node.body.members) {
        const name = member.id.type === "Identifier" ? member.id.name : member.id.value;
        const value = member.initializer ? evaluate(e, member.initializer, inner) : next;
        next = toNumber(value) === undefined || value.kind === "string" ? unknown : binary("+", value, number(1));
        declare(inner, name, value);
        fields.set(name, { value, node: undefined });
        if (value.kind === "number") {
            fields.set(String(value.value), { value: string(name), node: undefined });
        }
    }
    bindPattern(e, node.id, object(fields), scope);
}

export function evaluateNamespace(e: Evaluation, node: TSESTree.TSModuleDeclaration, scope: Scope): void {
    if (node.id.type !== "Identifier" || !("body" in node) || node.body?.type !== "TSModuleBlock" || ("declare" in node && node.declare)) {
        return;
    }
    const inner = childScope(scope);
    const statements = node.body.body;
    hoist(e, declarationsOf(e, statements), inner, true);
    runStatements(e, statements, inner);
    const fields = new Map<string, Field>();
    for (const statement of statements) {
        if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) {
            continue;
        }
        const names: string[] = [];
        if (statement.declaration.type === "VariableDeclaration") {
            statement.declaration.declarations.forEach((one) => {
                patternNames(one.id, names);
            });
        } else if ("id" in statement.declaration) {
            patternNames(statement.declaration.id, names);
        }
        for (const name of names) {
            fields.set(name, { value: inner.get(name)?.value ?? unknown, node: undefined });
        }
    }
    bindPattern(e, node.id, object(fields, true), scope);
}

/**
 * The value of a parameter nobody passes: as sure as its annotation makes it, else a symbol of its name. `owner`: the
 * function it belongs to, which may have names of its own for the axes of a tensor. `types`: those that can be named there.
 */
export function annotatedParameter(pattern: Node, name: string, owner?: FunctionNode, types?: Types): Value {
    const annotation = "typeAnnotation" in pattern && pattern.typeAnnotation?.type === "TSTypeAnnotation" ? pattern.typeAnnotation.typeAnnotation : undefined;
    return (annotation && valueOfType(annotation, name, owner, types)) ?? parameter(name);
}

const tensorTypes: Readonly<Record<string, number>> = { Scalar: 0, Tensor1D: 1, Tensor2D: 2, Tensor3D: 3, Tensor4D: 4, Tensor5D: 5, Tensor6D: 6 };

function valueOfType(type: TSESTree.TypeNode, name: string, owner?: FunctionNode, types?: Types): Value | undefined {
    switch (type.type) {
        case "TSLiteralType":
            if (type.literal.type === "Literal") {
                const { value } = type.literal;
                return typeof value === "number" ? number(value) : typeof value === "string" ? string(value) : undefined;
            }
            return undefined;
        case "TSTupleType": {
            const rest = type.elementTypes.some((one) => one.type === "TSRestType" || one.type === "TSOptionalType");
            return rest ? undefined : array(type.elementTypes.map((one, index) => elementOf(one, `${name}[${index}]`)));
        }
        case "TSArrayType":
            // Of a list of numbers, each is a symbol of its own.
            return type.elementType.type === "TSNumberKeyword" ? parameter(name) : openArray();
        case "TSTypeReference":
            return tensorOfType(type.typeName, name, owner) ?? (types && declaredValue(type, name, owner, types));
        case "TSTypeLiteral":
        case "TSIntersectionType":
            return types && isObjectType(type, types) ? objectOfType(type, name, types) : undefined;
        default:
            return undefined;
    }
}

const deepestAlias = 8;

function declaredValue(type: TSESTree.TypeNode, name: string, owner: FunctionNode | undefined, types: Types): Value | undefined {
    if (isObjectType(type, types)) {
        return objectOfType(type, name, types);
    }
    let at: TSESTree.TypeNode = type;
    let where = types;
    for (let depth = 0; depth < deepestAlias; depth++) {
        const named = referred(at, where);
        if (named?.declaration.type !== "TSTypeAliasDeclaration") {
            return depth > 0 ? valueOfType(at, name, owner) : undefined;
        }
        at = named.declaration.typeAnnotation;
        where = named.types;
    }
    return undefined;
}

/** Something with properties, of which a type says what they are. */
function objectOfType(type: TSESTree.TypeNode, name: string, types: Types): Value {
    const made = parameter(name);
    return { ...made, typed: (key, called) => propertyOfType(type, key, called, types, made.born) };
}

function propertyOfType(type: TSESTree.TypeNode, key: string, name: string, types: Types, born: number): Value | undefined {
    const found = propertyType(type, key, types);
    const value = found && valueOfType(found.type, name, undefined, found.types);
    switch (value?.kind) {
        case "array":
            return value.open ? undefined : perhaps({ ...value, born }, found?.isOptional);
        case "parameter":
            return { ...value, born };
        case "tensor":
            return perhaps(value, found?.isOptional);
        case "number":
        case "string":
            return found?.isOptional ? undefined : value;
        default:
            return undefined;
    }
}

function perhaps(value: Value, isOptional: boolean | undefined): Value {
    return isOptional ? maybe(value) : value;
}

function elementOf(type: TSESTree.TypeNode, name: string): Value {
    if (type.type === "TSNamedTupleMember") {
        return elementOf(type.elementType, type.label.name);
    }
    if (type.type === "TSUnionType" && type.types.some((one) => one.type === "TSNullKeyword")) {
        return nameFor({ kind: "unknown", perhapsNull: true }, name);
    }
    return valueOfType(type, name) ?? parameter(name);
}

function tensorOfType(typeName: TSESTree.EntityName, name: string, owner: FunctionNode | undefined): Value | undefined {
    const last = typeName.type === "TSQualifiedName" ? typeName.right.name : typeName.type === "Identifier" ? typeName.name : undefined;
    const rank = last === undefined ? undefined : tensorTypes[last];
    if (rank === undefined || last === undefined || !Object.hasOwn(tensorTypes, last)) {
        return undefined;
    }
    const names = owner ? axisNames(owner, name) : [];
    return tensor(Array.from({ length: rank }, (_, axis) => symbol(names[axis] ?? `${name}.shape[${axis}]`)));
}
