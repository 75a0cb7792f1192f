/** Layers that leave the shape as it is. */
import { noEffect, type OptionTable } from "../catalogue/options.js";
import { commonOptions } from "./common.js";
import { layer, type InputRule, type LayerSpec, type Untrainable } from "./spec.js";

/** `options` are the layer's own; none of them touches its shape. */
export function identity(name: string, source: string, options: readonly string[] = [], { input = {}, untrainable }: { readonly input?: InputRule; readonly untrainable?: Untrainable } = {}): LayerSpec {
    return layer<OptionTable>({
        name,
        input,
        options: { ...commonOptions, ...noEffect(...options) },
        output: ([shape]) => shape,
        ...(untrainable ? { untrainable: () => untrainable } : {}),
        source,
    });
}
