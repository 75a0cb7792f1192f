/** A process that has the module more than once records no more than one that has it once. */
import { expect, test } from "vitest";
import { applicationsOf, recordingTf, type Application } from "./recording-tf.js";

interface Tf {
    readonly layers: Readonly<Record<string, (config?: object) => Layer>>;
    readonly input: (config: object) => object;
}
type Layer = Parameters<typeof applicationsOf>[0];

function cellApplications(tf: Tf): readonly Application[] {
    const cell = tf.layers["gruCell"]!({ units: 2 });
    tf.layers["rnn"]!({ cell }).apply(tf.input({ shape: [3, 4] }) as never);
    return applicationsOf(cell);
}

test("the cell of a recurrent layer is applied as often", async () => {
    // Only the recording functions are read from it.
    const tf = recordingTf as unknown as Tf;
    const before = cellApplications(tf);
    const again = `./recording-tf.js?${"again"}`;
    await import(again);
    expect(cellApplications(tf)).toEqual(before);
    expect(before).toEqual([{ inputs: [[null, 4], [null, 2]], outputs: [[null, 2], [null, 2]] }]);
});
