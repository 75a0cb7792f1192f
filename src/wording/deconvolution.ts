/** The words for a deconvolution's lengths. */
import type { Problem } from "../analysis/analysis.js";
import type { DeconvolutionSetup } from "../catalogue/fault.js";
import { print, type Dim } from "../shapes/dim.js";
import { identicalShapes, printLengths } from "../shapes/shape.js";
import { optionSpelling } from "./options.js";

interface Words {
    readonly messageId: "length" | "ignored" | "unread";
    readonly data: Readonly<Record<string, string>>;
}

export function describeLengths(problem: Problem, setup: DeconvolutionSetup): Words {
    const { finding } = problem;
    const strides = optionSpelling(finding, "strides");
    const unread = finding.unread.find((option) => option.means === "strides");
    const data = {
        option: optionSpelling(finding, "outputShape"),
        declared: printLengths(setup.declaredLengths),
        unread: unread?.spelling ?? "",
        stride: `${strides} ${printPerAxis(setup.strides)}`,
        makes: strides.endsWith("s") ? "make" : "makes",
        made: printRange(setup),
        input: printLengths(setup.inputLengths),
        kernel: printKernel(setup),
        padding: /^[a-z]+$/.test(setup.padding) ? `'${setup.padding}'` : `${optionSpelling(finding, "padding")} ${setup.padding}`,
        remedy: remedyFor(problem, setup, strides),
    };
    return { messageId: unread ? "unread" : setup.declarationIgnored ? "ignored" : "length", data };
}

/** `2` where all axes are alike, `[2, 1]` otherwise. */
function printPerAxis(dims: readonly Dim[]): string {
    const texts = dims.map(print);
    const [first = ""] = texts;
    return texts.every((text) => text === first) ? first : `[${texts.join(", ")}]`;
}

function printRange({ made, madeMost }: DeconvolutionSetup): string {
    return identicalShapes(made, madeMost) ? printLengths(made) : `${printLengths(made)} to ${printLengths(madeMost)}`;
}

function printKernel({ kernel, dilation }: DeconvolutionSetup): string {
    const dilated = dilation.some((dim) => !(dim.kind === "constant" && dim.value === 1));
    return dilated ? `${printLengths(kernel)}, dilation ${printPerAxis(dilation)}` : printLengths(kernel);
}

function remedyFor(problem: Problem, setup: DeconvolutionSetup, strides: string): string {
    const stride = problem.repairs.find((repair) => repair.changes === "strides");
    const { implied } = setup;
    const renamed = problem.repairs.find((repair) => repair.changes === "rename");
    if (renamed) {
        return ` Rename \`${renamed.option}\` to \`${renamed.value}\`.`;
    }
    if (implied?.kind === "exact") {
        return ` ${strides} ${printNumbers(implied.strides)} would make ${printLengths(setup.declaredLengths)}.`;
    }
    if (stride && implied) {
        return ` ${strides} ${printNumbers(implied.strides)} comes nearest.`;
    }
    const shape = problem.repairs.find((repair) => repair.changes === "outputShape");
    return shape ? ` Declare ${shape.value} instead.` : "";
}

function printNumbers(numbers: readonly number[]): string {
    const [first = 1] = numbers;
    return numbers.every((one) => one === first) ? String(first) : `[${numbers.join(", ")}]`;
}
