import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { deferred } from "../../src/deferred.js";

const metas = Object.fromEntries(Object.entries(rules).map(([name, { meta }]) => [name, meta]));

/** What the deferred rules report of a text, what the rules themselves do, and how often the latter were asked for. */
function lint(code: string, settings: Linter.Config["settings"] = {}) {
    let loads = 0;
    const later = deferred(metas, () => {
        loads++;
        return rules;
    });
    const verify = (plugin: typeof later) =>
        new Linter().verify(code, { plugins: { "layer-shapes": { rules: { ...plugin } } }, rules: Object.fromEntries(Object.keys(metas).map((name) => [`layer-shapes/${name}`, "error"])), settings });
    return { messages: verify(later), same: verify(rules), loads };
}

describe("rules whose work is loaded with the first file that needs it", () => {
    it.each([
        { name: "a file without model code never loads it", code: "export const area = (w, h) => w * h;", count: 0, loads: 0 },
        { name: "a file with model code loads it for each of the rules", code: "tf.zeros([2, 3]).reshape([7]);", count: 1, loads: Object.keys(rules).length },
        { name: "a global of another name is model code by the settings", code: "tensors.zeros([2, 3]).reshape([7]);", settings: { "layer-shapes": { globals: ["tensors"] } }, count: 1, loads: Object.keys(rules).length },
        { name: "without the settings it is not", code: "tensors.zeros([2, 3]).reshape([7]);", count: 0, loads: 0 },
    ])("$name", ({ code, settings, count, loads }) => {
        const result = lint(code, settings);
        expect(result.messages).toHaveLength(count);
        expect(result.messages).toEqual(result.same);
        expect(result.loads).toBe(loads);
    });

    it("one tree that is linted again with other settings is scanned again", () => {
        const linter = new Linter();
        const code = "tensors.zeros([2, 3]).reshape([7]);";
        const config = (settings: Linter.Config["settings"] = {}) => ({ plugins: { "layer-shapes": { rules: { ...deferred(metas, () => rules) } } }, rules: { "layer-shapes/reshape-size": "error" as const }, settings });
        expect(linter.verify(code, config())).toEqual([]);
        expect(linter.verify(linter.getSourceCode(), config({ "layer-shapes": { globals: ["tensors"] } }))).toHaveLength(1);
    });

    it("the `meta` of every rule is plain data, which the bundle writes out", () => {
        expect(JSON.parse(JSON.stringify(metas))).toEqual(metas);
    });
});
