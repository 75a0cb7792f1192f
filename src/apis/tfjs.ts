/** TensorFlow.js layers: every option is called by its canonical name, in one object. */
import { plainSpelling, type LayerSpelling } from "./spelling.js";
import { tfjsLayers } from "./tfjs-layers.js";

const spellings = new Map<string, LayerSpelling>();

/** Made when a layer is first met: a program has few of them. */
export function tfjsSpelling(name: string): LayerSpelling | undefined {
    const known = spellings.get(name);
    const spec = known || !Object.hasOwn(tfjsLayers, name) ? undefined : tfjsLayers[name];
    if (!spec) {
        return known;
    }
    const made = plainSpelling("tfjs", spec);
    spellings.set(name, made);
    return made;
}

/**
 * Package names of TensorFlow.js: the union package, its parts and its bindings, by name, with a version, or as the end of
 * a CDN address.
 */
const packages = /(?:^|[/:])@tensorflow\/tfjs(?:-node|-node-gpu|-core|-layers|-react-native|-backend-[a-z]+)?(?:@[^/]*)?(?:\/.*)?$/;

export function isTfjsModule(specifier: string): boolean {
    return packages.test(specifier);
}
