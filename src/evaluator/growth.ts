/** Lists that grow by as many items in every turn of a loop of which it is known how many turns there are. */
import type { TSESTree } from "@typescript-eslint/types";
import type { Completion, Outcome } from "./control.js";
import type { Evaluation } from "./evaluation.js";
import { evaluate } from "./expressions.js";
import { lengthOf } from "./making.js";
import type { Scope } from "./scope.js";
import { assignedIn } from "./syntax.js";
import type { ArrayValue, Node } from "./values.js";

/** The number of turns to come, asked for once the loop has settled to what holds in every turn. */
export type TurnsLeft = () => number | undefined;

const mostTurns = 1e6;

/** Of `for (let i = start; i < limit; i += step)`, before the turn that `i` counts. */
export function turnsLeft(e: Evaluation, { init, test, update, body }: TSESTree.ForStatement, scope: Scope): TurnsLeft | undefined {
    if (init?.type !== "VariableDeclaration" || init.kind !== "let" || test?.type !== "BinaryExpression" || test.left.type !== "Identifier" || !isRead(test.right)) {
        return undefined;
    }
    const { name } = test.left;
    const step = stepOf(update, name);
    const now = scope.get(name)?.value;
    if (step === undefined || now?.kind !== "number" || assignedIn(body).names.has(name)) {
        return undefined;
    }
    const { operator, right } = test;
    return () => {
        const limit = evaluate(e, right, scope);
        const by = typeof step === "number" ? step : evaluate(e, step, scope);
        const width = typeof by === "number" ? by : by.kind === "number" ? by.value : undefined;
        return limit.kind === "number" && width !== undefined ? countTurns(now.value, operator, limit.value, width) : undefined;
    };
}

function stepOf(update: Node | null | undefined, name: string): number | Node | undefined {
    if (update?.type === "UpdateExpression") {
        return update.argument.type === "Identifier" && update.argument.name === name ? (update.operator === "++" ? 1 : -1) : undefined;
    }
    if (update?.type !== "AssignmentExpression" || update.left.type !== "Identifier" || update.left.name !== name) {
        return undefined;
    }
    const { operator, right } = update;
    if (operator === "-=" && right.type === "Literal" && typeof right.value === "number") {
        return -right.value;
    }
    const added = operator === "+=" ? right : operator === "=" && right.type === "BinaryExpression" && right.operator === "+" && right.left.type === "Identifier" && right.left.name === name ? right.right : undefined;
    return added && isRead(added) ? added : undefined;
}

/** As the program would count: fractions add up to something else than their product. */
function countTurns(start: number, operator: string, limit: number, step: number): number | undefined {
    const goesOn = { "<": (at: number) => at < limit, "<=": (at: number) => at <= limit, ">": (at: number) => at > limit, ">=": (at: number) => at >= limit }[operator];
    let turns = 0;
    for (let at = start; goesOn?.(at); at += step) {
        if (++turns > mostTurns) {
            return undefined;
        }
    }
    return goesOn && turns;
}

/** Reading it once more does nothing. */
export function isRead(node: Node): boolean {
    return node.type === "Literal" || node.type === "Identifier" || (node.type === "MemberExpression" && !node.computed && (node.object.type === "ThisExpression" || isRead(node.object)));
}

/** How long the lists were that a turn changes. */
export function lengthsBefore(outcomes: readonly Outcome[]): Map<ArrayValue, number> {
    const lengths = new Map<ArrayValue, number>();
    for (const { changes } of outcomes) {
        for (const thing of changes.keys()) {
            if (thing.kind === "array" && !thing.weak && !thing.among && !thing.standIns) {
                const length = lengthOf(thing);
                if (length !== undefined) {
                    lengths.set(thing, length);
                }
            }
        }
    }
    return lengths;
}

/** No length of a list: whoever asks for that gets nothing, whatever is added to it (`lengthOf`). */
const unread = 0.5;

export const noGrowth: ReadonlyMap<ArrayValue, number> = new Map();

/** By how many items every turn makes the lists longer, on every way; run where all holds that holds in every turn. */
export function growthOf(e: Evaluation, lists: Iterable<ArrayValue>, turn: () => Completion): ReadonlyMap<ArrayValue, number> {
    const growth = new Map<ArrayValue, number>();
    const open = [...lists].filter((list) => list.open && list.length === undefined);
    if (open.length === 0) {
        return growth;
    }
    const outcomes = e.silently(() =>
        e.fork(() => {
            for (const list of open) {
                e.heap.touch(list);
                list.length = unread;
            }
            const completion = turn();
            for (const list of open) {
                if (list.length !== undefined && !Number.isInteger(list.length)) {
                    growth.set(list, list.length - unread);
                }
            }
            return completion;
        })
    );
    return outcomes.length === 1 && outcomes[0]?.completion.kind === "normal" ? growth : noGrowth;
}

/** After all turns: the lists are as much longer. */
export function lengthen(e: Evaluation, growth: ReadonlyMap<ArrayValue, number>, lengths: ReadonlyMap<ArrayValue, number>, turns: number | undefined): void {
    if (turns === undefined) {
        return;
    }
    for (const [list, by] of growth) {
        e.heap.touch(list);
        list.length = (lengths.get(list) ?? 0) + by * turns;
    }
}
