/** The words for a deconvolution's lengths. */
import type { Problem } from "../analysis/analysis.js";
import { misspeltStride } from "../analysis/consequences.js";
import type { DeconvolutionSetup } from "../catalogue/fault.js";
import { constant, isAtLeast, print, type Dim } from "../shapes/dim.js";
import { printLengths } from "../shapes/shape.js";
import { onAxes } from "./lists.js";
import { optionSpelling } from "./options.js";

interface Words {
    readonly messageId: "length" | "ignored" | "unread";
    readonly data: Readonly<Record<string, string>>;
}

export function describeLengths(problem: Problem, setup: DeconvolutionSetup): Words {
    const { finding } = problem;
    const strides = optionSpelling(finding, "strides");
    const unread = setup.strideMissing ? misspeltStride(finding) : undefined;
    const data = {
        option: setup.isPartial ? `${optionSpelling(finding, "outputShape")} at ${onAxes(setup.lengthAxes)}` : optionSpelling(finding, "outputShape"),
        declared: printLengths(setup.declaredLengths),
        stride: strideClause(setup, strides, unread !== undefined),
        made: printRange(setup),
        input: setup.isPartial && setup.inputLengths.length === 1 ? `length-${printLengths(setup.inputLengths)}` : printLengths(setup.inputLengths),
        window: printWindow(setup, finding.spelling ? optionSpelling(finding, "padding") : "pad"),
        remedy: remedyFor(problem, setup, strides),
    };
    return unread ? { messageId: "unread", data: { ...data, unread: unread.spelling } } : { messageId: setup.declarationIgnored ? "ignored" : "length", data };
}

/** `strides 1 make`, to be followed by what they make. */
function strideClause({ strides, strideMissing }: DeconvolutionSetup, name: string, isUnread: boolean): string {
    if (strideMissing) {
        return isUnread ? "the stride is 1 and makes" : `without ${name} the stride is 1, which makes`;
    }
    return `${name} ${printPerAxis(strides)} ${name.endsWith("s") ? "make" : "makes"}`;
}

/** `2` where all axes are alike, `[2, 1]` otherwise. */
export function printPerAxis(dims: readonly Dim[]): string {
    const texts = dims.map(print);
    const [first = ""] = texts;
    return texts.every((text) => text === first) ? first : `[${texts.join(", ")}]`;
}

function printRange({ made, madeMost }: DeconvolutionSetup): string {
    if (madeMost.some((length) => isAtLeast(length, constant(1)) === "never")) {
        return "nothing";
    }
    return printLengths(made) === printLengths(madeMost) ? printLengths(made) : `${printLengths(made)} to ${printLengths(madeMost)}`;
}

/** `kernel 3×3, dilation 2, 'same'`. */
function printWindow({ kernel, dilation, padding, windows }: DeconvolutionSetup, paddingName: string): string {
    const rounding = windows.find((window) => window.rounding !== undefined && window.rounding !== "floor")?.rounding;
    const isDilated = dilation.some((dim) => !(dim.kind === "constant" && dim.value === 1));
    // 'same' takes any kernel, and what a kernel's name is tells nobody anything.
    const isTelling = kernel.every(({ kind }) => (padding === "same" ? kind === "constant" : kind !== "unknown"));
    return [
        ...(isTelling ? [`kernel ${printLengths(kernel)}`] : []),
        ...(isDilated ? [`dilation ${printPerAxis(dilation)}`] : []),
        /^[a-z]+$/.test(padding) ? `'${padding}'` : `${paddingName} ${padding}`,
        ...(rounding ? [`rounded by '${rounding}'`] : []),
    ].join(", ");
}

/** What would make it right, as the end of a sentence. */
function remedyFor(problem: Problem, setup: DeconvolutionSetup, strides: string): string {
    const { implied, declaredLengths } = setup;
    const declared = printLengths(declaredLengths);
    const first = (changes: string) => problem.repairs.find((repair) => repair.changes === changes);
    const renamed = first("rename");
    if (renamed) {
        return `. Rename \`${renamed.option}\` to \`${renamed.value}\``;
    }
    if (implied?.kind === "exact") {
        return `. ${strides} ${printNumbers(implied.strides)} would make ${declared}`;
    }
    const padding = first("padding");
    if (padding) {
        return `. ${padding.option} ${padding.value} ${padding.comesNear ? "comes near" : `would make ${declared}`}`;
    }
    const nearest = first("strides");
    const come = strides.endsWith("s") ? "come" : "comes";
    if (nearest?.also) {
        return `. ${nearest.option} ${nearest.value} with ${nearest.also.option} ${nearest.also.value} ${nearest.comesNear ? `${come} near` : `would make ${declared}`}`;
    }
    if (nearest && implied) {
        return `. ${strides} ${printNumbers(implied.strides)} ${come} nearest`;
    }
    if (nearest) {
        return `. ${nearest.option} ${nearest.value} ${nearest.comesNear ? `${come} near` : `would make ${declared}`}`;
    }
    const shape = first("outputShape");
    return shape ? `. Declare ${shape.value} instead` : "";
}

function printNumbers(numbers: readonly number[]): string {
    const [first = 1] = numbers;
    return numbers.every((one) => one === first) ? String(first) : `[${numbers.join(", ")}]`;
}
