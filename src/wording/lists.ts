/** Numbers of things and lists of them, in words. */

/** `4`, `2, 3 or 4`. */
export function anyOf(values: readonly (string | number)[]): string {
    const last = values.at(-1) ?? "";
    return values.length > 1 ? `${values.slice(0, -1).join(", ")} or ${last}` : String(last);
}

/** `1 tensor`, `3 tensors`, `2 losses`. */
export function counted(count: number, one: string, several = `${one}s`): string {
    return `${count} ${count === 1 ? one : several}`;
}

/** `` `a` ``, `` `a` and `b` ``. */
export function allOf(names: readonly string[]): string {
    const quoted = names.map((name) => `\`${name}\``);
    const last = quoted.at(-1) ?? "";
    return quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} and ${last}` : last;
}
