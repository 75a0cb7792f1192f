/**
 * How a library spells a layer: which option names and positional arguments stand for which canonical options, where a
 * default differs, and what a fix has to write. Nothing past this folder knows about spellings.
 */
import { distance } from "fastest-levenshtein";
import type { Datum, Openness } from "../catalogue/datum.js";
import type { OptionTable } from "../catalogue/options.js";
import { given as toGiven, OptionList, type Given, type GivenOptions } from "../catalogue/given.js";
import type { LayerSpec } from "../layers/spec.js";

/** One argument of a call, as the evaluator saw it. */
export interface Argument {
    readonly datum: Datum;
    /** The evaluator's note of where it stands; opaque here. */
    readonly place: object | undefined;
    /** For an object: its fields by name, each with its own place. */
    readonly fields?: OptionList | undefined;
}

/** What an option name stands for: a canonical option, or one element of it (`nb_row` is element 0 of kernelSize). */
export interface Meaning {
    readonly name: string;
    readonly element?: number;
    /** Read, but no word that a message or a fix would use: one of another version. */
    readonly legacy?: true;
}

export interface LayerSpelling {
    readonly library: "tfjs" | "keras";
    readonly spec: LayerSpec;
    /** Every option name the library reads. */
    readonly names: ReadonlyMap<string, Meaning>;
    /** Positional arguments, in order; empty where the library takes one object of options. */
    readonly positional: readonly Meaning[];
    /**
     * Names the library does not read, though their meaning is plain (another library's word, or a slip): a value under
     * such a name has no effect.
     */
    readonly lookalikes: ReadonlyMap<string, string>;
}

/** An option the library does not read. */
export interface UnreadOption {
    readonly spelling: string;
    readonly given: Given;
    /** The canonical option it is a lookalike of, when that is plain. */
    readonly means: string | undefined;
}

export interface ReadCall {
    readonly given: GivenOptions;
    readonly unread: readonly UnreadOption[];
}

const nothing: readonly never[] = [];
const saysNothing: ReadCall = { given: { options: OptionList.none, open: false }, unread: nothing };

/** Sorts the arguments of a call into canonical options. */
export function readCall(spelling: LayerSpelling, args: readonly Argument[]): ReadCall {
    const [only] = args;
    if (!only) {
        return saysNothing;
    }
    if (only.fields && args.length === 1 && saysAsIs(spelling, only.fields)) {
        return { given: { options: only.fields, open: only.datum.kind === "record" && only.datum.open }, unread: nothing };
    }
    return sortCall(spelling, args);
}

function sortCall(spelling: LayerSpelling, args: readonly Argument[]): ReadCall {
    const options = new Map<string, Given>();
    const unread: UnreadOption[] = [];
    let open: Openness = false;
    const elements = new Map<string, (Given | undefined)[]>();

    function take(meaning: Meaning, given: Given): void {
        if (meaning.element === undefined) {
            options.set(meaning.name, given.name === meaning.name ? given : toGiven(meaning.name, given.datum, given.place, given.spelling));
            return;
        }
        const parts = elements.get(meaning.name) ?? [];
        parts[meaning.element] = given;
        elements.set(meaning.name, parts);
    }

    // TensorFlow.js reads one object, and nothing that comes after it.
    const read = spelling.library === "tfjs" ? args.slice(0, 1) : args;
    const last = read.at(-1);
    const keywords = last && isKeywords(last) ? last : undefined;
    const positional = keywords ? read.slice(0, -1) : read;
    positional.forEach((argument, index) => {
        const meaning = spelling.positional[index];
        if (meaning && mayBeKeywords(spelling, meaning, argument) && index === read.length - 1) {
            open = true;
        } else if (meaning) {
            take(meaning, toGiven(meaning.name, argument.datum, argument.place));
        } else if (index === 0 && ["unknown", "parameter", "other"].includes(argument.datum.kind)) {
            // A configuration object that cannot be seen: a variable, an instance of a class.
            open = true;
        }
    });
    if (keywords?.fields) {
        open ||= keywords.datum.kind === "record" && keywords.datum.open;
        for (const given of keywords.fields.all) {
            const { name } = given;
            const meaning = spelling.names.get(name);
            if (meaning) {
                take(meaning, given);
            } else {
                unread.push({ spelling: name, given, means: spelling.lookalikes.get(name) ?? slipOf(spelling, name) });
            }
        }
    }
    for (const [name, parts] of elements) {
        const first = parts.find((part) => part !== undefined);
        if (first) {
            const items = Array.from(parts, (part): Datum => part?.datum ?? { kind: "unknown" });
            options.set(name, { name, datum: { kind: "list", items }, spelling: first.spelling, place: undefined, elements: parts });
        }
    }
    return { given: { options: new OptionList([...options.values()]), open }, unread };
}


