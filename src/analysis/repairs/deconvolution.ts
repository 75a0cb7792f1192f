/** Changes that might mend a deconvolution whose declared output shape is wrong. */
import { dimDatum, dimOf, numbersDatum, shapeDatum, unknownDatum, type Datum } from "../../catalogue/datum.js";
import { mostStride } from "../../catalogue/deconvolution.js";
import type { DeconvolutionSetup, Fault } from "../../catalogue/fault.js";
import { impliedStrides } from "../../convolution/implied-stride.js";
import { isLegal } from "../../convolution/legal.js";
import type { Window } from "../../convolution/window.js";
import type { Finding } from "../../evaluator/evaluation.js";
import type { Change } from "../../fixes/edit.js";
import { insertArgument, prependDim, renameOption, setDims, setLengths, setLengthsHere, setSize, setWord } from "../../fixes/options.js";
import { constant, identical, isAtLeast, symbolsOf, unknown, type Dim } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import { listLiteral } from "../../fixes/literals.js";
import type { UnreadOption } from "../../apis/spelling.js";
import { misspeltStride } from "../consequences.js";
import { placeOf } from "../findings.js";
import type { Program } from "../run.js";
import type { Candidate } from "./candidate.js";

type FaultOf<K extends Fault["kind"]> = Fault & { readonly kind: K };

/** Candidates for one call; each is a change of some of its options. */
interface Site {
    readonly text: string;
    readonly finding: Finding;
}

export function lengthCandidates(program: Program, finding: Finding, { setup }: FaultOf<"deconv-length">): Candidate[] {
    const site = { text: program.text, finding };
    // As long as a stride stands under a wrong name, whatever else is changed leaves that.
    const misspelt = misspeltStride(finding);
    if (misspelt) {
        return misspeltStrides(site, misspelt, setup);
    }
    return [
        ...impliedCandidates(site, setup),
        ...otherStrides(site, setup),
        ...paddingCandidates(site, setup),
        ...shapeCandidates(site, setup),
    ];
}

function candidate({ finding }: Site, changes: Candidate["changes"], options: Readonly<Record<string, Datum>>, change: Change | undefined, more: Partial<Candidate> = {}): Candidate[] {
    return change ? [{ changes, call: finding.call, overrides: new Map(Object.entries(options)), change, automatic: false, ...more }] : [];
}

/** A stride under a name that the library does not read: as it is, or with the value that the declared shape implies. */
function misspeltStrides(site: Site, unread: UnreadOption, setup: DeconvolutionSetup): Candidate[] {
    const { implied, windows } = setup;
    const given = lengthsOf(unread.given.datum, windows.length);
    const renamed = renameOption(site.text, site.finding, unread, "strides");
    const isSame = implied?.strides.every((stride, axis) => identical(given[axis] ?? unknown, constant(stride)));
    const mended = implied && !isSame && renameOption(site.text, site.finding, unread, "strides", implied.strides);
    const { comesNear = false } = nearness(setup, withStrides(windows, given));
    return [
        ...candidate(site, "rename", { strides: unread.given.datum }, renamed, { automatic: unread.means !== undefined || !comesNear }),
        ...candidate(site, "strides", { strides: numbersDatum(implied?.strides ?? []) }, mended || undefined, { automatic: implied?.kind === "exact" && unread.means !== undefined }),
    ];
}

/** One per axis, of a list or of a number for all. */
function lengthsOf(datum: Datum, axes: number): readonly Dim[] {
    return Array.from({ length: axes }, (_, axis) => dimOf(datum.kind === "list" ? (datum.items[axis] ?? unknownDatum) : datum));
}

/**
 * The stride that the declared lengths speak of. One that only comes nearest is written unasked where there was none,
 * and where a report remains that says more.
 */
function impliedCandidates(site: Site, setup: DeconvolutionSetup): Candidate[] {
    const { implied, strideMissing } = setup;
    if (!implied || isPresent(implied.strides, setup)) {
        return [];
    }
    const here = setLengthsHere(site.text, site.finding, "strides", implied.strides);
    const change = strideChange(site, setup, implied.strides) ?? here;
    const remains = !makes(setup, implied.strides);
    const overrides = strideOverrides(site, setup, implied.strides);
    const [otherwise] = change?.shared && change !== here ? candidate(site, "strides", overrides, here) : [];
    return candidate(site, "strides", overrides, change, {
        ...(otherwise ? { otherwise } : {}),
        automatic: implied.kind === "exact" || (strideMissing && remains),
        ...(remains && strideMissing ? { mayRemain: (other: Finding) => isNearest(other, implied.strides) } : {}),
    });
}

/** A call that these strides do not mend, and no others would. */
function isNearest({ fault }: Finding, strides: readonly number[]): boolean {
    const implied = fault.kind === "deconv-length" ? fault.setup.implied : undefined;
    return implied?.kind === "nearest" && implied.strides.join() === strides.join();
}

