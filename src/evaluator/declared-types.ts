/** Types that a program declares for its objects: interfaces and aliases, in the module that uses them or another of the project. */
import type { TSESTree } from "@typescript-eslint/types";
import type { Evaluation, Module } from "./evaluation.js";
import type { Scope } from "./scope.js";

type Declaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

/** The types that can be named in a module. */
export interface Types {
    find(name: string): Declared | undefined;
}

export interface Declared {
    readonly declaration: Declaration;
    /** Those of the module that it stands in. */
    readonly types: Types;
}

export interface PropertyType {
    readonly type: TSESTree.TypeNode;
    readonly isOptional: boolean;
    readonly types: Types;
}

const deepest = 8;

export function typesOf(e: Evaluation, root: Scope): Types | undefined {
    const module = [...e.modules.values()].find(({ scope }) => scope === root);
    return module && typesIn(e, module, 0);
}

function typesIn(e: Evaluation, module: Module, depth: number): Types {
    const types: Types = { find: (name) => (depth > deepest ? undefined : (declaredIn(module, name, types) ?? importedInto(e, module, name, depth))) };
    return types;
}

function declaredIn(module: Module, name: string, types: Types): Declared | undefined {
    for (const statement of module.source.program.body) {
        const declaration = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration" ? statement.declaration : statement;
        if ((declaration?.type === "TSInterfaceDeclaration" || declaration?.type === "TSTypeAliasDeclaration") && declaration.id.name === name) {
            return { declaration, types };
        }
    }
    return undefined;
}

/** Modules that are imported have been read by then. */
function importedInto(e: Evaluation, module: Module, name: string, depth: number): Declared | undefined {
    const findIn = (specifier: string, imported: string): Declared | undefined => {
        const path = e.options.readModule?.(module.path, specifier)?.path;
        const other = path === undefined ? undefined : e.modules.get(path);
        return other && typesIn(e, other, depth + 1).find(imported);
    };
    for (const statement of module.source.program.body) {
        if (statement.type === "ImportDeclaration") {
            const one = statement.specifiers.find(({ local }) => local.name === name);
            if (one?.type === "ImportSpecifier") {
                return one.imported.type === "Identifier" ? findIn(statement.source.value, one.imported.name) : undefined;
            }
        } else if (statement.type === "ExportNamedDeclaration" && statement.source) {
            const one = statement.specifiers.find(({ exported }) => exported.type === "Identifier" && exported.name === name);
            if (one?.local.type === "Identifier") {
                return findIn(statement.source.value, one.local.name);
            }
        } else if (statement.type === "ExportAllDeclaration" && !statement.exported) {
            const found = findIn(statement.source.value, name);
            if (found) {
                return found;
            }
        }
    }
    return undefined;
}

/** Types that say of the properties of another what that says, or less. */
const wrappers = new Set(["Readonly", "Required", "NonNullable", "Pick", "Omit", "Partial"]);

function wrapped(type: TSESTree.TypeNode): { readonly type: TSESTree.TypeNode; readonly isPartial: boolean } | undefined {
    if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier" || !wrappers.has(type.typeName.name)) {
        return undefined;
    }
    const inner = type.typeArguments?.params[0];
    return inner && { type: inner, isPartial: type.typeName.name === "Partial" };
}

/** What a name stands for; nothing is said of types that take others. */
export function referred(type: TSESTree.TypeNode, types: Types): Declared | undefined {
    const found = type.type === "TSTypeReference" && type.typeName.type === "Identifier" ? types.find(type.typeName.name) : undefined;
    return found?.declaration.typeParameters ? undefined : found;
}

/** Whether it is the type of an object with properties. */
export function isObjectType(type: TSESTree.TypeNode, types: Types, depth = 0): boolean {
    if (depth > deepest) {
        return false;
    }
    const inner = wrapped(type);
    if (inner) {
        return isObjectType(inner.type, types, depth + 1);
    }
    switch (type.type) {
        case "TSTypeLiteral":
            return true;
        case "TSIntersectionType":
            return type.types.some((one) => isObjectType(one, types, depth + 1));
        default: {
            const named = referred(type, types);
            return named?.declaration.type === "TSInterfaceDeclaration" || (named !== undefined && isObjectType(named.declaration.typeAnnotation, named.types, depth + 1));
        }
    }
}

/** What the type of an object says of one of its properties. */
export function propertyType(type: TSESTree.TypeNode, key: string, types: Types, depth = 0): PropertyType | undefined {
    if (depth > deepest) {
        return undefined;
    }
    const inner = wrapped(type);
    if (inner) {
        const found = propertyType(inner.type, key, types, depth + 1);
        return found && inner.isPartial ? { ...found, isOptional: true } : found;
    }
    switch (type.type) {
        case "TSTypeLiteral":
            return amongMembers(type.members, key, types);
        case "TSIntersectionType":
            return firstOf(type.types, (one) => propertyType(one, key, types, depth + 1));
        default: {
            const named = referred(type, types);
            return named && ofDeclared(named, key, depth);
        }
    }
}

function ofDeclared({ declaration, types }: Declared, key: string, depth: number): PropertyType | undefined {
    if (depth > deepest || declaration.typeParameters) {
        return undefined;
    }
    if (declaration.type === "TSTypeAliasDeclaration") {
        return propertyType(declaration.typeAnnotation, key, types, depth + 1);
    }
    const ofBase = ({ expression }: TSESTree.TSInterfaceHeritage): PropertyType | undefined => {
        const base = expression.type === "Identifier" ? types.find(expression.name) : undefined;
        return base && ofDeclared(base, key, depth + 1);
    };
    return amongMembers(declaration.body.body, key, types) ?? firstOf(declaration.extends, ofBase);
}

function amongMembers(members: readonly TSESTree.TypeElement[], key: string, types: Types): PropertyType | undefined {
    for (const member of members) {
        if (member.type === "TSPropertySignature" && !member.computed && member.typeAnnotation && nameOf(member.key) === key) {
            return { type: member.typeAnnotation.typeAnnotation, isOptional: member.optional, types };
        }
    }
    return undefined;
}

function nameOf(key: TSESTree.PropertyName): string | undefined {
    return key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : undefined;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
    for (const item of items) {
        const found = find(item);
        if (found) {
            return found;
        }
    }
    return undefined;
}
