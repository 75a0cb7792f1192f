/** Keras' layers around another layer, as far as they differ from those of TensorFlow.js. */
import { noEffect, optional } from "../catalogue/options.js";
import { reader } from "../catalogue/readers.js";
import { adapt } from "./adapted.js";
import { bidirectional as tfjsBidirectional, timeDistributed as tfjsTimeDistributed } from "./wrappers.js";

/** Keras 2 and 3 carry all outputs of the wrapped layer over time, and let the number of steps change. */
export const timeDistributed = adapt(tfjsTimeDistributed, {
    options: noEffect("activityRegularizer"),
    output(inputs, values) {
        const outcome = tfjsTimeDistributed.output(inputs, values);
        return outcome && "kind" in outcome && outcome.kind === "unsupported" ? undefined : outcome;
    },
    builtAxes: (input) => input.map((_, axis) => axis).slice(2),
    source: "Keras 2.3.1 keras/layers/wrappers.py, TimeDistributed.compute_output_shape; Keras 1.2.2 of the same file, TimeDistributed.get_output_shape_for",
});

/** Keras 2.4 brought `backward_layer`, which may have other units than the layer that reads forwards. */
export const bidirectional = adapt(tfjsBidirectional, {
    options: {
        backwardLayer: optional(reader<boolean>("a layer", true, (datum) => datum.kind !== "null" && datum.kind !== "undefined"), false),
        ...noEffect("activityRegularizer", "returnSequences", "stateful", "zeroOutputForMask"),
    },
    check: () => [],
    output: (inputs, values) => ((values as unknown as { readonly backwardLayer: boolean }).backwardLayer ? undefined : tfjsBidirectional.output(inputs, values)),
    source: "Keras 2.3.1 keras/layers/wrappers.py, Bidirectional.compute_output_shape; Keras 1.2.2 of the same file, Bidirectional.get_output_shape_for",
});
