/** The program's own models: classes that extend tf.Sequential or tf.LayersModel. What they do not define is the library's. */
import type { Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import type { CallNode, LibraryName, ObjectValue, Value } from "../values.js";
import { methodOf } from "./custom-layers.js";
import { makeFunctional, makeSequential } from "./models.js";

const modelClasses: ReadonlySet<string> = new Set(["Sequential", "LayersModel"]);

export function isModelBase(base: Value | undefined): boolean {
    return base?.kind === "library" && modelClasses.has(base.path);
}

/** Methods that the library asks when it works out a model's shapes, or runs it. */
const asked = ["call", "computeOutputShape", "build"];

/** `super(…)` of such a class: the model behind the instance. */
export function constructModel(e: Evaluation, base: LibraryName, instance: ObjectValue, args: Arguments, node: CallNode): void {
    const config = args.open ? undefined : args.values[0];
    const model = base.path === "Sequential" ? makeSequential(e, config, node) : makeFunctional(e, config, node);
    if (model.kind !== "model") {
        instance.open = true;
        return;
    }
    if (args.open || asked.some((name) => methodOf(instance.class, name))) {
        model.open = true;
    }
    instance.layer = model;
}
