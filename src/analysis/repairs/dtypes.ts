/** A tensor of the wrong dtype: cast where it is passed. */
import type { DType } from "../../catalogue/dtype.js";
import type { FaultPlace } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { addMethod } from "../../fixes/expressions.js";
import { elementOf, placeOf } from "../findings.js";
import type { Candidate } from "./candidate.js";

/** No method makes a complex number of a real one, nor a text of a number. */
const methods: Readonly<Partial<Record<DType, string>>> = { float32: ".toFloat()", int32: ".toInt()", bool: ".toBool()" };

export function castCandidates(text: string, finding: Finding, at: FaultPlace, dtype: DType): Candidate[] {
    const method = methods[dtype];
    const given = at.kind === "option" ? finding.given?.options.get(at.name) : undefined;
    const place = at.kind === "option" ? placeOf(finding, at.name) : undefined;
    if (at.kind !== "option" || method === undefined || !given || !place) {
        return [];
    }
    const { datum } = given;
    const item = datum.kind === "list" ? datum.items[at.axis ?? 0] : datum;
    const node = datum.kind === "list" ? elementOf(place.node, at.axis ?? 0) : place.node;
    if (!node || item?.kind !== "tensor" || item.dtype === "complex64" || item.dtype === "string") {
        return [];
    }
    const cast = { ...item, dtype };
    const value = datum.kind === "list" ? { ...datum, items: datum.items.with(at.axis ?? 0, cast) } : cast;
    return [{ changes: "argument", call: finding.call, overrides: new Map([[at.name, value]]), change: addMethod(text, node, method, at.name), automatic: false }];
}
