/** What can be told from a tree without running it; kept for as long as the tree lives. */
import type { FunctionNode, Node } from "./values.js";

/** Goes over a tree's nodes, in no order. `visit` says where to go no deeper, and when to go no further. */
export function walk(root: Node, visit: (node: Node) => "skip" | "stop" | undefined): void {
    const waiting: unknown[] = [root];
    while (waiting.length > 0) {
        const next = waiting.pop();
        if (Array.isArray(next)) {
            waiting.push(...(next as unknown[]));
        } else if (isNode(next)) {
            const answer = visit(next);
            if (answer === "stop") {
                return;
            }
            if (answer !== "skip") {
                waiting.push(...childrenOf(next));
            }
        }
    }
}

/** Whether a tree holds a node of these types, not looking into functions. */
function holds(root: Node, types: ReadonlySet<string>): boolean {
    let found = false;
    walk(root, (node) => {
        found = types.has(node.type) || (node.type === "ForOfStatement" && node.await && types.has("AwaitExpression"));
        return found ? "stop" : node !== root && isFunction(node) ? "skip" : undefined;
    });
    return found;
}

export function isNode(part: unknown): part is Node {
    return typeof part === "object" && part !== null && "type" in part && typeof part.type === "string";
}

/** What a node holds that is no part of the tree below it; the program's tokens look like nodes. */
const asides: ReadonlySet<string> = new Set(["parent", "loc", "range", "tokens", "comments"]);

/** Everything a node holds that may be a node or a list of them. A plain loop: whole programs are walked, on every keystroke. */
export function childrenOf(node: Node): unknown[] {
    const children: unknown[] = [];
    for (const key in node) {
        const part: unknown = node[key as keyof Node];
        if (typeof part === "object" && part !== null && !asides.has(key)) {
            children.push(part);
        }
    }
    return children;
}

/**
 * The expressions that an expression begins with, each within the one before it: those that are evaluated before anything
 * else of it. Not further than the one that has been.
 */
export function beginnings(node: Node, done: Node | undefined): Node[] {
    const found: Node[] = [];
    for (let at = beginning(node); at && at !== done; at = beginning(at)) {
        found.push(at);
    }
    return found;
}

function beginning(node: Node): Node | undefined {
    switch (node.type) {
        case "CallExpression": {
            const callee = withoutTypes(node.callee);
            return callee.type === "MemberExpression" ? beginning(callee) : callee.type === "Super" ? undefined : callee;
        }
        case "MemberExpression":
            return node.object.type === "Super" ? undefined : node.object;
        case "BinaryExpression":
            return node.left.type === "PrivateIdentifier" ? undefined : node.left;
        case "LogicalExpression":
            return node.left;
        default:
            return undefined;
    }
}

/** An expression without what TypeScript or Flow says of it, and without the mark of the end of a chain of `?.`. */
export function withoutTypes(node: Node): Node {
    const inner = node.type === "ChainExpression" ? node.expression : withinTypes(node);
    return inner ? withoutTypes(inner) : node;
}

/** Of TypeScript; of Flow, as its parsers have them; and parentheses, which some parsers keep. */
const typings: ReadonlySet<string> = new Set(
    ["TSNonNullExpression", "TSAsExpression", "TSSatisfiesExpression", "TSTypeAssertion", "TSInstantiationExpression"].concat(["TypeCastExpression", "AsExpression", "AsConstExpression", "SatisfiesExpression", "ParenthesizedExpression"]),
);

/** The expression that a type is given to; undefined for any other. */
export function withinTypes(node: Node): Node | undefined {
    const { type } = node;
    // Most of what is asked about.
    if (type === "Identifier" || type === "MemberExpression" || !typings.has(type)) {
        return undefined;
    }
    return "expression" in node && isNode(node.expression) ? node.expression : undefined;
}

function isFunction(node: Node): boolean {
    return node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
}

const awaits: ReadonlySet<string> = new Set(["AwaitExpression"]);
const returns: ReadonlySet<string> = new Set(["ReturnStatement"]);
const known = new WeakMap<Node, { readonly pause: number | undefined }>();

/**
 * The index of the first statement of an async function's body that may wait, or of the first of all where one before it
 * may return; 0 for an expression that waits.
 */
export function firstAwait(body: Node): number | undefined {
    let found = known.get(body);
    if (!found) {
        found = { pause: findAwait(body) };
        known.set(body, found);
    }
    return found.pause;
}

