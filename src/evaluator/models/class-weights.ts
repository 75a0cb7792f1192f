/** `classWeight`: a weight for each class, by output. tfjs-layers 4.22.0 src/engine/training_utils.ts. */
import type { Datum } from "../../catalogue/datum.js";
import { atOption, type Fault } from "../../catalogue/fault.js";
import type { GivenOptions } from "../../catalogue/given.js";
import { printDatum } from "../../catalogue/print.js";
import type { Shape } from "../../shapes/shape.js";
import { mayBe } from "./compile.js";
import type { ModelValue, SymbolicTensor } from "../values.js";

/** `targets`: one for each output; undefined where nothing is known of it. */
export function checkClassWeight({ outputs }: ModelValue, { options }: GivenOptions, targets: readonly (Shape | undefined)[]): Fault | undefined {
    const datum = options.get("classWeight")?.datum;
    if (!datum || outputs.length === 0) {
        return undefined;
    }
    const weights = standardize(datum, outputs);
    return "kind" in weights ? weights : weights.map((weight, index) => weight && checkWeight(weight, targets[index], datum)).find((fault) => fault !== undefined);
}

/** As standardizeSampleOrClassWeights; of an output undefined where it is not known what it gets. */
function standardize(datum: Datum, outputs: readonly SymbolicTensor[]): readonly (Datum | undefined)[] | Fault {
    const [first] = outputs;
    if (isNothing(datum) || (datum.kind === "list" && datum.items.length === 0)) {
        return [];
    }
    if (first && outputs.length === 1) {
        const [only] = datum.kind === "list" ? datum.items : [];
        return [only && datum.kind === "list" && datum.items.length === 1 ? only : datum.kind === "record" ? under(datum, first, datum) : datum];
    }
    switch (datum.kind) {
        case "list":
            return datum.items.length === outputs.length ? datum.items : refused(datum, outputs);
        case "record": {
            const [field] = datum.open ? [] : datum.fields.values();
            const isWeight = datum.open === false && (!field || field.kind === "number" || field.kind === "size");
            return isWeight ? refused(datum, outputs) : outputs.map((output) => under(datum, output, undefined));
        }
        case "number":
        case "string":
        case "boolean":
            return refused(datum, outputs);
        default:
            return [];
    }
}

function refused(datum: Datum, { length }: readonly SymbolicTensor[]): Fault {
    return wrong(datum, `a list of ${length} objects, or an object with one for each output's name`);
}

/** What stands under the name of an output, or else the other. */
function under({ fields, open }: Datum & { readonly kind: "record" }, output: SymbolicTensor, otherwise: Datum | undefined): Datum | undefined {
    const name = output.producer?.target.name;
    if (name !== undefined) {
        return fields.get(name) ?? (open ? undefined : otherwise);
    }
    return open || [...fields.keys()].some((key) => !isClass(key) && mayBe(output, key)) ? undefined : otherwise;
}

/** As standardizeWeights: some class is asked for as soon as there is a row. */
function checkWeight(weight: Datum, target: Shape | undefined, whole: Datum): Fault | undefined {
    if (isNothing(weight) || weight.kind === "unknown" || weight.kind === "parameter") {
        return undefined;
    }
    if (target && target.length > 2) {
        return { kind: "unsupported", what: `\`classWeight\` for targets of rank ${target.length}`, when: "run", at: atOption("classWeight") };
    }
    const expected = "an object with a weight for each class, by its number";
    if (weight.kind === "string" && !/\d/.test(weight.value)) {
        return { ...wrong(whole, expected), effect: "takes each letter for a weight: all is NaN" };
    }
    return holdsClasses(weight) ? undefined : wrong(whole, expected);
}

function holdsClasses(weight: Datum): boolean {
    switch (weight.kind) {
        case "record":
            return weight.open !== false || [...weight.fields].some(([name, field]) => isClass(name) && !isNothing(field));
        case "list":
            return weight.items.length > 0 && !weight.items.every((item) => item.kind === "record");
        case "number":
        case "size":
        case "boolean":
        case "tensor":
        case "other":
            return false;
        default:
            return true;
    }
}

function isClass(name: string): boolean {
    return /^\d+$/.test(name);
}

function isNothing({ kind }: Datum): boolean {
    return kind === "undefined" || kind === "null";
}

function wrong(datum: Datum, expected: string): Fault {
    return { kind: "option-value", option: "classWeight", given: printDatum(datum), expected, at: atOption("classWeight") };
}
