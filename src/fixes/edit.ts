/** Edits of source text, and what a fix comes to in the end. */
import type { TSESTree } from "@typescript-eslint/types";

export interface TextEdit {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/** Whether others may use what a fix would change. */
export interface Sharing {
    /** It lives in a variable, or in a literal that others may use: not to be changed unasked. */
    readonly shared: boolean;
    /** The literal outside the call that it stands in: where this call is its only reader, nobody shares it after all. */
    readonly holder?: TSESTree.Node;
}

/** What a fix would write. */
export interface Change extends Sharing {
    readonly edits: readonly TextEdit[];
    /** The option or argument as spelt in the source. */
    readonly option: string;
    /** The new value as source text. */
    readonly value: string;
    /** A second option that is changed with it. */
    readonly also?: { readonly option: string; readonly value: string };
    /** An option that is taken away with it. */
    readonly removes?: string;
    /** The option, by its canonical name, where it is written ahead of an object that is spread: what that object says of it stands. */
    readonly yields?: string;
}

export function replace(node: TSESTree.Node, text: string): TextEdit {
    return { start: node.range[0], end: node.range[1], text };
}

export function insert(at: number, text: string): TextEdit {
    return { start: at, end: at, text };
}

export function textOf(text: string, node: TSESTree.Node): string {
    return text.slice(node.range[0], node.range[1]);
}

export function isWithin(inner: TSESTree.Node, outer: TSESTree.Node): boolean {
    return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