function findAwait(body: Node): number | undefined {
    if (body.type !== "BlockStatement") {
        return holds(body, awaits) ? 0 : undefined;
    }
    const index = body.body.findIndex((statement) => !isFunction(statement) && holds(statement, awaits));
    if (index < 0) {
        return undefined;
    }
    return body.body.slice(0, index).some((statement) => !isFunction(statement) && holds(statement, returns)) ? 0 : index;
}

export interface Assigned {
    /** Variables. */
    readonly names: ReadonlySet<string>;
    readonly properties: ReadonlySet<string>;
}

const assigned = new WeakMap<Node, Assigned>();

/** What a program assigns anywhere, apart from declarations, and the names of properties that it sets. */
export function assignedIn(program: Node): Assigned {
    let found = assigned.get(program);
    if (!found) {
        found = findAssigned(program);
        assigned.set(program, found);
    }
    return found;
}

function findAssigned(program: Node): Assigned {
    const names = new Set<string>();
    const properties = new Set<string>();
    // What a constructor sets of its own instance, it sets of one that nobody has yet.
    const constructors = new Set<unknown>();
    let isOwn = false;
    const addTarget = (target: Node): void => {
        if (target.type === "Identifier") {
            names.add(target.name);
        } else if (target.type === "MemberExpression" && !(isOwn && target.object.type === "ThisExpression")) {
            const { property } = target;
            properties.add(property.type === "PrivateIdentifier" ? `#${property.name}` : property.type === "Identifier" && !target.computed ? property.name : "");
        }
    };
    const waiting: { readonly part: unknown; readonly isOwn: boolean }[] = [{ part: program, isOwn }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { part } = next;
        ({ isOwn } = next);
        if (Array.isArray(part)) {
            for (const one of part as unknown[]) {
                waiting.push({ part: one, isOwn });
            }
        } else if (isNode(part)) {
            switch (part.type) {
                case "MethodDefinition":
                    if (part.kind === "constructor") {
                        constructors.add(part.value);
                    }
                    break;
                case "AssignmentExpression":
                    targetsOf(part.left).forEach(addTarget);
                    break;
                case "UpdateExpression":
                    addTarget(part.argument);
                    break;
                case "ForInStatement":
                case "ForOfStatement":
                    targetsOf(part.left).forEach(addTarget);
                    break;
                default:
                    break;
            }
            const within = isFunction(part) ? constructors.has(part) : isOwn;
            for (const child of childrenOf(part)) {
                waiting.push({ part: child, isOwn: within });
            }
        }
    }
    return { names, properties };
}

/** What a pattern assigns to. */
function targetsOf(pattern: Node): Node[] {
    const targets: Node[] = [];
    const waiting: (Node | null)[] = [pattern];
    while (waiting.length > 0) {
        const next = waiting.pop();
        switch (next?.type) {
            case "Identifier":
            case "MemberExpression":
                targets.push(next);
                break;
            case "AssignmentPattern":
                waiting.push(next.left);
                break;
            case "ArrayPattern":
                waiting.push(...next.elements);
                break;
            case "ObjectPattern":
                waiting.push(...next.properties.map((property) => (property.type === "RestElement" ? property.argument : property.value)));
                break;
            case "RestElement":
                waiting.push(next.argument);
                break;
            default:
                break;
        }
    }
    return targets;
}

/** What a function calls the axes of a tensor: b, h, w and c where it begins with `const [b, h, w, c] = x.shape`. */
export function axisNames({ body }: FunctionNode, tensor: string): readonly (string | undefined)[] {
    const statements = body.type === "BlockStatement" ? body.body : [];
    for (const statement of statements) {
        for (const { id, init } of statement.type === "VariableDeclaration" && statement.kind === "const" ? statement.declarations : []) {
            if (id.type === "ArrayPattern" && init && isShapeOf(init, tensor)) {
                return id.elements.map((element) => (element?.type === "Identifier" ? element.name : undefined));
            }
        }
    }
    return [];
}

function isShapeOf(node: Node, tensor: string): boolean {
    return (
        node.type === "MemberExpression" &&
        !node.computed &&
        node.object.type === "Identifier" &&
        node.object.name === tensor &&
        node.property.type === "Identifier" &&
        node.property.name === "shape"
    );
}
