/**
 * Trees with parts missing: parsers that go on after an error may leave out what they could not read. Looked at only when
 * an evaluation has failed, since no tree of a whole program is like that.
 */
import type { TSESTree } from "@typescript-eslint/types";
import { isNode } from "../evaluator/syntax.js";
import type { Node } from "../evaluator/values.js";

/** What has to stand in a place, and so what stands there where it does not. */
type Part = "expression" | "statement" | "block" | "function body" | "class body" | "text" | readonly string[];

const declarators = ["VariableDeclarator"];
const properties = ["Property", "SpreadElement", "RestElement"];
const members = ["MethodDefinition", "PropertyDefinition", "StaticBlock", "AccessorProperty", "TSAbstractMethodDefinition", "TSAbstractPropertyDefinition", "TSIndexSignature", "TSParameterProperty"];
const specifiers = ["ImportSpecifier", "ImportDefaultSpecifier", "ImportNamespaceSpecifier", "ExportSpecifier"];
const method = ["FunctionExpression", "TSEmptyBodyFunctionExpression"];

/** The parts that nodes cannot be without; lists of them as well. What may be left out in a whole program is not here. */
const required: Readonly<Record<string, Readonly<Record<string, Part>>>> = {
    Program: { body: "statement" },
    BlockStatement: { body: "statement" },
    StaticBlock: { body: "statement" },
    TSModuleBlock: { body: "statement" },
    ExpressionStatement: { expression: "expression" },
    IfStatement: { test: "expression", consequent: "statement" },
    ForStatement: { body: "statement" },
    ForInStatement: { left: "expression", right: "expression", body: "statement" },
    ForOfStatement: { left: "expression", right: "expression", body: "statement" },
    WhileStatement: { test: "expression", body: "statement" },
    DoWhileStatement: { test: "expression", body: "statement" },
    LabeledStatement: { label: "expression", body: "statement" },
    ThrowStatement: { argument: "expression" },
    TryStatement: { block: "block" },
    CatchClause: { body: "block" },
    SwitchStatement: { discriminant: "expression", cases: ["SwitchCase"] },
    SwitchCase: { consequent: "statement" },
    VariableDeclaration: { declarations: declarators },
    VariableDeclarator: { id: "expression" },
    FunctionDeclaration: { params: "expression", body: "function body" },
    FunctionExpression: { params: "expression", body: "function body" },
    ArrowFunctionExpression: { params: "expression", body: "expression" },
    ClassDeclaration: { body: "class body" },
    ClassExpression: { body: "class body" },
    ClassBody: { body: members },
    MethodDefinition: { key: "expression", value: method },
    PropertyDefinition: { key: "expression" },
    ImportDeclaration: { specifiers, source: ["Literal"] },
    ImportSpecifier: { local: ["Identifier"], imported: "expression" },
    ImportDefaultSpecifier: { local: ["Identifier"] },
    ImportNamespaceSpecifier: { local: ["Identifier"] },
    ExportNamedDeclaration: { specifiers },
    ExportSpecifier: { local: "expression", exported: "expression" },
    ExportDefaultDeclaration: { declaration: "expression" },
    ExportAllDeclaration: { source: ["Literal"] },
    ArrayExpression: { elements: "expression" },
    ArrayPattern: { elements: "expression" },
    ObjectExpression: { properties },
    ObjectPattern: { properties },
    Property: { key: "expression", value: "expression" },
    AssignmentPattern: { left: "expression", right: "expression" },
    RestElement: { argument: "expression" },
    SpreadElement: { argument: "expression" },
    AssignmentExpression: { left: "expression", right: "expression" },
    BinaryExpression: { left: "expression", right: "expression" },
    LogicalExpression: { left: "expression", right: "expression" },
    ConditionalExpression: { test: "expression", consequent: "expression", alternate: "expression" },
    UnaryExpression: { argument: "expression" },
    UpdateExpression: { argument: "expression" },
    AwaitExpression: { argument: "expression" },
    SequenceExpression: { expressions: "expression" },
    CallExpression: { callee: "expression", arguments: "expression" },
    NewExpression: { callee: "expression", arguments: "expression" },
    ImportExpression: { source: "expression" },
    MemberExpression: { object: "expression", property: "expression" },
    ChainExpression: { expression: "expression" },
    TemplateLiteral: { quasis: ["TemplateElement"], expressions: "expression" },
    TaggedTemplateExpression: { tag: "expression", quasi: ["TemplateLiteral"] },
    TemplateElement: { value: "text" },
    TSParameterProperty: { parameter: "expression" },
    TSEnumDeclaration: { id: ["Identifier"], body: ["TSEnumBody"] },
    TSEnumBody: { members: ["TSEnumMember"] },
    TSEnumMember: { id: "expression" },
    TSModuleDeclaration: { id: "expression" },
    TSTypeAnnotation: { typeAnnotation: "expression" },
    TSTypeReference: { typeName: "expression" },
    TSQualifiedName: { left: "expression", right: ["Identifier"] },
    TSArrayType: { elementType: "expression" },
    TSTupleType: { elementTypes: "expression" },
    TSNamedTupleMember: { elementType: "expression", label: ["Identifier"] },
    TSLiteralType: { literal: "expression" },
    TSAsExpression: { expression: "expression" },
    TSSatisfiesExpression: { expression: "expression" },
    TSNonNullExpression: { expression: "expression" },
    TSTypeAssertion: { expression: "expression" },
    TSInstantiationExpression: { expression: "expression" },
};

