/** Programs changed by one token or a few: what an editor sees between two keystrokes, and what slips make of code. */
import { parse } from "@typescript-eslint/parser";
import { Random } from "../fuzz/random.js";

export interface Token {
    readonly start: number;
    readonly end: number;
}

/** Its tokens, in order; whatever the language, TypeScript's parser knows it. */
export function tokensOf(code: string): Token[] {
    const { tokens } = parse(code, { range: true, tokens: true, sourceType: "module" });
    return tokens.map(({ range: [start, end] }) => ({ start, end }));
}

/** The code with one to three tokens deleted, doubled, swapped with the next, or replaced by another of the same file. */
export function mutant(code: string, tokens: readonly Token[], seed: number): string {
    const random = new Random(seed);
    const edits = new Map<number, string>();
    const text = (index: number): string => code.slice(tokens[index]?.start, tokens[index]?.end);
    for (let count = random.int(1, 3); count > 0; count--) {
        const at = random.int(0, tokens.length - 2);
        switch (random.int(0, 3)) {
            case 0:
                edits.set(at, "");
                break;
            case 1:
                edits.set(at, `${text(at)} ${text(at)}`);
                break;
            case 2:
                edits.set(at, text(at + 1));
                edits.set(at + 1, text(at));
                break;
            default:
                edits.set(at, text(random.int(0, tokens.length - 1)));
        }
    }
    let result = "";
    let end = 0;
    tokens.forEach((token, index) => {
        result += code.slice(end, token.start) + (edits.get(index) ?? text(index));
        end = token.end;
    });
    return result + code.slice(end);
}
