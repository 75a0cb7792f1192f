/** Variables and where they are visible. */
import type { TSESTree } from "@typescript-eslint/types";
import type { Cell } from "./states.js";
import type { Evaluation } from "./evaluation.js";
import { birth } from "./making.js";
import type { Node, Value } from "./values.js";

/** More variables than these are found by a map; most scopes have one or two, and come and go by the thousand. */
const mostLinked = 8;

export class Scope {
    /** The outermost scope of the module it is in: itself for that one. */
    readonly root: Scope;
    /** How many variables it has of its own. */
    size = 0;
    // Each leads to the next: an array that grows would keep room for many more.
    private first: Cell | undefined = undefined;
    private last: Cell | undefined = undefined;
    private index: Map<string, Cell> | undefined = undefined;

    constructor(readonly parent: Scope | undefined) {
        this.root = parent ? parent.root : this;
    }

    /** Its own variables, in the order in which they were declared. */
    get cells(): readonly Cell[] {
        const cells: Cell[] = [];
        for (let cell = this.first; cell; cell = cell.next) {
            cells.push(cell);
        }
        return cells;
    }

    get(name: string): Cell | undefined {
        if (this.index) {
            return this.index.get(name);
        }
        let cell = this.first;
        while (cell && cell.name !== name) {
            cell = cell.next;
        }
        return cell;
    }

    /** Takes the place of another of the same name. */
    add(cell: Cell): void {
        const before = this.get(cell.name);
        if (before) {
            this.replace(before, cell);
        } else if (this.last) {
            this.last.next = cell;
            this.last = cell;
            this.size++;
        } else {
            this.first = cell;
            this.last = cell;
            this.size = 1;
        }
        if (this.index) {
            this.index.set(cell.name, cell);
        } else if (this.size > mostLinked) {
            this.index = new Map();
            for (let one: Cell | undefined = this.first; one; one = one.next) {
                this.index.set(one.name, one);
            }
        }
    }

    private replace(before: Cell, cell: Cell): void {
        cell.next = before.next;
        if (this.last === before) {
            this.last = cell;
        }
        if (this.first === before) {
            this.first = cell;
            return;
        }
        const previous = this.cells.find(({ next }) => next === before);
        if (previous) {
            previous.next = cell;
        }
    }
}

export function rootScope(): Scope {
    return new Scope(undefined);
}

export function childScope(parent: Scope): Scope {
    return new Scope(parent);
}

export function find(scope: Scope, name: string): Cell | undefined {
    for (let at: Scope | undefined = scope; at; at = at.parent) {
        const cell = at.get(name);
        if (cell) {
            return cell;
        }
    }
    return undefined;
}

export function declare(scope: Scope, name: string, value?: Value): Cell {
    const cell: Cell = { kind: "cell", name, value, born: birth(), next: undefined };
    scope.add(cell);
    return cell;
}

/** A variable that no statement declares: a script's global. It is older than any branch that assigns it. */
export function declareGlobal(scope: Scope, name: string, value: Value): Cell {
    const cell: Cell = { kind: "cell", name, value, born: 0, next: undefined };
    scope.add(cell);
    return cell;
}

/** What a list of statements declares. */
export interface Declarations {
    /** `var` names of the whole function body, nested blocks included. */
    readonly vars: readonly string[];
    /** let, const and class names of this list alone. */
    readonly lexical: readonly string[];
    readonly functions: readonly TSESTree.FunctionDeclaration[];
    /** There is one way through it, to its end or to a `return` on it. */
    readonly isStraight: boolean;
}

const straight: ReadonlySet<string> = new Set(["ExpressionStatement", "VariableDeclaration", "ReturnStatement", "FunctionDeclaration"]);

/** Kept: loops and calls run the same statements again and again. */
export function declarationsOf({ declared }: Evaluation, statements: readonly Node[]): Declarations {
    let found = declared.get(statements);
    if (!found) {
        found = collect(statements);
        declared.set(statements, found);
    }
    return found;
}

function collect(statements: readonly Node[]): Declarations {
    const vars: string[] = [];
    const lexical: string[] = [];
    const functions: TSESTree.FunctionDeclaration[] = [];
    for (const statement of statements) {
        const declaration = exported(statement);
        if (declaration?.type === "FunctionDeclaration") {
            functions.push(declaration);
        } else if (declaration?.type === "ClassDeclaration" || declaration?.type === "TSEnumDeclaration") {
            if (declaration.id) {
                lexical.push(declaration.id.name);
            }
        } else if (declaration?.type === "TSModuleDeclaration") {
            if (declaration.id.type === "Identifier") {
                lexical.push(declaration.id.name);
            }
        } else if (declaration?.type === "VariableDeclaration" && declaration.kind !== "var") {
            for (const one of declaration.declarations) {
                patternNames(one.id, lexical);
            }
        } else {
            collectVars(statement, vars);
        }
    }
    // Unfinished code may have nothing where a statement should be.
    const isStraight = statements.every((statement: Node | null) => statement === null || straight.has(statement.type));
    return { vars, lexical, functions, isStraight };
}

function exported(statement: Node | null): Node | undefined {
    if (statement?.type === "ExportNamedDeclaration" || statement?.type === "ExportDefaultDeclaration") {
        return statement.declaration ?? undefined;
    }
    return statement ?? undefined;
}

/** `var` declarations in a statement, not looking into functions. */
function collectVars(node: Node | null | undefined, into: string[]): void {
    switch (node?.type) {
        case "VariableDeclaration":
            if (node.kind === "var") {
                for (const one of node.declarations) {
                    patternNames(one.id, into);
                }
            }
            break;
        case "ExportNamedDeclaration":
            collectVars(node.declaration, into);
            break;
        case "BlockStatement":
            node.body.forEach((child) => {
                collectVars(child, into);
            });
            break;
        case "IfStatement":
            collectVars(node.consequent, into);
            collectVars(node.alternate, into);
            break;
        case "ForStatement":
            collectVars(node.init, into);
            collectVars(node.body, into);
            break;
        case "ForInStatement":
        case "ForOfStatement":
            collectVars(node.left, into);
            collectVars(node.body, into);
            break;
        case "WhileStatement":
        case "DoWhileStatement":
        case "LabeledStatement":
        case "WithStatement":
            collectVars(node.body, into);
            break;
        case "SwitchStatement":
            for (const one of node.cases) {
                one.consequent.forEach((child) => {
                    collectVars(child, into);
                });
            }
            break;
        case "TryStatement":
            collectVars(node.block, into);
            collectVars(node.handler?.body, into);
            collectVars(node.finalizer, into);
            break;
        default:
            break;
    }
}

/** The names a pattern binds. */
export function patternNames(pattern: Node | null | undefined, into: string[]): void {
    switch (pattern?.type) {
        case "Identifier":
            into.push(pattern.name);
            break;
        case "ObjectPattern":
            for (const property of pattern.properties) {
                patternNames(property.type === "RestElement" ? property.argument : property.value, into);
            }
            break;
        case "ArrayPattern":
            pattern.elements.forEach((element) => {
                patternNames(element, into);
            });
            break;
        case "AssignmentPattern":
            patternNames(pattern.left, into);
            break;
        case "RestElement":
            patternNames(pattern.argument, into);
            break;
        case "TSParameterProperty":
            patternNames(pattern.parameter, into);
            break;
        default:
            break;
    }
}