/** The same program with something unknown for each part that is missing; undefined where none is. */
export function mended(program: TSESTree.Program): TSESTree.Program | undefined {
    const mending = { count: 0 };
    const copy = copyOf(program, mending);
    // What a program was copied from is one.
    return mending.count > 0 ? (copy as TSESTree.Program) : undefined;
}

interface Mending {
    count: number;
}

function copyOf(node: Node, mending: Mending): Node {
    const parts = required[node.type] ?? {};
    const copy: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(node) as [string, unknown][]) {
        copy[key] = key === "parent" || key === "loc" || key === "range" ? part : copyPart(part, mending);
    }
    for (const [key, part] of Object.entries(parts)) {
        mendPart(copy, key, part, node, mending);
    }
    return copy as unknown as Node;
}

function copyPart(part: unknown, mending: Mending): unknown {
    return Array.isArray(part) ? part.map((child: unknown) => copyPart(child, mending)) : isNode(part) ? copyOf(part, mending) : part;
}

const lists: ReadonlySet<string> = new Set(["declarations", "cases", "params", "specifiers", "elements", "properties", "expressions", "arguments", "quasis", "members", "elementTypes"]);

function mendPart(copy: Record<string, unknown>, key: string, part: Part, node: Node, mending: Mending): void {
    const given = copy[key];
    const isList = Array.isArray(given) || lists.has(key) || (key === "body" && ["Program", "BlockStatement", "StaticBlock", "TSModuleBlock", "ClassBody"].includes(node.type)) || (key === "consequent" && node.type === "SwitchCase");
    if (!isList) {
        if (!fits(given, part)) {
            mending.count++;
            copy[key] = standIn(part, node);
            if (key === "property" || key === "key") {
                // A name that nobody knows.
                copy["computed"] = true;
                copy["shorthand"] = false;
            }
        }
        return;
    }
    const items: readonly unknown[] = Array.isArray(given) ? given : key === "declarations" ? [undefined] : [];
    if (items !== given) {
        mending.count++;
    }
    copy[key] = items.flatMap((item) => {
        if (fits(item, part) || (item === null && key === "elements")) {
            return [item];
        }
        mending.count++;
        return key === "properties" ? [unknownProperty(node)] : part === "expression" || key === "quasis" || key === "declarations" ? [standIn(part, node)] : [];
    });
}

function fits(given: unknown, part: Part): boolean {
    if (part === "text") {
        return typeof given === "object" && given !== null && "cooked" in given;
    }
    if (!isNode(given) || !Array.isArray(given.range)) {
        return false;
    }
    switch (part) {
        case "expression":
        case "statement":
            return true;
        case "block":
        case "function body":
            return given.type === "BlockStatement";
        case "class body":
            return given.type === "ClassBody";
        default:
            return part.includes(given.type);
    }
}

/** As of an escape that is not legal. */
const unknownText = { raw: "", cooked: null };

/** Nothing can be known of a node of this type. */
const missing = "Missing";

function standIn(part: Part, node: Pick<Node, "range">): object {
    const { range } = node;
    switch (part) {
        case "expression":
            return { type: missing, range };
        case "statement":
            return { type: "EmptyStatement", range };
        case "block":
            return { type: "BlockStatement", body: [], range };
        case "function body":
            return { type: "BlockStatement", body: [{ type: "ReturnStatement", argument: { type: missing, range }, range }], range };
        case "class body":
            return { type: "ClassBody", body: [], range };
        case "text":
            return unknownText;
        default:
            return standInOf(part, node);
    }
}

function standInOf(types: readonly string[], node: Pick<Node, "range">): object {
    const { range } = node;
    switch (types[0]) {
        case "FunctionExpression":
            return { type: "FunctionExpression", id: null, params: [], body: standIn("function body", node), range };
        case "TemplateElement":
            return { type: "TemplateElement", value: unknownText, range };
        case "TemplateLiteral":
            return { type: "TemplateLiteral", quasis: [{ type: "TemplateElement", value: unknownText, range }], expressions: [], range };
        case "Literal":
            return { type: "Literal", value: "", raw: "''", range };
        case "VariableDeclarator":
            return { type: "VariableDeclarator", id: { type: missing, range }, init: null, range };
        case "TSEnumBody":
            return { type: "TSEnumBody", members: [], range };
        default:
            return { type: "Identifier", name: "", range };
    }
}

function unknownProperty({ type, range }: Node): object {
    return { type: type === "ObjectPattern" ? "RestElement" : "SpreadElement", argument: { type: missing, range }, range };
}
