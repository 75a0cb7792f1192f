/** Where Keras-style code has its channels. The default is a setting outside the program, so it is not known here. */
import type { DataFormat } from "../catalogue/image.js";
import { optional } from "../catalogue/options.js";
import { oneOf, type Reader } from "../catalogue/readers.js";

/** By the time they are read, the words of Keras are those of the catalogue. */
function words(): Reader<DataFormat | undefined> {
    const known = oneOf("channelsLast", "channelsFirst");
    const expected = "'channels_last' or 'channels_first' ('tf' or 'th' in Keras 1)";
    return {
        ...known,
        expected,
        read(datum) {
            const reading = known.read(datum);
            return reading.kind === "refused" ? { ...reading, expected, choices: ["channels_last", "channels_first", "tf", "th"] } : reading;
        },
    };
}

/** With several spatial axes, what is not said is not known. */
export function formatOption(axes: number) {
    return { dataFormat: optional<DataFormat | undefined>(words(), axes === 1 ? "channelsLast" : undefined) };
}
