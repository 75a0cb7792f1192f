/** TensorFlow.js layers: every option is called by its canonical name, in one object. */
import { plainSpelling, type LayerSpelling } from "./spelling.js";
import { tfjsLayers } from "./tfjs-layers.js";

const spellings = new Map<string, LayerSpelling>();

/** Made when a layer is first met: a program has few of them. */
export function tfjsSpelling(name: string): LayerSpelling | undefined {
    let spelling = spellings.get(name);
    const spec = Object.hasOwn(tfjsLayers, name) ? tfjsLayers[name] : undefined;
    if (!spelling && spec) {
        spelling = plainSpelling("tfjs", spec);
        spellings.set(name, spelling);
    }
    return spelling;
}

/**
 * Package names of TensorFlow.js: the union package, its parts and its bindings, by name, with a version, or as the end of
 * a CDN address.
 */
const packages = /(?:^|[/:])@tensorflow\/tfjs(?:-node|-node-gpu|-core|-layers|-react-native|-backend-[a-z]+)?(?:@[^/]*)?(?:\/.*)?$/;

export function isTfjsModule(specifier: string): boolean {
    return packages.test(specifier);
}
