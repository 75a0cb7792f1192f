/** `model.getLayer(name)` and `model.getLayer(undefined, index)`. tfjs-layers 4.22.0 src/engine/container.ts, Container.getLayer. */
import { atOption, type Fault } from "../../catalogue/fault.js";
import type { Datum } from "../../catalogue/datum.js";
import { given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import type { Arguments } from "../arguments.js";
import { mayBeAutomatic } from "../automatic-names.js";
import type { Evaluation, Place } from "../evaluation.js";
import { string, undefinedValue, unknown } from "../making.js";
import type { CallNode, LayerValue, ModelValue, Value } from "../values.js";
import { reportCall } from "./reporting.js";

export function getLayer(e: Evaluation, model: ModelValue, args: Arguments, node: CallNode): Value {
    const [passed = undefinedValue, index] = args.values;
    const tried = e.options.overrides?.get(node)?.get("name");
    const name = tried?.kind === "string" ? string(tried.value) : passed;
    const position = name.kind === "number" ? name : index;
    if (model.open || args.open) {
        return unknown;
    }
    if (position?.kind === "number") {
        return model.isPartial ? unknown : layerAt(e, model, position.value, position === name ? 0 : 1, args, node);
    }
    if (name.kind !== "string") {
        return unknown;
    }
    const named = model.layers.find((layer) => nameNow(layer) === name.value || nameNow(layer) === null);
    if (named) {
        return nameNow(named) === name.value ? named : unknown;
    }
    // The placeholder of a sequential model is called after its first layer, and is a layer of what is made from that model.
    const isOfInput = !model.sequential && name.value.endsWith("_input");
    if (!model.keras && !model.isPartial && !isOfInput && model.layers.every((layer) => isNamedOtherwise(e, layer, name.value))) {
        const names = model.layers.flatMap((layer) => nameNow(layer) ?? []);
        const expected = names.length === model.layers.length && names.length <= mostNames ? names.map((one) => `'${one}'`).join(" or ") : "the name of one of the model's layers";
        tell(e, { kind: "option-value", option: "name", given: `'${name.value}'`, expected, choices: names, at: atOption("name") }, name, 0, args, node);
    }
    return unknown;
}

const mostNames = 4;

function layerAt(e: Evaluation, { layers, keras }: ModelValue, index: number, argument: number, args: Arguments, node: CallNode): Value {
    const layer = layers[index];
    if (!layer && !keras && index >= layers.length) {
        const option = argument === 0 ? "name" : "index";
        tell(e, { kind: "option-value", option, given: String(index), expected: layers.length === 0 ? "that of a layer, of which there is none" : `less than ${layers.length}, the number of layers`, at: atOption(option) }, { kind: "number", value: index }, argument, args, node);
    }
    return layer ?? unknown;
}

/** Null: the program has given it another, it is not known which. */
function nameNow(layer: LayerValue | ModelValue): string | null | undefined {
    return layer.kind === "layer" && layer.renamed !== undefined ? layer.renamed : layer.name;
}

/** Of the names that the library gives, only the form is known; those of models within models are left alone. */
function isNamedOtherwise(e: Evaluation, layer: LayerValue | ModelValue, name: string): boolean {
    const own = nameNow(layer);
    if (own !== undefined) {
        return own !== null && own !== name;
    }
    return layer.kind === "layer" && layer.isUnnamed === true && !e.renames && !mayBeAutomatic(name, layer.isInput ? "input" : "layer");
}

function tell(e: Evaluation, fault: Fault & { readonly kind: "option-value" }, datum: Datum, argument: number, args: Arguments, node: CallNode): void {
    const at = args.nodes[argument];
    const place: Place | undefined = at && { node: at, property: undefined, holder: node };
    const given: GivenOptions = { options: new OptionList([toGiven(fault.option, datum, place)]), open: false };
    reportCall(e, node, "getLayer", fault, { given });
}
