/** `tf.data.csv`: of a table that nobody sees, which columns are labels. tfjs-data 4.22.0 src/datasets/csv_dataset.ts. */
import { unknownDatum, type Datum } from "../../catalogue/datum.js";
import { someValue } from "../../training/datasets.js";
import { truth } from "../making.js";
import type { Field, ObjectValue, Value } from "../values.js";

/** As makeDataElement has it: features and labels apart where there are labels, and otherwise all columns beside each other. */
export function rowOfTable(config: Value | undefined): Datum {
    const options = config && plainFields(config);
    const configured = options?.get("columnConfigs");
    const columns = configured && plainFields(configured.value);
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
    const rest: Datum = { kind: "record", fields: features, open: !only || truth(only.value) !== true };
    return labels.size === 0 ? rest : { kind: "record", fields: new Map<string, Datum>([["xs", rest], ["ys", { kind: "record", fields: labels, open: false }]]), open: false };
}

/** Of an object of which all is seen. */
function plainFields(value: Value): ReadonlyMap<string, Field> | undefined {
    return value.kind === "object" && isPlain(value) ? value.fields : undefined;
}

function isPlain({ open, class: itsClass, proto, among, fields }: ObjectValue): boolean {
    return !open && !itsClass && !proto && !among && [...fields.values()].every(({ getter }) => !getter);
}
