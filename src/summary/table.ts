/** The summary for people at a terminal: a table for each model, as `model.summary()` prints it. */
import { stripVTControlCharacters, styleText } from "node:util";
import Table from "cli-table3";
import type { CallSite } from "../analysis/analysis.js";
import type { FileSummary } from "./file-summary.js";
import { type Model, type ModelNode, modelsOf, titleOf } from "./models.js";
import type { Locate } from "./sites.js";
import { plural, printable, printCount, printOutput, sumOf } from "./text.js";

export interface TableStyle {
    readonly colors: boolean;
    /** How wide the terminal is; undefined where lines may be of any length. */
    readonly width?: number | undefined;
}

interface Column {
    readonly title: string;
    readonly align: "left" | "right";
    /** May be wrapped where the terminal is narrow: between words at once, inside them when that is not enough. */
    readonly wraps?: "between" | "inside";
}

type Paint = (style: "bold" | "dim" | "red" | "underline", text: string) => string;

export function printTables(files: readonly FileSummary[], style: TableStyle): string {
    const paint: Paint = (format, text) => (style.colors ? styleText(format, text, { validateStream: false }) : text);
    const full = files.filter(({ analysis, problems }) => analysis.layers.length + analysis.tensors.length + problems.length > 0 || analysis.unfinished);
    const sections = full.map((file) => printFile(file, style, paint));
    const empty = files.length - full.length;
    if (empty > 0) {
        const where = files.length === 1 && files[0] ? printable(files[0].path) : plural(empty, "file");
        sections.push(`${where}: no layers and no tensor operations.\n`);
    }
    return sections.join("\n");
}

function printFile(file: FileSummary, style: TableStyle, paint: Paint): string {
    const { analysis, problems, locate } = file;
    const models = modelsOf(file);
    const parts = [`${paint("underline", printable(file.path))}\n`];
    for (const model of models) {
        parts.push(`${paint("bold", titleOf(model))}\n${printModel(model, style, paint)}${printTotal(model)}\n`);
    }
    if (analysis.tensors.length > 0) {
        parts.push(`${paint("bold", "Tensor operations")}\n${printOperations(analysis.tensors, locate, style, paint)}`);
    }
    if (analysis.unfinished) parts.push("The program takes more steps than the budget allows: what comes later in it is not shown.\n");
    if (problems.length > 0) {
        const lines = problems.map(({ line, column, message, ruleId }) => `${paint("red", "✖")} ${line}:${column}  ${printable(message)}  ${paint("dim", ruleId)}\n`);
        parts.push(`${paint("bold", plural(problems.length, "problem"))}\n${lines.join("")}`);
    }
    return parts.join("\n");
}

function printModel({ nodes }: Model, style: TableStyle, paint: Paint): string {
    const hasNames = nodes.some(({ name }) => name !== undefined);
    const columns: Column[] = [
        { title: "#", align: "right" },
        ...(hasNames ? [{ title: "Name", align: "left", wraps: "inside" } as const] : []),
        { title: "Type", align: "left", wraps: "inside" },
        { title: "Output shape", align: "left", wraps: "between" },
        { title: "Params", align: "right" },
        { title: "Line", align: "right" },
        { title: "From line", align: "left", wraps: "between" },
    ];
    const rows = nodes.map((node, index) => {
        const cells = [
            `${node.messages.length > 0 ? "✖ " : ""}${index + 1}`,
            ...(hasNames ? [printable(node.name ?? "")] : []),
            printable(node.type),
            node.outputs.length > 0 ? node.outputs.map(printOutput).join(", ") : "?",
            node.shared ? "shared" : printCount(node.params),
            printLine(node),
            printSources(node, index, nodes),
        ];
        return node.messages.length > 0 ? cells.map((cell) => paint("red", cell)) : cells;
    });
    return layOut(columns, rows, style, paint);
}

/** The lines of what comes in; with its row, unless that is the row above. */
function printSources({ sources }: ModelNode, index: number, nodes: readonly ModelNode[]): string {
    const texts = sources.map(({ node }) => {
        const source = node === undefined ? undefined : nodes[node];
        if (node === undefined || source === undefined) return "";
        return node === index - 1 ? printLine(source) : `${printLine(source)} (#${node + 1})`;
    });
    return texts.filter((text) => text !== "").join(", ");
}

