// Draws docs/rules/deconv-checkerboard-{light,dark}.svg: how many inputs each output of a deconvolution is the sum of.
// A test compares the files with this, and the numbers with what TensorFlow.js makes of ones.
import fs from "node:fs";

const inputs = 6;
const shown = 8;
const cell = 36;

/** For each output along an axis, the number of inputs that reach it: each input adds its kernel, a stride from the next. */
export function countsAlong(kernel, stride, length = inputs) {
    const counts = new Array((length - 1) * stride + kernel).fill(0);
    for (let input = 0; input < length; input++) for (let tap = 0; tap < kernel; tap++) counts[input * stride + tap]++;
    return counts;
}

/** The middle of it, away from the edges. */
function middle(counts) {
    const start = 4;
    return counts.slice(start, start + shown);
}

const themes = {
    light: { text: "#1f2328", muted: "#59636e", fill: "#0969da", stroke: "#ffffff", strong: "#ffffff" },
    dark: { text: "#e6edf3", muted: "#9198a1", fill: "#4493f8", stroke: "#0d1117", strong: "#ffffff" },
};

const panels = [
    { kernel: 3, stride: 2, x: 40, title: "kernel 3, strides 2" },
    { kernel: 4, stride: 2, x: 392, title: "kernel 4, strides 2" },
];

function panel({ kernel, stride, x, title }, theme) {
    const counts = middle(countsAlong(kernel, stride));
    const most = Math.max(...counts) ** 2;
    const lines = [`<text x="${x}" y="30" fill="${theme.text}" font-weight="600">${title}</text>`];
    counts.forEach((down, row) => {
        counts.forEach((across, column) => {
            const count = down * across;
            const left = x + column * cell;
            const top = 46 + row * cell;
            const opacity = (0.12 + 0.88 * ((count - 1) / Math.max(1, most - 1))).toFixed(2);
            lines.push(
                `<rect x="${left}" y="${top}" width="${cell}" height="${cell}" fill="${theme.fill}" fill-opacity="${opacity}" stroke="${theme.stroke}"/>`,
                `<text x="${left + cell / 2}" y="${top + 23}" text-anchor="middle" fill="${opacity > 0.6 ? theme.strong : theme.text}">${count}</text>`,
            );
        });
    });
    const verdict = new Set(counts).size > 1 ? "each output: the sum of 1, 2 or 4 inputs" : "each output: the sum of 4 inputs";
    lines.push(`<text x="${x}" y="${46 + shown * cell + 26}" fill="${theme.muted}">${verdict}</text>`);
    return lines;
}

/** The text of one picture. */
export function drawing(name) {
    const theme = themes[name];
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 384" width="720" height="384" font-family="system-ui, -apple-system, 'Segoe UI', sans-serif" font-size="14" role="img">`,
        "<title>A kernel of 3 with strides 2 gives outputs that are the sum of 1, 2 or 4 inputs by turns; a kernel of 4 gives 4 everywhere</title>",
        ...panels.flatMap((one) => panel(one, theme)),
        "</svg>",
        "",
    ].join("\n");
}

export const drawings = Object.keys(themes);

if (import.meta.filename === process.argv[1]) {
    for (const name of drawings) fs.writeFileSync(new URL(`../docs/rules/deconv-checkerboard-${name}.svg`, import.meta.url), drawing(name));
}
