/**
 * Objects of options that stand outside the call they are given to, and were written for that one layer all the same: what it
 * does not read there has no effect.
 */
import type { TSESTree } from "@typescript-eslint/types";
import { tfjsLayers } from "../apis/tfjs-layers.js";
import type { Event, Finding, Place } from "../evaluator/evaluation.js";
import type { IsWrittenFor } from "./findings.js";
import type { Program } from "./run.js";

/**
 * Whether nobody else reads an option: the object is passed to layers of one kind, and its name stands nowhere
 * else. What is spread into the options of others holds what other layers read as well.
 */
export function writtenFor(program: Program, events: readonly Event[]): IsWrittenFor {
    // Another file's function, which the object is handed to, may read what it likes of it.
    return (finding, place) => finding.caller === undefined && isWrittenForIt(program, events, finding, place);
}

function isWrittenForIt({ text, ast }: Program, events: readonly Event[], finding: Finding, { holder, property }: Place): boolean {
    if (property?.type !== "Property" || property.computed || property.shorthand) {
        return false;
    }
    const name = property.key.type === "Identifier" ? property.key.name : String(property.key.value);
    const isWhole = holder.type === "ObjectExpression" && holder.properties.includes(property);
    return (isWhole || !isReadBySome(name)) && isKeyOnly(text, name) && !isExported(ast, property) && events.every((event) => event.kind !== "layer" || event.type === finding.callee || !holds(event, property));
}

function isReadBySome(name: string): boolean {
    return Object.values(tfjsLayers).some(({ options }) => Object.hasOwn(options, name));
}

function holds({ given, unread }: Event & { kind: "layer" }, property: TSESTree.Node): boolean {
    // The evaluator is the only one that makes places.
    const isThere = (place: object | undefined): boolean => (place as Place | undefined)?.property === property;
    return (given?.options.all ?? []).some(({ place }) => isThere(place)) || unread.some((one) => isThere(one.given.place));
}

/** Wherever the name stands, a value follows: nobody reads it by name. */
function isKeyOnly(text: string, name: string): boolean {
    if (!/^\w+$/.test(name)) {
        return false;
    }
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        if (!/^\w*['"]?\s*:/.test(text.slice(at + name.length)) || /\.\s*$/.test(text.slice(0, at))) {
            return false;
        }
    }
    return true;
}

/** Whether other files perhaps get the object: what exports it is not asked for by name alone. */
function isExported({ body }: TSESTree.Program, property: TSESTree.Node): boolean {
    const statement = body.find(({ range: [start, end] }) => start <= property.range[0] && property.range[1] <= end);
    if (statement?.type !== "VariableDeclaration") {
        return statement?.type.startsWith("Export") ?? true;
    }
    const names = statement.declarations.map(({ id }) => (id.type === "Identifier" ? id.name : ""));
    return body.some((other) => {
        switch (other.type) {
            case "ExportNamedDeclaration":
                return other.specifiers.some(({ local }) => names.includes(local.type === "Identifier" ? local.name : local.value));
            case "ExportDefaultDeclaration":
                return other.declaration.type === "ObjectExpression" || (other.declaration.type === "Identifier" && names.includes(other.declaration.name));
            case "ExpressionStatement":
                return other.expression.type === "AssignmentExpression" && isCommonJs(other.expression.left);
            default:
                return false;
        }
    });
}

function isCommonJs(target: TSESTree.Node): boolean {
    return target.type === "MemberExpression" && ((target.object.type === "Identifier" && ["module", "exports"].includes(target.object.name)) || isCommonJs(target.object));
}
