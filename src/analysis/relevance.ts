/** Whether a file has anything to do with layers at all. Most files do not, and cost one scan of their text. */

/**
 * The package, a use of the global `tf`, or a call of a Keras-style name, perhaps by another name (`Conv2D as Conv`). A file that imports its TensorFlow.js from a
 * module of its own still mentions `tf.` or a name that ends in `layers`.
 */
const mention =
    /@tensorflow\/tfjs|\btf\s*[.?[,)}]|\.tf\b|\b(?:layers|tfl)\s*\.|\b(?:Input|Sequential|Model|Dense|Convolution[123]D|Conv[123]D|Deconvolution[23]D|Conv[23]DTranspose|Deconv[23]D|(?:Max|Average)Pooling[123]D|UpSampling2D)(?:\s*\(|\s+as\b)|\b(?:Conv|Convolution|Deconvolution)[123]D(?:Transpose)?\s*:/;

export function mentionsModel(text: string, globals: readonly string[]): boolean {
    return mention.test(text) || globals.some((name) => name !== "tf" && text.includes(`${name}.`));
}
