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
    return Math.min(mostBox, Math.max(label, Math.ceil(node.type.length * typeWidth + name) + besideType(node)));
}

/** What a box needs for its edges, its line number and its mark. */
function besideType({ line, messages }: ModelNode): number {
    return 2 * padding + (line === undefined ? 0 : (`${line}`.length + 1) * nameWidth) + (messages.length > 0 ? 2 * typeWidth : 0);
}

function drawBox(node: ModelNode, { x, y }: { readonly x: number; readonly y: number }, width: number): string {
    const { kind, type, name, line, messages } = node;
    const left = x - width / 2;
    const isWrong = messages.length > 0;
    const state = isWrong ? "ls-wrong" : kind === "layer" ? "ls-box" : `ls-${kind}`;
    const inside = width - besideType(node);
    const shownType = shorten(printable(type), inside / typeWidth);
    const room = (inside - shownType.length * typeWidth) / nameWidth;
    const shownName = name === undefined || room < 4 ? "" : `  ${shorten(printable(name), room - 2)}`;
    const lineText = line === undefined ? "" : `<text class="ls-line" x="${num(left + width - 8)}" y="${num(y + 18)}" text-anchor="end">${line}</text>`;
    return [
        `<g><title>${escape(describe(node))}</title>`,
        `<rect class="${state}" x="${num(left)}" y="${num(y)}" width="${num(width)}" height="${boxHeight}" rx="${kind === "input" ? 14 : 5}"/>`,
        `<text x="${num(left + padding)}" y="${num(y + 18.5)}">${isWrong ? "✖ " : ""}<tspan class="ls-type">${escape(shownType)}</tspan>${escape(shownName)}</text>`,
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
    return labelAt(shape, width / shapeWidth + 2, `translate(${num(x)} ${num(y)})`);
}

function drawLaneLabel({ edge, lane }: Route, nodes: readonly ModelNode[]): string[] {
    if (lane === undefined) return [];
    const shape = printOutput(nodes[edge.target]?.sources[edge.input]?.shape);
    return [labelAt(shape, 32, `translate(${num(lane.x + 4)} ${num(lane.y)}) rotate(-90)`)];
}

/** On a ground of its own, so that the line behind it does not run through the digits. */
function labelAt(shape: string, most: number, transform: string): string {
    const shown = shorten(shape, most);
    const width = Array.from(shown).length * shapeWidth + 4;
    const title = shown === shape ? "" : `<title>${escape(shape)}</title>`;
    return [
        `<g transform="${transform}">${title}<rect class="ls-back" x="${num(-width / 2)}" y="-10" width="${num(width)}" height="13"/>`,
        `<text class="ls-shape" text-anchor="middle">${escape(shown)}</text></g>`,
    ].join("");
}

function shorten(text: string, most: number): string {
    const characters = Array.from(text);
    return characters.length <= most ? text : `${characters.slice(0, Math.max(1, Math.floor(most) - 1)).join("")}…`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escape(text: string): string {
    return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
