/** TensorFlow.js layers: every option is called by its canonical name, in one object. */
import { plainSpelling, type LayerSpelling } from "./spelling.js";
import { tfjsLayers } from "./tfjs-layers.js";

export const tfjsLayerSpellings: ReadonlyMap<string, LayerSpelling> = new Map(Object.entries(tfjsLayers).map(([name, spec]) => [name, plainSpelling("tfjs", spec)]));

/**
 * Package names of TensorFlow.js: the union package, its parts and its bindings, by name, with a version, or as the end of
 * a CDN address.
 */
const packages = /(?:^|[/:])@tensorflow\/tfjs(?:-node|-node-gpu|-core|-layers|-react-native|-backend-[a-z]+)?(?:@[^/]*)?(?:\/.*)?$/;

export function isTfjsModule(specifier: string): boolean {
    return packages.test(specifier);
}
