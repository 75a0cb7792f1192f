import { expect, test } from "vitest";
import type { Datum } from "../../src/catalogue/datum.js";
import * as readers from "../../src/catalogue/readers.js";
import type { Reader } from "../../src/catalogue/readers.js";
import { print, symbol, type Dim } from "../../src/shapes/dim.js";
import { toDatum } from "../layers/rows.js";

const h: Datum = { kind: "size", dim: symbol("h") };
const negative: Datum = { kind: "size", dim: symbol("n", 0) };
const unknown: Datum = { kind: "unknown" };

/** What a reader makes of a value, as text; "refused" with what it expects. */
function read(reader: Reader<unknown>, value: unknown): string {
    const datum = isDatum(value) ? value : toDatum(value);
    const reading = reader.read(datum);
    return reading.kind === "value" ? text(reading.value) : `refused: ${reading.expected}`;
}

function isDatum(value: unknown): value is Datum {
    return typeof value === "object" && value !== null && "kind" in value;
}

function text(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(text).join(", ")}]`;
    if (typeof value !== "object" || value === null) return String(value);
    if ("before" in value && "after" in value) return `${text(value.before)}:${text(value.after)}`;
    // Everything else that readers give is a dimension.
    return print(value as Dim);
}

function list(...items: (Datum | number)[]): Datum {
    return { kind: "list", items: items.map((item) => (typeof item === "number" ? toDatum(item) : item)) };
}

const tables: Record<string, readonly [Reader<unknown>, readonly (readonly [unknown, string])[]]> = {
    size: [
        readers.size(),
        [
            [3, "3"],
            [h, "h"],
            [unknown, "?"],
            [0, "refused: a positive integer"],
            [2.5, "refused: a positive integer"],
            ["2", "refused: a positive integer"],
            [[2], "refused: a positive integer"],
            [null, "refused: a positive integer"],
            [NaN, "refused: a positive integer"],
            [negative, "n"],
        ],
    ],
    "size from 0": [
        readers.size(0),
        [
            [0, "0"],
            [-1, "refused: an integer of at least 0"],
        ],
    ],
    integer: [
        readers.integer(),
        [
            [-3, "-3"],
            [h, "h"],
            [1.5, "refused: an integer"],
            [[1], "refused: an integer"],
        ],
    ],
    number: [
        readers.number(),
        [
            [0.5, "0.5"],
            [h, "undefined"],
            ["1", "refused: a number"],
        ],
    ],
    perAxis: [
        readers.perAxis(2),
        [
            [3, "[3, 3]"],
            [[1, 2], "[1, 2]"],
            [list(h, unknown), "[h, ?]"],
            [unknown, "[?, ?]"],
            [[1], "refused: a positive integer or a list of 2 of them"],
            [[1, 0], "refused: a positive integer or a list of 2 of them"],
            ["2", "refused: a positive integer or a list of 2 of them"],
        ],
    ],
    "perAxis of one": [
        readers.perAxis(1),
        [
            [[3], "[3]"],
            [[3, 3], "refused: a positive integer or a list of one"],
        ],
    ],
    readingFirst: [
        readers.readingFirst(2, readers.perAxis(2)),
        [
            [[1, 2, "x"], "[1, 2]"],
            [[1], "refused: a positive integer or a list of 2 of them"],
            [4, "[4, 4]"],
        ],
    ],
    listOf: [
        readers.listOf(2),
        [
            [[1, 2], "[1, 2]"],
            [2, "refused: a list of 2 integers of at least 1"],
            [unknown, "[?, ?]"],
        ],
    ],
    shape: [
        readers.shape(),
        [
            [[null, 4], "[null, 4]"],
            [4, "[4]"],
            [list(h), "[h]"],
            [unknown, "undefined"],
            ["4", "refused: a list of integers"],
        ],
    ],
    dimensions: [
        readers.dimensions(),
        [
            [[-1, null], "[-1, null]"],
            [4, "refused: a list of integers"],
        ],
    ],
    addedBorders: [
        readers.addedBorders(2),
        [
            [1, "[1:1, 1:1]"],
            [-1, "[-1:-1, -1:-1]"],
            [[1, 2], "[1:1, 2:2]"],
            [list(list(1, 2), list(h, unknown)), "[1:2, h:?]"],
            [list(unknown, unknown), "[?:?, ?:?]"],
            [list(unknown, list(1, 2)), "[?:?, 1:2]"],
            [1.5, "[?:?, ?:?]"],
            [unknown, "[?:?, ?:?]"],
            [[1, [1, 2]], "refused: an integer, or a list of 2 of them or of 2 pairs"],
            [[1], "refused: an integer, or a list of 2 of them or of 2 pairs"],
            [[[1], [1]], "refused: an integer, or a list of 2 of them or of 2 pairs"],
            [[["1", 1], [1, 1]], "refused: an integer, or a list of 2 of them or of 2 pairs"],
        ],
    ],
    removedBorders: [
        readers.removedBorders(1),
        [
            [2, "[2:2]"],
            [[1, 2], "[1:2]"],
            [-1, "refused: an integer of at least 0 or a list of two"],
            [[1, 2, 3], "refused: an integer of at least 0 or a list of two"],
        ],
    ],
    factors: [
        readers.factors(2),
        [
            [[2, 3], "[2, 3]"],
            [[1.5, 2], "[?, 2]"],
            [list(h, unknown), "[h, ?]"],
            [2, "refused: a list of 2 positive integers"],
            [[0, 2], "refused: a list of 2 positive integers"],
            [[2], "refused: a list of 2 positive integers"],
            [["2", 2], "refused: a list of 2 positive integers"],
        ],
    ],
    integers: [
        readers.integers(),
        [
            [1, "[1]"],
            [[-1, 2], "[-1, 2]"],
            [list(unknown), "[?]"],
            [[1.5], "refused: an integer or a list of integers"],
        ],
    ],
    integerList: [
        readers.integerList(),
        [
            [[2, 1], "[2, 1]"],
            [2, "refused: a list of integers"],
            [[1.5], "refused: a list of integers"],
            [unknown, "undefined"],
        ],
    ],
    oneOf: [
        readers.oneOf("same", "valid"),
        [
            ["same", "same"],
            ["full", "refused: 'same' or 'valid'"],
            [1, "refused: 'same' or 'valid'"],
            [unknown, "undefined"],
        ],
    ],
    boolean: [
        readers.boolean(),
        [
            [true, "true"],
            [0, "undefined"],
        ],
    ],
};

test.each(Object.entries(tables))("%s", (_name, [reader, cases]) => {
    expect(cases.map(([value]) => read(reader, value))).toEqual(cases.map(([, expected]) => expected));
});

test("raw hands the datum on", () => {
    const datum = toDatum([1]);
    expect(readers.raw().read(datum)).toEqual({ kind: "value", value: datum });
});
