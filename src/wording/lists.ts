/** Numbers of things and lists of them, in words. */

/** `4`, `2, 3 or 4`. */
export function anyOf(values: readonly (string | number)[]): string {
    return joined(values, "or");
}

function joined(values: readonly (string | number)[], word: "and" | "or"): string {
    const last = values.at(-1) ?? "";
    return values.length > 1 ? `${values.slice(0, -1).join(", ")} ${word} ${last}` : String(last);
}

/** `line 5`, `lines 5 and 7`. */
export function inLines(lines: readonly number[]): string {
    return `${lines.length === 1 ? "line" : "lines"} ${joined(lines, "and")}`;
}

/** `axis 2`, `axes 2 and 3`. */
export function onAxes(axes: readonly number[]): string {
    return `${axes.length === 1 ? "axis" : "axes"} ${joined(axes, "and")}`;
}

/** `1 tensor`, `3 tensors`, `2 losses`. */
export function counted(count: number, one: string, several = `${one}s`): string {
    return `${count} ${count === 1 ? one : several}`;
}

/** `` `a` ``, `` `a` and `b` ``. */
export function allOf(names: readonly string[]): string {
    return joined(names.map((name) => `\`${name}\``), "and");
}
