/** What holds of a program in both data formats, where nobody tells which it is. */
import { commonFault } from "../catalogue/deconvolution.js";
import type { Fault } from "../catalogue/fault.js";
import { compare, identical, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { Analysis, CallSite, Problem, Repair, ShapeEntry } from "./analysis.js";
import { LazyProblem } from "./problems.js";

export function inBoth(a: Analysis, b: Analysis): Analysis {
    return new CommonAnalysis(a, b);
}

class CommonAnalysis implements Analysis {
    readonly problems: readonly Problem[];
    readonly unfinished: boolean;
    readonly failure = undefined;
    readonly steps: number;
    readonly modules: readonly string[];

    constructor(
        private readonly a: Analysis,
        private readonly b: Analysis,
    ) {
        this.problems = commonProblems(a, b);
        this.unfinished = a.unfinished || b.unfinished;
        this.steps = a.steps + b.steps;
        this.modules = a.modules;
    }

    get layers(): readonly CallSite[] {
        return commonSites(this.a.layers, this.b.layers);
    }

    get tensors(): readonly CallSite[] {
        return commonSites(this.a.tensors, this.b.tensors);
    }
}

function commonProblems(a: Analysis, b: Analysis): Problem[] {
    return a.problems.flatMap((problem) => {
        const other = b.problems.find((one) => one.kind === problem.kind && one.range.start === problem.range.start && one.range.end === problem.range.end);
        const fault = (other && commonMerge(problem.fault, other.fault)) ?? commonFault(problem.fault, other?.fault);
        return fault && other ? [new LazyProblem({ ...problem.finding, fault }, problem.range, () => commonRepairs(problem, other))] : [];
    });
}

/** Shapes that cannot be merged, by an axis on which they differ in both formats; undefined where there is none. */
function commonMerge(fault: Fault, other: Fault): Fault | undefined {
    if (fault.kind !== "merge" || other.kind !== "merge" || fault.first !== other.first || fault.second !== other.second) {
        return undefined;
    }
    const inputs = fault.inputs.map((shape, index) => commonShape(shape, other.inputs[index]));
    const [first, second] = [inputs[fault.first], inputs[fault.second]];
    const axis = first?.findIndex((dim, at) => compare(dim, second?.[at] ?? unknown) === "different") ?? -1;
    const [a, b] = [first?.[axis], second?.[axis]];
    return a && b ? { ...fault, inputs: inputs.map((shape, index) => shape ?? fault.inputs[index] ?? []), axis, a, b } : undefined;
}

function commonSites(sites: readonly CallSite[], others: readonly CallSite[]): CallSite[] {
    return sites.map((site) => common(site, others.find((other) => other.node === site.node)));
}

function commonRepairs(problem: Problem, other: Problem): readonly Repair[] {
    return problem.repairs.flatMap((repair): Repair[] => {
        const twin = other.repairs.find((one) => one.option === repair.option && one.value === repair.value);
        return twin ? [{ ...repair, automatic: repair.automatic && twin.automatic }] : [];
    });
}

function common(site: CallSite, other: CallSite | undefined): CallSite {
    if (other?.shapes.length !== site.shapes.length) {
        return { ...site, params: undefined, shapes: [] };
    }
    const params = site.params && other.params && identical(site.params, other.params) ? site.params : undefined;
    return {
        ...site,
        params,
        shapes: site.shapes.map(
            (entry, index): ShapeEntry => ({
                inputs: commonShapes(entry.inputs, other.shapes[index]?.inputs),
                outputs: commonOutputs(entry.outputs, other.shapes[index]?.outputs ?? []),
            }),
        ),
    };
}

/** Where a layer fails in one format, what comes out, if anything does, is what it makes in the other. */
function commonOutputs(a: readonly (Shape | undefined)[], b: readonly (Shape | undefined)[]): readonly (Shape | undefined)[] {
    return a.length === 0 ? b : b.length === 0 ? a : commonShapes(a, b);
}

function commonShapes(a: readonly (Shape | undefined)[], b: readonly (Shape | undefined)[] | undefined): (Shape | undefined)[] {
    return a.map((shape, index) => commonShape(shape, b?.[index]));
}

function commonShape(shape: Shape | undefined, other: Shape | undefined): Shape | undefined {
    return shape && other && shape.length === other.length ? shape.map((dim, axis) => commonDim(dim, other[axis])) : undefined;
}

function commonDim(a: Dim, b: Dim | undefined): Dim {
    return b && identical(a, b) ? a : unknown;
}
