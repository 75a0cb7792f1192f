/** Entries that differ from another library's in some options, or in what comes out. */
import type { OptionTable } from "../catalogue/options.js";
import { layer, type LayerSpec } from "./spec.js";

type Changes<O extends OptionTable> = Omit<Partial<LayerSpec<O>>, "options"> & { readonly options?: OptionTable };

/** The entry with some options of other readers or defaults; their values are of the same types. */
export function adapt<O extends OptionTable>(spec: LayerSpec<O>, changes: Changes<O>): LayerSpec {
    return layer({ ...spec, ...changes, options: { ...spec.options, ...changes.options } });
}