function printLine({ line }: ModelNode): string {
    return line === undefined ? "elsewhere" : `${line}`;
}

function printTotal({ nodes }: Model): string {
    const { sum, missing } = sumOf(nodes.filter(({ shared }) => !shared).map(({ params }) => params));
    const rest = `${printCount(sum)} without ${plural(missing, "layer")} whose number is not known`;
    return missing > 0 ? `Total params: ? (${rest})` : `Total params: ${printCount(sum)}`;
}

const mostShapes = 5;

function printOperations(sites: readonly CallSite[], locate: Locate, style: TableStyle, paint: Paint): string {
    const columns: Column[] = [
        { title: "Type", align: "left", wraps: "inside" },
        { title: "Output shape", align: "left", wraps: "between" },
        { title: "Line", align: "right" },
    ];
    const rows = sites.map(({ node, type, shapes }) => {
        const outputs = [...new Set(shapes.map((entry) => (entry.outputs.length > 0 ? entry.outputs.map(printOutput).join(", ") : "?")))];
        const more = outputs.length - mostShapes;
        const shown = more > 0 ? [...outputs.slice(0, mostShapes), `and ${more} more`] : outputs;
        return [printable(type), shown.join("\n"), `${locate(node.range[0]).line}`];
    });
    return layOut(columns, rows, style, paint);
}

const gap = 2;
const leastWidth = 10;

function layOut(columns: readonly Column[], rows: readonly (readonly string[])[], style: TableStyle, paint: Paint): string {
    const widths = fit(columns, rows, style.width);
    const table = new Table({
        head: columns.map(({ title }) => paint("bold", title)),
        colAligns: columns.map(({ align }) => align),
        colWidths: widths ?? [],
        wordWrap: widths !== undefined,
        // Its own colours and frame are off: colours are ours to decide, and columns tell themselves apart.
        style: { head: [], border: [], "padding-left": 0, "padding-right": gap },
        chars: { ...frame, mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
    });
    const longest = (text: string): number => Math.max(...text.split(/\s/).map((word) => word.length));
    table.push(
        ...rows.map((cells) =>
            cells.map((content, column) => ({ content, wrapOnWordBoundary: longest(content) <= (widths?.[column] ?? Infinity) - gap })),
        ),
    );
    const [head = "", ...body] = table.toString().split("\n").map((line) => line.trimEnd());
    const rule = "─".repeat([head, ...body].reduce((most, line) => Math.max(most, lengthOf(line)), 0));
    return [head, paint("dim", rule), ...body, paint("dim", rule), ""].join("\n");
}

const frame = {
    top: "",
    "top-mid": "",
    "top-left": "",
    "top-right": "",
    bottom: "",
    "bottom-mid": "",
    "bottom-left": "",
    "bottom-right": "",
    left: "",
    right: "",
    middle: "",
};

/** Column widths for a terminal too narrow for the table: the widest columns give way first. */
function fit(columns: readonly Column[], rows: readonly (readonly string[])[], width: number | undefined): number[] | undefined {
    const widths = columns.map(({ title }, column) => gap + rows.reduce((most, cells) => Math.max(most, lengthOf(cells[column] ?? "")), title.length));
    const total = (): number => widths.reduce((sum, one) => sum + one, 0);
    if (width === undefined || total() <= width) return undefined;
    const narrow = (wraps: Column["wraps"]): void => {
        const wrapping = [...columns.keys()].filter((column) => columns[column]?.wraps === wraps);
        const least = (column: number): number => Math.max(leastWidth, (columns[column]?.title.length ?? 0) + gap);
        const spare = (column: number): number => (widths[column] ?? 0) - least(column);
        while (total() > width) {
            const widest = wrapping.reduce((a, b) => (spare(b) > spare(a) ? b : a), wrapping[0] ?? 0);
            if (spare(widest) <= 0) return;
            widths[widest] = (widths[widest] ?? 0) - 1;
        }
    };
    narrow("between");
    narrow("inside");
    return widths;
}

function lengthOf(cell: string): number {
    return Math.max(...stripVTControlCharacters(cell).split("\n").map((line) => line.length));
}
