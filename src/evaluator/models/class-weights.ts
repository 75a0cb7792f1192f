/** `classWeight`: a weight for each class, by output. tfjs-layers 4.22.0 src/engine/training_utils.ts. */
import type { Datum } from "../../catalogue/datum.js";
import { atOption, type Fault } from "../../catalogue/fault.js";
import type { GivenOptions } from "../../catalogue/given.js";
import { printDatum } from "../../catalogue/print.js";
import { compare, constant } from "../../shapes/dim.js";
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
    if ("kind" in weights) {
        return weights;
    }
    const y = options.get("y")?.datum;
    const labels = y?.kind === "list" ? y.items : [y];
    const check = (weight: Datum, index: number): Fault | undefined => checkWeight(weight, targets[index], datum) ?? checkLabels(weight, targets[index], labels[index]);
    return weights.map((weight, index) => weight && check(weight, index)).find((fault) => fault !== undefined);
}

/** As standardizeWeights: every class that the targets hold has a weight. They are numbers of classes, or a column for each class. */
function checkLabels(weight: Datum, target: Shape | undefined, labels: Datum | undefined): Fault | undefined {
    const values = labels?.kind === "tensor" && labels.values?.kind === "list" ? labels.values.items : [];
    const columns = target?.length === 2 ? target[1] : undefined;
    const isColumn = columns !== undefined && compare(columns, constant(1)) === "equal";
    const classes = isColumn ? values.map((row) => classOf(row.kind === "list" ? row.items[0] : row)) : values.map(highestOf);
    const missing = classes.find((one) => one !== undefined && lacksWeight(weight, String(one)));
    return missing === undefined ? undefined : { kind: "class-weight", missing, at: atOption("classWeight") };
}

function classOf(label: Datum | undefined): number | undefined {
    const number = numberOf(label);
    return Number.isInteger(number) ? number : undefined;
}

function numberOf(datum: Datum | undefined): number | undefined {
    return datum?.kind === "number" ? datum.value : undefined;
}

/** The column of the first of the highest numbers in a row. */
function highestOf(row: Datum): number | undefined {
    const numbers = row.kind === "list" && row.items.length > 1 ? row.items.map(numberOf) : [];
    const known = numbers.filter((number) => number !== undefined);
    return known.length === 0 || known.length < numbers.length || known.some(Number.isNaN) ? undefined : known.indexOf(Math.max(...known));
}

function lacksWeight(weight: Datum, name: string): boolean {
    switch (weight.kind) {
        case "record": {
            const field = weight.fields.get(name);
            return field ? isNothing(field) : weight.open === false;
        }
        case "list": {
            const item = weight.items[Number(name)];
            return weight.elements === undefined && (item === undefined || isNothing(item));
        }
        default:
            return false;
    }
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
