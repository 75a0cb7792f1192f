/** Tests: whoever runs them calls the hooks before each test, and the tests one after the other. */
import { callBack } from "./calls.js";
import { normal, type Outcome } from "./control.js";
import type { Evaluation } from "./evaluation.js";
import { noChanges } from "./journal.js";
import { awaitNow } from "./late.js";
import { undefinedValue, unknown } from "./making.js";
import { find, type Scope } from "./scope.js";
import { withoutTypes } from "./syntax.js";
import { unfinished } from "./unseen.js";
import type { CallNode, FunctionValue, Node, Value } from "./values.js";

type Part = "suite" | "hook" | "hook of each" | "test";

const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
    ["describe", "suite"],
    ["context", "suite"],
    ["before", "hook"],
    ["beforeAll", "hook"],
    ["beforeEach", "hook of each"],
    ["it", "test"],
    ["test", "test"],
    ["specify", "test"],
]);

/** Which of the functions of a test runner a name that nobody in sight declares stands for. */
export function partOf(callee: Node, scope: Scope | undefined): Part | undefined {
    const at = withoutTypes(callee);
    const name = at.type === "MemberExpression" && !at.computed && at.property.type === "Identifier" && at.property.name === "only" ? withoutTypes(at.object) : at;
    const part = name.type === "Identifier" ? parts.get(name.name) : undefined;
    const value = part && name.type === "Identifier" ? scope && find(scope, name.name)?.value : undefined;
    return value === undefined || value.kind === "unknown" || value.kind === "parameter" ? part : undefined;
}

/** Undefined where it is handed no function in sight. */
export function runPart(e: Evaluation, part: Part, args: readonly Value[], node: CallNode): Value | undefined {
    const body = args.find((value) => value.kind === "function");
    if (!body) {
        return undefined;
    }
    const { hooks } = e;
    switch (part) {
        case "suite":
            once(e, body, false, () => callBack(e, body, [], node));
            e.hooks = hooks;
            break;
        case "hook":
            once(e, body, false, () => awaitNow(e, callBack(e, body, [unknown], node)));
            break;
        case "hook of each":
            e.hooks = [...hooks, body];
            once(e, body, false, () => awaitNow(e, callBack(e, body, [unknown], node)));
            break;
        case "test":
            once(e, body, true, () => {
                for (const hook of hooks) {
                    awaitNow(e, callBack(e, hook, [unknown], node));
                }
                awaitNow(e, callBack(e, body, [unknown], node));
            });
            break;
    }
    return undefinedValue;
}

/** What fails there, or takes too long to follow, leaves the others running. A test is `perhaps` not run at all. */
function once(e: Evaluation, body: FunctionValue, perhaps: boolean, call: () => void): void {
    const { depth } = e;
    let outcomes: readonly Outcome[] = [];
    const isDone = e.affords(e.goodPart, () => {
        outcomes = e.fork(() => {
            call();
            return normal;
        }, !perhaps);
    });
    e.depth = depth;
    if (!isDone) {
        unfinished(e, body.scope, body);
        return;
    }
    const going = outcomes.filter(({ completion }) => completion.kind !== "throw");
    const ways = (going.length > 0 ? going : outcomes).map(({ changes }) => changes);
    e.heap.join(perhaps ? [noChanges, ...ways] : ways);
}
