/** `4`, `2, 3 or 4`. */
export function anyOf(values: readonly (string | number)[]): string {
    const last = values.at(-1) ?? "";
    return values.length > 1 ? `${values.slice(0, -1).join(", ")} or ${last}` : String(last);
}
