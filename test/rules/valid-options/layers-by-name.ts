/** `getLayer` with a name or an index that no layer of the model has. */
import type { TrueTables } from "../truth.js";

const named = "const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3], name: 'hidden' }), tf.layers.dense({ units: 1, name: 'score' })] });";
const half = "const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3], name: 'hidden' }), tf.layers.dense({ units: 1 })] });";

export const layersByName: TrueTables = {
    valid: [
        { name: "a layer by its name, and by its place", code: `${named}\nmodel.getLayer('score');\nmodel.getLayer(undefined, 1);\nmodel.getLayer(0);` },
        { name: "silent: a name that the library may have given", failsFor: "the layer is called otherwise this time", code: `${half}\nmodel.getLayer('dense_Dense998');` },
        { name: "silent: a layer that was perhaps added", failsFor: "it was not", code: `${named}\nif (Math.random() > 2) model.add(tf.layers.dense({ units: 1, name: 'more' }));\nmodel.getLayer('more');` },
        { name: "silent: layers of a model that was loaded", notRun: "there is nothing to load", code: "export async function features() {\n    const model = await tf.loadLayersModel('model.json');\n    return model.getLayer('conv_pw_13_relu');\n}" },
        { name: "the placeholder of a sequential model, in what is made from it", code: `${named}\ntf.model({ inputs: model.inputs, outputs: model.getLayer('hidden').output }).getLayer('hidden_input');` },
        { name: "a layer that was given its name later", code: `${half}\nmodel.layers[1].name = 'last';\nmodel.getLayer('last');` },
        { name: "a model within a model", code: `${named}\nconst whole = tf.sequential({ name: 'whole' });\nwhole.add(model);\nwhole.getLayer(model.name);` },
    ],
    invalid: [
        {
            name: "a name that is misspelt",
            code: `${named}\nmodel.getLayer('hiden');`,
            errors: [
                {
                    messageId: "value",
                    data: { option: "name", given: "'hiden'", expected: "'hidden' or 'score'", effect: "" },
                    on: "'hiden'",
                    suggestions: [{ messageId: "setOption", data: { name: "name", value: "'hidden'" }, output: `${named}\nmodel.getLayer('hidden');` }],
                },
            ],
        },
        { name: "a name that the library gives to no layer", code: `${half}\nmodel.getLayer('conv1');`, errors: [{ messageId: "value", data: { option: "name", given: "'conv1'", expected: "the name of one of the model's layers", effect: "" }, on: "'conv1'" }] },
        { name: "the placeholder, which is no layer of a sequential model", code: `${named}\nmodel.getLayer('hidden_input');`, errors: [{ messageId: "value", data: { option: "name", given: "'hidden_input'", expected: "'hidden' or 'score'", effect: "" }, on: "'hidden_input'" }] },
        { name: "a place that is not there", code: `${named}\nmodel.getLayer(undefined, 2);`, errors: [{ messageId: "value", data: { option: "index", given: "2", expected: "less than 2, the number of layers", effect: "" }, on: "2", nth: 1 }] },
    ],
};