function isPresent(strides: readonly number[], setup: DeconvolutionSetup): boolean {
    return strides.every((stride, axis) => identical(setup.strides[axis] ?? unknown, constant(stride)));
}

/** Whether every declared length is legal with these strides. */
function makes(setup: DeconvolutionSetup, strides: readonly number[]): boolean {
    return withStrides(setup.windows, strides.map(constant)).every((window, axis) => isLegal(setup.declaredLengths[axis] ?? unknown, setup.inputLengths[axis] ?? unknown, window) === "legal");
}

function withStrides(windows: readonly Window[], strides: readonly Dim[]): readonly Window[] {
    return windows.map((window, axis) => ({ ...window, stride: strides[axis] ?? unknown }));
}

function withSame(windows: readonly Window[]): readonly Window[] {
    return windows.map((window) => ({ ...window, padding: { kind: "same" } }));
}

/** Where the library ignores the declared shape, what it makes with these windows is perhaps another legal one. */
function nearness({ inferred, inputLengths, declaredLengths }: DeconvolutionSetup, windows: readonly Window[]): Partial<Candidate> {
    const isOther = inferred && windows.some((window, axis) => !identical(inferred(inputLengths[axis] ?? unknown, window), declaredLengths[axis] ?? unknown));
    return isOther ? { comesNear: true } : {};
}

const mostOthers = 2;

/** Where the declared lengths are legal for several strides, the first of them that are alike on all axes. */
function otherStrides(site: Site, setup: DeconvolutionSetup): Candidate[] {
    if (setup.implied) {
        return [];
    }
    const alike = Array.from({ length: mostStride }, (_, index) => setup.windows.map(() => index + 1));
    return alike
        .filter((strides) => !isPresent(strides, setup) && makes(setup, strides))
        .slice(0, mostOthers)
        .flatMap((strides) => candidate(site, "strides", strideOverrides(site, setup, strides), strideChange(site, setup, strides), nearness(setup, withStrides(setup.windows, strides.map(constant)))));
}

function strideChange(site: Site, setup: DeconvolutionSetup, strides: readonly number[]): Change | undefined {
    return isPaddingInstead(site, setup) ? insertArgument(site.text, site.finding, "strides", strides) : setLengths(site.text, site.finding, "strides", strides);
}

function strideOverrides(site: Site, setup: DeconvolutionSetup, strides: readonly number[]): Record<string, Datum> {
    const padding = isPaddingInstead(site, setup);
    return padding ? { strides: numbersDatum(strides), pad: padding } : { strides: numbersDatum(strides) };
}

/** `tf.conv2dTranspose(x, filter, shape, 'same')`: the padding stands where the strides were left out. */
function isPaddingInstead({ finding }: Site, { strideMissing }: DeconvolutionSetup): Datum | undefined {
    const given = finding.given?.options;
    const datum = given?.get("strides")?.datum;
    return strideMissing && finding.spelling === undefined && !given?.has("pad") && datum?.kind === "string" ? datum : undefined;
}

/** 'same', alone or together with the stride that it implies. */
function paddingCandidates(site: Site, setup: DeconvolutionSetup): Candidate[] {
    if (setup.padding === "same" || isPaddingInstead(site, setup)) {
        return [];
    }
    const { finding, text } = site;
    const option = finding.spelling ? "padding" : "pad";
    const change = setWord(text, finding, option, "same");
    const same: Datum = { kind: "string", value: "same" };
    return [...candidate(site, "padding", { [option]: same }, change, nearness(setup, withSame(setup.windows))), ...withStride(site, setup, change, { [option]: same })];
}

function withStride(site: Site, setup: DeconvolutionSetup, padding: Change | undefined, options: Readonly<Record<string, Datum>>): Candidate[] {
    const windows = withSame(setup.windows);
    const implied = impliedStrides(setup.declaredLengths, setup.inputLengths, windows);
    if (setup.implied?.kind === "exact" || implied.kind !== "exact" || isPresent(implied.strides, setup)) {
        return [];
    }
    const strides = setLengths(site.text, site.finding, "strides", implied.strides);
    const change = padding && strides && together(strides, padding);
    return candidate(site, "strides", { ...options, strides: numbersDatum(implied.strides) }, change, nearness(setup, withStrides(windows, implied.strides.map(constant))));
}

/** Two changes in one: not where both would make the object that holds them. */
function together(first: Change, second: Change): Change | undefined {
    if ([...first.edits, ...second.edits].some(({ text }) => text.includes("{"))) {
        return undefined;
    }
    // Both add the comma that was missing after the last property; once is enough.
    const edits = second.edits.filter((edit) => edit.text !== "," || !first.edits.some(({ start, text }) => start === edit.start && text === ","));
    const more = edits.length < second.edits.length ? edits.map((edit) => ({ ...edit, text: `,${edit.text}` })) : edits;
    return { ...first, edits: [...first.edits, ...more], shared: first.shared || second.shared, also: { option: second.option, value: second.value }, ...(second.yields === undefined ? {} : { yields: second.yields }) };
}

