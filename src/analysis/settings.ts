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

/** Settings as the user wrote them; what is not of the right form is left out. */
export function readSettings(given: unknown): Settings {
    if (typeof given !== "object" || given === null) {
        return {};
    }
    const { dataFormat, globals, followImports, maxSteps } = given as Readonly<Record<string, unknown>>;
    return {
        ...(dataFormat === "channelsFirst" || dataFormat === "channelsLast" ? { dataFormat } : {}),
        ...(Array.isArray(globals) && globals.every((name) => typeof name === "string") ? { globals } : {}),
        ...(typeof followImports === "boolean" ? { followImports } : {}),
        ...(typeof maxSteps === "number" && maxSteps > 0 ? { maxSteps } : {}),
    };
}
