/** Components of Vue and of React: their functions share what they keep, and are called by somebody else. */
import { describe } from "vitest";
import { see, symbolic } from "./programs.js";

const create = "create() { this.model = tf.sequential(); this.model.add(tf.layers.dense({ units: this.units, inputShape: [4] })); }";

describe("one `this` for the functions of a component", () => {
    symbolic([
        { name: "a model that one method makes and another adds to", code: `export default { data() { return { model: null, units: 8 }; }, methods: { ${create}, grow() { this.model.add(tf.layers.dense({ units: 3 })); } } };`, expected: ["units", "3"] },
        { name: "methods that a hook calls in turn", code: `export default { data: () => ({ model: null }), mounted() { this.create(4); this.grow(); }, methods: { create(size) { this.model = tf.sequential(); this.model.add(tf.layers.dense({ units: 5, inputShape: [size] })); }, grow() { this.model.add(tf.layers.dense({ units: 3 })); } } };`, expected: ["5", "3"] },
        { name: "an object handed to Vue, data as an object, a computed value", code: `new Vue({ el: "#app", data: { n: 3 }, computed: { twice() { return this.n * 2; } }, watch: { n: function (value) { ${see("this.n", "this.twice", "value")} } }, methods: {} });`, expected: ["n, 2*n, value"] },
        { name: "a number of the data is what the page makes of it", code: `export default { data() { return { size: 28, model: undefined }; }, methods: { build() { ${see("this.size", "this.size * 2")} } } };`, expected: ["size, 2*size"] },
        { name: "what was made there stays what it is", code: `export default { data() { return { input: tf.input({ shape: [4] }), dense: tf.layers.dense({ units: 3 }) }; }, methods: { build() { this.dense.apply(tf.input({ shape: [7] })); } } };`, expected: ["4", "3", "7"] },
        { name: "what several set is one of theirs", code: `export default { data() { return { size: null }; }, created() { this.size = 4; }, methods: { change() { this.size = 8; }, build() { ${see("this.size")} } } };`, expected: ["size"] },
        { name: "what nobody in sight sets is not known", code: `export default { props: ["units"], methods: { build() { ${see("this.units", "this.$store.size")} } } };`, expected: ["units, $store.size"] },
        { name: "without anything that a component has, methods are an object of their own", code: `export const tool = { n: 3, methods: { n: 5, build() { ${see("this.n")} } } };`, expected: ["5"] },
    ]);
});
