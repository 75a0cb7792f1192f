/** Which fields of its instances a class assigns outside its constructor. */
import type { ClassNode, Node } from "./values.js";

const known = new WeakMap<Node, ReadonlySet<string>>();

export function assignedFields(node: ClassNode): ReadonlySet<string> {
    let names = known.get(node);
    if (!names) {
        const found = new Set<string>();
        for (const member of node.body.body) {
            if (member.type === "MethodDefinition" && member.kind !== "constructor") {
                collect(member.value, found);
            } else if (member.type === "PropertyDefinition" && member.value) {
                // Arrow functions kept in fields are methods as well.
                collect(member.value, found);
            }
        }
        names = found;
        known.set(node, names);
    }
    return names;
}

/** Looks for `this.name = …`, `this.name++` and `[this.name] = …` anywhere below. */
function collect(node: Node, into: Set<string>): void {
    if (node.type === "AssignmentExpression") {
        collectTargets(node.left, into);
    } else if (node.type === "UpdateExpression") {
        collectTargets(node.argument, into);
    }
    for (const [key, part] of Object.entries(node)) {
        if (key === "parent" || key === "loc" || key === "range") {
            continue;
        }
        for (const child of Array.isArray(part) ? part : [part]) {
            if (isNode(child)) {
                collect(child, into);
            }
        }
    }
}

function collectTargets(node: Node | null, into: Set<string>): void {
    switch (node?.type) {
        case "MemberExpression":
            if (node.object.type === "ThisExpression" && !node.computed) {
                into.add(node.property.type === "PrivateIdentifier" ? `#${node.property.name}` : node.property.name);
            }
            break;
        case "ArrayPattern":
            node.elements.forEach((element) => {
                collectTargets(element, into);
            });
            break;
        case "ObjectPattern":
            node.properties.forEach((property) => {
                collectTargets(property.type === "RestElement" ? property.argument : property.value, into);
            });
            break;
        case "AssignmentPattern":
            collectTargets(node.left, into);
            break;
        case "RestElement":
            collectTargets(node.argument, into);
            break;
        default:
            break;
    }
}

function isNode(part: unknown): part is Node {
    return typeof part === "object" && part !== null && "type" in part && typeof part.type === "string";
}
