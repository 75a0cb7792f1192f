/** The summary as a picture: for each model a graph, layers as boxes, shapes on the edges. */
import type { FileSummary } from "./file-summary.js";
import { type Drawing, drawModel, escape } from "./drawing.js";
import { modelsOf, titleOf } from "./models.js";
import { num } from "./routes.js";
import { plural, printable } from "./text.js";

const margin = 24;
const modelGap = 40;
/** Models stand side by side up to this width. */
const shelfWidth = 1400;
const problemWidth = 110;
const lineHeight = 18;

/** The same text for the same summaries, on every machine. */
export function printSvg(files: readonly FileSummary[]): string {
    const drawing = stack(files.map(drawFile), modelGap);
    const width = num(drawing.width + 2 * margin);
    const height = num(drawing.height + 2 * margin);
    const title = files.length === 1 && files[0] ? printable(files[0].path) : plural(files.length, "file");
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="ls-title ls-desc" class="ls">`,
        `<title id="ls-title">Layers of ${escape(title)}</title>`,
        `<desc id="ls-desc">${escape(describeAll(files))}</desc>`,
        `<style>${styles}</style>`,
        `<defs><marker id="ls-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="ls-tip" d="M0 .8L8 4L0 7.2z"/></marker></defs>`,
        `<rect class="ls-back" width="100%" height="100%"/>`,
        `<g transform="translate(${margin} ${margin})">`,
        `${drawing.elements}</g>`,
        `</svg>\n`,
    ].join("\n");
}

function describeAll(files: readonly FileSummary[]): string {
    const texts = files.map((file) => {
        const counts = [plural(file.analysis.layers.length, "layer call"), plural(file.analysis.tensors.length, "tensor operation"), plural(file.problems.length, "problem")];
        const problems = file.problems.map(({ line, message }) => ` Line ${line}: ${printable(message)}`);
        return `${printable(file.path)}: ${counts.join(", ")}.${problems.join("")}`;
    });
    return texts.join(" ");
}

function drawFile(file: FileSummary): Drawing {
    const { path, problems, analysis } = file;
    const models = modelsOf(file).map((model) => stack([text(titleOf(model), "ls-muted"), drawModel(model)], 6));
    const parts = [text(path, "ls-heading"), ...shelves(models)];
    if (models.length === 0) {
        const tensors = analysis.tensors.length > 0 ? ` (${plural(analysis.tensors.length, "tensor operation")})` : "";
        parts.push(text(`No layers${tensors}.`, "ls-muted"));
    }
    if (analysis.unfinished) parts.push(text("The program takes more steps than the budget allows: what comes later in it is not shown.", "ls-muted"));
    if (problems.length > 0) {
        const lines = problems.flatMap(({ line, column, message }) => wrap(`✖ ${line}:${column}  ${printable(message)}`, problemWidth));
        parts.push(stack(lines.map((line) => text(line, "ls-message")), 0));
    }
    return stack(parts, 16);
}

/** Side by side, and on the next shelf where there is no more room. */
function shelves(drawings: readonly Drawing[]): Drawing[] {
    const rows: Drawing[][] = [];
    let used = Infinity;
    for (const drawing of drawings) {
        if (used + modelGap + drawing.width > shelfWidth) {
            rows.push([]);
            used = -modelGap;
        }
        rows.at(-1)?.push(drawing);
        used += modelGap + drawing.width;
    }
    return rows.map((row) => {
        let x = -modelGap;
        const elements = row.map((drawing) => {
            x += modelGap;
            const moved = move(drawing, x, 0);
            x += drawing.width;
            return moved;
        });
        return { width: x, height: Math.max(...row.map(({ height }) => height)), elements: elements.join("") };
    });
}

/** One below the other. */
function stack(drawings: readonly Drawing[], gap: number): Drawing {
    let y = -gap;
    let width = 0;
    const elements = drawings.map((drawing) => {
        y += gap;
        const moved = move(drawing, 0, y);
        y += drawing.height;
        width = Math.max(width, drawing.width);
        return moved;
    });
    return { width, height: Math.max(0, y), elements: elements.join("") };
}

function move({ elements }: Drawing, x: number, y: number): string {
    return x === 0 && y === 0 ? elements : `<g transform="translate(${num(x)} ${num(y)})">\n${elements}</g>\n`;
}

function text(content: string, className: string): Drawing {
    const shown = printable(content);
    return { width: shown.length * (className === "ls-heading" ? 9.5 : 7), height: lineHeight, elements: `<text class="${className}" y="14">${escape(shown)}</text>\n` };
}

function wrap(line: string, width: number): string[] {
    const lines: string[] = [];
    for (const word of line.split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(lines.length === 0 ? word : `    ${word}`);
    }
    return lines;
}

/** Light colours, and dark ones where the reader prefers them. Each pair has a contrast of at least 4.5. */
const styles = `
.ls text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328;white-space:pre}
.ls .ls-heading{font-size:16px;font-weight:600}
.ls .ls-type{font-weight:600}
.ls .ls-muted,.ls .ls-line{fill:#59636e}
.ls .ls-line{font-size:10px}
.ls .ls-shape{font:11px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.ls .ls-message{fill:#b3131f}
.ls .ls-back{fill:#fff}
.ls .ls-box{fill:#f0f4fa;stroke:#7d8590}
.ls .ls-input{fill:#e3f4e5;stroke:#3f7f49}
.ls .ls-model{fill:#efe9fb;stroke:#7b5cc4;stroke-width:2}
.ls .ls-wrong{fill:#ffe3e3;stroke:#c8202c;stroke-width:2}
.ls .ls-edge{fill:none;stroke:#7d8590;stroke-width:1.3}
.ls .ls-skip{stroke:#2f6fbf}
.ls .ls-tip{fill:#59636e}
@media (prefers-color-scheme:dark){
.ls text{fill:#e6edf3}
.ls .ls-muted,.ls .ls-line{fill:#9aa4af}
.ls .ls-message{fill:#ff8b88}
.ls .ls-back{fill:#0d1117}
.ls .ls-box{fill:#1b2330;stroke:#6e7b8a}
.ls .ls-input{fill:#14301b;stroke:#5cae69}
.ls .ls-model{fill:#2a2145;stroke:#a88be8}
.ls .ls-wrong{fill:#4a1418;stroke:#ff6b6b}
.ls .ls-edge{stroke:#8b949e}
.ls .ls-skip{stroke:#6cb0ff}
.ls .ls-tip{fill:#9aa4af}
}
`;
