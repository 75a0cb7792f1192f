/** Runs a program in the real TensorFlow.js, then predicts with every model it made: many mistakes show only there. */
import type * as tfjs from "@tensorflow/tfjs";
import { recordingTf } from "./recording-tf.js";
import { runProgram } from "./run-program.js";

// The cast holds: it is the library with its functions wrapped.
const library = recordingTf as unknown as typeof tfjs;

/** What goes wrong: an error, a NaN, a shape that cannot be. Undefined where all is well. The program has a global `tf`. */
export async function runToTheEnd(code: string): Promise<string | undefined> {
    const models: tfjs.LayersModel[] = [];
    const tf = rememberingModels(models);
    let found: string | undefined;
    const finish = (): void => {
        found = models.map(predictWith).find((failure) => failure !== undefined);
    };
    const { error } = await runProgram(`${code}\n;finish();`, { globals: { tf, finish } });
    return error?.message ?? found;
}

function rememberingModels(models: tfjs.LayersModel[]): typeof tfjs {
    const remember = <M extends tfjs.LayersModel>(model: M): M => {
        models.push(model);
        return model;
    };
    return new Proxy(library, {
        get(target, key) {
            switch (key) {
                case "sequential":
                    return (config?: Parameters<typeof tfjs.sequential>[0]) => remember(target.sequential(config));
                case "model":
                    return (config: Parameters<typeof tfjs.model>[0]) => remember(target.model(config));
                default:
                    return Reflect.get(target, key) as unknown;
            }
        },
    });
}

/** An empty model, or one inside another that has no layers yet, is nothing to predict with. */
function predictWith(model: tfjs.LayersModel): string | undefined {
    if (model.layers.length === 0) {
        return undefined;
    }
    try {
        // What is not known may be anything: a length of 8 is enough for most windows.
        const inputs = model.inputs.map(({ shape }) => library.zeros(shape.map((size, axis) => size ?? (axis === 0 ? 2 : 8))));
        const outputs = [model.predict(inputs.length === 1 ? inputs[0]! : inputs)].flat();
        return outputs.map(failureOf).find((failure) => failure !== undefined);
    } catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}

function failureOf(output: tfjs.Tensor): string | undefined {
    if (output.shape.some((size) => !(size > 0))) {
        return `The output has the shape [${output.shape.join(", ")}].`;
    }
    const size = output.shape.reduce((product, length) => product * length, 1);
    const values = output.dataSync();
    if (values.length !== size) {
        return `The output has ${values.length} values for the shape [${output.shape.join(", ")}].`;
    }
    return values.some((value) => Number.isNaN(value)) ? "The output has NaN in it." : undefined;
}