/** Legal shapes: the lengths nearest to the declared ones, and those at the other end of what the stride makes. */
function shapeCandidates(site: Site, setup: DeconvolutionSetup): Candidate[] {
    if (setup.madeMost.some((length) => isAtLeast(length, constant(1)) === "never")) {
        return [];
    }
    const nearest = new Map<number, Dim>();
    const farthest = new Map<number, Dim>();
    setup.windows.forEach((window, index) => {
        const axis = setup.lengthAxes[index];
        const declared = setup.declaredLengths[index] ?? unknown;
        if (axis === undefined || isLegal(declared, setup.inputLengths[index] ?? unknown, window) === "legal") {
            return;
        }
        const [least = unknown, most = unknown] = [setup.made[index], setup.madeMost[index]];
        const isAbove = isAtLeast(declared, most) === "always";
        nearest.set(axis, isAbove ? most : least);
        farthest.set(axis, isAbove ? least : most);
    });
    const isOne = [...nearest].every(([axis, length]) => identical(length, farthest.get(axis) ?? unknown));
    return (isOne ? [nearest] : [nearest, farthest]).flatMap((dims) => declaring(site, dims, setup.declared));
}

/** The declared shape with some dimensions changed. */
function declaring(site: Site, dims: ReadonlyMap<number, Dim>, declared: Shape): Candidate[] {
    const change = namesInSight(site, dims, declared) ? setDims(site.text, site.finding, "outputShape", dims, declared) : undefined;
    const shape = declared.map((dim, axis) => dims.get(axis) ?? dim);
    return candidate(site, "outputShape", { outputShape: shapeDatum(shape) }, change);
}

/** The declared shape with its channels at the other end. */
function reordering(site: Site, reordered: Shape, declared: Shape): Candidate[] {
    const dims = reordered.flatMap((dim, axis): [number, Dim][] => (identical(dim, declared[axis] ?? unknown) ? [] : [[axis, dim]]));
    return declaring(site, new Map(dims), declared);
}

/**
 * A symbol can be written only where its name means it: where it stands in an element of the declared shape that, by
 * its value, holds this very symbol.
 */
function namesInSight({ text, finding }: Site, dims: ReadonlyMap<number, Dim>, declared: Shape): boolean {
    const symbols = [...dims.values()].flatMap(symbolsOf);
    if (symbols.length === 0) {
        return true;
    }
    const place = placeOf(finding, "outputShape");
    const elements = place ? (listLiteral(place.node)?.elements ?? []) : [];
    return symbols.every((symbol) =>
        elements.some((element, axis) => element !== null && symbolsOf(declared[axis] ?? unknown).includes(symbol) && mentions(text.slice(element.range[0], element.range[1]), symbol.name)),
    );
}

function mentions(text: string, name: string): boolean {
    return new RegExp(`(?<![\\w$.])${name.replace(/[^\w]/g, "\\$&")}(?![\\w$])`).test(text);
}

/** The batch of the input. */
export function batchCandidates(program: Program, finding: Finding, { shape, axis, input }: FaultOf<"deconv-batch">): Candidate[] {
    return declaring({ text: program.text, finding }, new Map([[axis, input]]), shape);
}

/** As many channels as there are filters; or as many filters as channels are declared, where a layer says how many. */
export function channelCandidates(program: Program, finding: Finding, { shape, axis, declared, filters, reordered }: FaultOf<"deconv-channels">): Candidate[] {
    const site = { text: program.text, finding };
    if (reordered) {
        return reordering(site, reordered, shape);
    }
    const filterChange = finding.spelling && declared.kind === "constant" && declared.value > 0 ? setSize(site.text, finding, "filters", declared.value) : undefined;
    return [...(axis === undefined ? [] : declaring(site, new Map([[axis, filters]]), shape)), ...candidate(site, "option", { filters: dimDatum(declared) }, filterChange)];
}

/** A shape that lacks only the batch. */
export function rankCandidates(program: Program, finding: Finding, { declared, ranks, input }: FaultOf<"deconv-rank">): Candidate[] {
    const [batch] = input;
    if (!batch || ranks.length > 1 || !ranks.includes(declared.length + 1)) {
        return [];
    }
    const change = symbolsOf(batch).length === 0 ? prependDim(program.text, finding, "outputShape", batch, declared) : undefined;
    return candidate({ text: program.text, finding }, "outputShape", { outputShape: shapeDatum([batch, ...declared]) }, change);
}
