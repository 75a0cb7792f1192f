/** Blocks that are tried, and handlers that do it in another way: `try { return [...x]; } catch { return [x]; }` asks what `x` is. */
import type { TSESTree } from "@typescript-eslint/types";
import { find, type Scope } from "./scope.js";
import { walk } from "./syntax.js";
import type { Node, Value } from "./values.js";

const askedAbout = new Set<Value["kind"]>(["tensor", "symbolic", "array", "maybe"]);

/** Whether what comes of the handler is made of a thing that the block has tried to use. */
export function isAttempt({ block, handler }: TSESTree.TryStatement, scope: Scope): boolean {
    const instead = handler?.body.body.flatMap((statement) => resultOf(statement) ?? []) ?? [];
    const things = instead.flatMap((result) => [...namesIn(result)]).filter((name) => askedAbout.has(find(scope, name)?.value?.kind ?? "undefined"));
    if (things.length === 0) {
        return false;
    }
    const tried = namesIn(block);
    return things.some((name) => tried.has(name));
}

/** What a statement returns or assigns. */
function resultOf(statement: Node): Node | undefined {
    if (statement.type === "ReturnStatement") {
        return statement.argument ?? undefined;
    }
    return statement.type === "ExpressionStatement" && statement.expression.type === "AssignmentExpression" ? statement.expression.right : undefined;
}

function namesIn(node: Node): ReadonlySet<string> {
    const names = new Set<string>();
    walk(node, (one) => {
        if (one.type === "Identifier") {
            names.add(one.name);
        }
        return undefined;
    });
    return names;
}
