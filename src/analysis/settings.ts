/** What users may set under `settings['layer-shapes']`; all optional. */
export interface Settings {
    /** For Keras-1-style code that does not say. */
    readonly dataFormat?: "channelsFirst" | "channelsLast";
    /** Names that hold TensorFlow.js in script files. Default: ["tf"]. */
    readonly globals?: readonly string[];
    /** Follow relative imports inside the project. Default: true. */
    readonly followImports?: boolean;
    /** Step budget of one analysis, before what its layers add to it. Default: 40,000. */
    readonly maxSteps?: number;
}
