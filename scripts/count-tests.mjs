// Prints the outcome of the last test run on one line, from the results that Vitest wrote: "123 passed, 0 failed".
import fs from "node:fs";

const results = JSON.parse(fs.readFileSync(".vitest/results.json", "utf8"));
const { numPassedTests: passed, numPendingTests: pending, numTodoTests: todo } = results;
// A file that fails before its first test has no failed test to count.
const brokenFiles = results.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
);
const failed = results.numFailedTests + brokenFiles.length;
const skipped = pending + todo;

console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
if (passed === 0 || failed > 0 || !results.success) process.exitCode = 1;