/** Whether an object has all its options under their canonical names: then it is what is given, as it stands. */
function saysAsIs({ names }: LayerSpelling, fields: OptionList): boolean {
    for (const { name } of fields.all) {
        const meaning = names.get(name);
        if (meaning?.name !== name || meaning.element !== undefined) {
            return false;
        }
    }
    return true;
}

function isKeywords(argument: Argument): boolean {
    return argument.fields !== undefined;
}

/** A last argument that cannot be seen: the object of keywords, unless it stands where the layer needs a value. */
function mayBeKeywords({ library, spec }: LayerSpelling, { name }: Meaning, { datum }: Argument): boolean {
    return library === "keras" && (datum.kind === "unknown" || datum.kind === "parameter") && spec.options[name]?.required !== true;
}

/** A spelling where every option is called by its canonical name. */
export function plainSpelling(library: LayerSpelling["library"], spec: LayerSpec): LayerSpelling {
    const names = new Map(Object.keys(spec.options satisfies OptionTable).map((name): [string, Meaning] => [name, { name }]));
    return { library, spec, names, positional: [], lookalikes: lookalikesFor(new Map([...names].filter(([name]) => !isIgnored(spec, name)))) };
}

/** The names a layer may be given for something to come of it. */
export function effectiveNames({ names, spec }: LayerSpelling): readonly string[] {
    return [...names].flatMap(([word, { name }]) => (isIgnored(spec, name) ? [] : [word]));
}

function isIgnored({ options }: LayerSpec, name: string): boolean {
    return options[name]?.ignored === true;
}

/**
 * Words of other libraries and common slips, by the canonical option they mean. Snake case is derived, not listed.
 * Sources: option names of Keras 1.2.2, Keras 2.15 and PyTorch 2 (in_channels, stride…).
 */
const synonyms: Readonly<Record<string, readonly string[]>> = {
    strides: ["stride", "subsample", "subsample_length"],
    kernelSize: ["kernel", "filterSize", "kernelSizes", "filter_length"],
    filters: ["filter", "nb_filter", "nbFilter", "outChannels", "out_channels", "numFilters"],
    padding: ["border_mode", "borderMode", "pad"],
    dataFormat: ["dim_ordering", "dimOrdering"],
    dilationRate: ["dilation", "dilations", "dilation_rate", "dilationRates"],
    units: ["unit", "output_dim", "outputDim", "nUnits", "numUnits"],
    poolSize: ["poolingSize", "pool", "pool_size"],
    activation: ["activations"],
    inputShape: ["inputshape", "inputSize"],
    rate: ["p", "dropout", "dropoutRate"],
    returnSequences: ["returnSequence", "return_sequence"],
    targetShape: ["target", "shape"],
    outputShape: ["output_shape"],
    useBias: ["bias"],
    kernelInitializer: ["init"],
};

export function lookalikesFor(names: ReadonlyMap<string, Meaning>): ReadonlyMap<string, string> {
    const lookalikes = new Map<string, string>();
    for (const { name: canonical, element } of names.values()) {
        if (element !== undefined) {
            continue;
        }
        for (const word of [...(synonyms[canonical] ?? []), snakeCase(canonical), canonical.toLowerCase(), canonical]) {
            if (!names.has(word)) {
                lookalikes.set(word, canonical);
            }
        }
    }
    return lookalikes;
}

/**
 * The option that a word of Keras' was meant to be. Nobody knows which library is behind a name in Keras style, so only a
 * slip of the pen counts: one letter in five, at least one.
 */
function slipOf({ library, names }: LayerSpelling, word: string): string | undefined {
    if (library !== "keras") {
        return undefined;
    }
    const text = bare(word);
    const near = new Set<string>();
    for (const [known, { name, element }] of names) {
        const letters = bare(known);
        if (element === undefined && Math.min(letters.length, text.length) > 3 && distance(text, letters) <= Math.max(1, Math.floor(letters.length / 5))) {
            near.add(name);
        }
    }
    const [only, other] = near;
    return other === undefined ? only : undefined;
}

function bare(word: string): string {
    return word.replaceAll("_", "").toLowerCase();
}

export function camelCase(name: string): string {
    return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export function snakeCase(name: string): string {
    return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** How a fix spells a canonical option in this library. */
export function spellOption(spelling: LayerSpelling, canonical: string, prefers: (name: string) => boolean = () => true): string | undefined {
    const words = [...spelling.names].filter(([, meaning]) => meaning.name === canonical && meaning.element === undefined);
    const ownWords = words.filter(([, meaning]) => !meaning.legacy);
    const spellings = (ownWords.length > 0 ? ownWords : words).map(([name]) => name);
    return spellings.find(prefers) ?? spellings[0];
}
