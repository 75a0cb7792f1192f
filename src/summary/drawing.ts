/** One model as SVG elements. */
import { layOut } from "./layout.js";
import type { Model, ModelNode } from "./models.js";
import { boxHeight, num, type Route, routesOf, topOf } from "./routes.js";
import { printable, printCount, printOutput } from "./text.js";

/** A piece of a picture, drawn from its own top left. */
export interface Drawing {
    readonly width: number;
    readonly height: number;
    readonly elements: string;
}

const typeWidth = 7.6;
const nameWidth = 6.8;
const shapeWidth = 6.7;
const leastBox = 132;
const mostBox = 280;
const padding = 10;
const boxGap = 22;
/** Room above the first row and below the last for what comes in and goes out. */
const outerGap = 44;

export function drawModel({ nodes }: Model): Drawing {
    const width = Math.ceil(nodes.reduce((most, node) => Math.max(most, widthOf(node)), leastBox));
    const layout = layOut(nodes, width, boxGap);
    const { routes, width: right } = routesOf(layout);
    const used = new Set(layout.edges.map(({ source }) => source));
    const center = (node: number): { readonly x: number; readonly y: number } => ({ x: layout.items[node]?.x ?? 0, y: topOf(layout.rowOf[node] ?? 0) });
    const elements = [
        ...routes.map((route) => `<path class="ls-edge${route.lane ? " ls-skip" : ""}" d="${route.path}" marker-end="url(#ls-arrow)"/>`),
        ...nodes.flatMap((node, index) => drawEnds(node, center(index), used.has(index), width)),
        ...nodes.map((node, index) => drawBox(node, center(index), width)),
        ...routes.flatMap((route) => drawLaneLabel(route, nodes)),
    ];
    const height = topOf(layout.rows.length - 1) + boxHeight + 2 * outerGap;
    return { width: right, height, elements: `<g transform="translate(0 ${outerGap})">\n${elements.join("\n")}\n</g>\n` };
}

function widthOf(node: ModelNode): number {
    const label = node.outputs.map(printOutput).join(", ").length * shapeWidth;
    const name = node.name === undefined ? 0 : (node.name.length + 2) * nameWidth;
    const line = node.line === undefined ? 0 : (`${node.line}`.length + 1) * nameWidth;
    return Math.min(mostBox, Math.max(label, node.type.length * typeWidth + name + line + 2 * padding));
}

function drawBox(node: ModelNode, { x, y }: { readonly x: number; readonly y: number }, width: number): string {
    const { kind, type, name, line, messages } = node;
    const left = x - width / 2;
    const state = messages.length > 0 ? "ls-wrong" : kind === "layer" ? "ls-box" : `ls-${kind}`;
    const shownType = shorten(printable(type), (width - 4 * padding) / typeWidth);
    const room = (width - 4 * padding - shownType.length * typeWidth) / nameWidth;
    const shownName = name === undefined || room < 3 ? "" : `  ${shorten(printable(name), room - 2)}`;
    const mark = messages.length > 0 ? "✖ " : "";
    const lineText = line === undefined ? "" : `<text class="ls-line" x="${num(left + width - 8)}" y="${num(y + 18)}" text-anchor="end">${line}</text>`;
    return [
        `<g><title>${escape(describe(node))}</title>`,
        `<rect class="${state}" x="${num(left)}" y="${num(y)}" width="${num(width)}" height="${boxHeight}" rx="${kind === "input" ? 14 : 5}"/>`,
        `<text x="${num(left + padding)}" y="${num(y + 18.5)}">${mark}<tspan class="ls-type">${escape(shownType)}</tspan>${escape(shownName)}</text>`,
        `${lineText}</g>`,
    ].join("");
}

/** What a pointer that rests on the box shows: the problems first. */
function describe({ messages, type, name, line, outputs, params, shared }: ModelNode): string {
    const facts = [
        printable(name === undefined ? type : `${type} "${name}"`),
        line === undefined ? "made in another file" : `line ${line}`,
        `output ${outputs.length > 0 ? outputs.map(printOutput).join(", ") : "?"}`,
        shared ? "weights shared with an earlier layer" : `params ${printCount(params)}`,
    ];
    return [...messages.map(printable), facts.join(", ")].join("\n");
}

/** The shape that comes out, and the arrows that come from or lead out of the picture. */
function drawEnds({ kind, sources, outputs }: ModelNode, { x, y }: { readonly x: number; readonly y: number }, isUsed: boolean, width: number): string[] {
    const elements: string[] = [];
    const bottom = y + boxHeight;
    const outside = sources.filter(({ node }) => node === undefined);
    if (kind !== "input" && outside.length > 0) {
        const shapes = outside.map(({ shape }) => printOutput(shape)).join(", ");
        elements.push(arrow(x, y - 22, y), drawLabel(shapes, x, y - 26, width));
    }
    if (outputs.length === 0) return elements;
    if (!isUsed) elements.push(arrow(x, bottom, bottom + 34));
    return [...elements, drawLabel(outputs.map(printOutput).join(", "), x, bottom + 17, width)];
}

function arrow(x: number, from: number, to: number): string {
    return `<path class="ls-edge" d="M${num(x)} ${num(from)}V${num(to)}" marker-end="url(#ls-arrow)"/>`;
}

function drawLabel(shape: string, x: number, y: number, width: number): string {
    return `<text class="ls-shape" x="${num(x)}" y="${num(y)}" text-anchor="middle">${escape(shorten(shape, width / shapeWidth + 2))}<title>${escape(shape)}</title></text>`;
}

function drawLaneLabel({ edge, lane }: Route, nodes: readonly ModelNode[]): string[] {
    if (lane === undefined) return [];
    const shape = printOutput(nodes[edge.target]?.sources[edge.input]?.shape);
    const transform = `translate(${num(lane.x + 4)} ${num(lane.y)}) rotate(-90)`;
    return [`<text class="ls-shape" transform="${transform}" text-anchor="middle">${escape(shorten(shape, 32))}<title>${escape(shape)}</title></text>`];
}

function shorten(text: string, most: number): string {
    const characters = Array.from(text);
    return characters.length <= most ? text : `${characters.slice(0, Math.max(1, Math.floor(most) - 1)).join("")}…`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escape(text: string): string {
    return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
