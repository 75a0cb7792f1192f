/** `tf.data.csv`: of a table that nobody sees, which columns are labels. tfjs-data 4.22.0 src/datasets/csv_dataset.ts. */
import { unknownDatum, type Datum } from "../../catalogue/datum.js";
import { atCall, atOption, type Fault } from "../../catalogue/fault.js";
import { someValue } from "../../training/datasets.js";
import { truth } from "../making.js";
import type { Field, ObjectValue, Value } from "../values.js";

/** The names of all columns, where the program says them. */
export function namesOfColumns(config: Value | undefined): readonly string[] | undefined {
    const given = config && plainFields(config)?.get("columnNames")?.value;
    const names = given?.kind === "array" && !given.open && !given.among ? given.items.map((item) => (item.kind === "string" ? item.value : undefined)) : [undefined];
    const known = names.filter((name) => name !== undefined);
    return known.length === names.length ? known : undefined;
}

/** As setColumnNames has it, once the first row is read. */
export function checkTable(config: Value | undefined): (Fault & { readonly option: string }) | undefined {
    const options = config && plainFields(config);
    const header = options?.get("hasHeader")?.value;
    if (options && !options.has("columnNames") && header?.kind === "boolean" && !header.value) {
        return { kind: "option-missing", option: "columnNames", at: atCall };
    }
    const names = namesOfColumns(config);
    const configured = options?.get("columnConfigs")?.value;
    const stranger = names && configured && [...(plainFields(configured)?.keys() ?? [])].find((name) => !names.includes(name));
    return stranger === undefined ? undefined : { kind: "option-value", option: "columnConfigs", given: `an object with \`${stranger}\``, expected: "one of columns that are among `columnNames`", at: atOption("columnConfigs") };
}

/** As makeDataElement has it: features and labels apart where there are labels, and otherwise all columns beside each other. */
export function rowOfTable(config: Value | undefined): Datum {
    const options = config && plainFields(config);
    const configured = options?.get("columnConfigs");
    const columns = configured ? plainFields(configured.value) : options && noFields;
    if (!options || !columns) {
        return unknownDatum;
    }
    const labels = new Map<string, Datum>();
    const features = new Map<string, Datum>();
    for (const [name, { value }] of columns) {
        const traits = plainFields(value);
        const label = traits?.get("isLabel");
        const isLabel = traits && (label ? truth(label.value) : false);
        if (isLabel === undefined) {
            return unknownDatum;
        }
        (isLabel ? labels : features).set(name, someValue);
    }
    const only = options.get("configuredColumnsOnly");
    const isOnly = only ? truth(only.value) : false;
    const names = namesOfColumns(config);
    const others = isOnly === false && names ? names.filter((name) => !columns.has(name)) : [];
    const rest: Datum = { kind: "record", fields: new Map([...features, ...others.map((name): [string, Datum] => [name, someValue])]), open: isOnly === undefined || (!isOnly && !names) };
    return labels.size === 0 ? rest : { kind: "record", fields: new Map<string, Datum>([["xs", rest], ["ys", { kind: "record", fields: labels, open: false }]]), open: false };
}

const noFields: ReadonlyMap<string, Field> = new Map();

/** Of an object of which all is seen. */
function plainFields(value: Value): ReadonlyMap<string, Field> | undefined {
    return value.kind === "object" && isPlain(value) ? value.fields : undefined;
}

function isPlain({ open, class: itsClass, proto, among, fields }: ObjectValue): boolean {
    return !open && !itsClass && !proto && !among && [...fields.values()].every(({ getter }) => !getter);
}
