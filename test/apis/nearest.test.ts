import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/apis/nearest.js";

const known = ["units", "filters", "kernelSize", "strides", "padding", "activation", "name", "rate"];

describe("the nearest name", () => {
    it.each([
        ["untis", "units"],
        ["kernlSize", "kernelSize"],
        ["KERNEL_SIZE", "kernelSize"],
        ["activaton", "activation"],
        ["filterss", "filters"],
    ])("%s is %s", (name, nearest) => {
        expect(nearestName(name, known)).toBe(nearest);
    });

    it.each([
        ["more than two letters in five differ", "momentum"],
        ["two names are as near", "nate"],
        ["a short word is like many", "x"],
    ])("none where %s", (_reason, name) => {
        expect(nearestName(name, known)).toBeUndefined();
    });
});
