// `npm run demo`: lints the examples with the built plugin, fixes them, and shows the shapes of what comes out.
// Exits with 1 where a report or a fix is not the one that examples.json and the files beside it state.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { ESLint } from 'eslint';
import layerShapes from 'eslint-plugin-layer-shapes';
import tseslint from 'typescript-eslint';

const folder = import.meta.dirname;
const root = path.resolve(folder, '../..');
const examples = JSON.parse(read('examples.json'));
const command = fileURLToPath(new URL('../../dist/bundle/cli.js', import.meta.url));

const colors = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (style, text) => (colors ? styleText(style, text) : text);
const print = (...lines) => console.log(lines.join('\n'));

const config = [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, layerShapes.configs.recommended];
const linters = [false, true].map(
    (fix) => new ESLint({ cwd: root, ignore: false, overrideConfigFile: true, overrideConfig: config, fix }),
);

/** What ESLint reports of a text, and the text that `--fix` makes of it with what is left to report then. */
async function lint(text, filePath) {
    const [[before], [after]] = await Promise.all(linters.map((eslint) => eslint.lintText(text, { filePath })));
    return { messages: before.messages, fixed: after.output ?? text, left: after.messages };
}

/** A report as an editor shows it: the line, what is underlined of it, and the message. */
function show(message, text) {
    const { line, column, endLine, endColumn, ruleId, suggestions = [] } = message;
    const code = text.split('\n')[line - 1];
    const length = endLine === line ? endColumn - column : code.length - column + 1;
    const margin = ' '.repeat(String(line).length + 1);
    print(
        `${paint('dim', `${line} │`)} ${code}`,
        `${paint('dim', `${margin}│`)} ${' '.repeat(column - 1)}${paint('red', '^'.repeat(Math.max(1, length)))}`,
        `${paint('red', '✖')} ${message.message}  ${paint('dim', ruleId)}`,
        ...suggestions.map(({ desc }) => `  ${paint('yellow', '→')} ${desc}`),
        '',
    );
}

function showDiff(from, to, before, after) {
    const [, ...lines] = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 1 }).trimEnd().split('\n');
    const styles = { '+': 'green', '-': 'red', '@': 'cyan' };
    print(...lines.map((line) => (styles[line[0]] ? paint(styles[line[0]], line) : line)), '');
}

/** Says so and gives false where what came is not what is stated. */
function expectSame(what, actual, expected) {
    const same = isDeepStrictEqual(actual, expected);
    if (!same) {
        print(paint('red', `Unexpected ${what}:`), JSON.stringify(actual, undefined, 2), 'instead of', JSON.stringify(expected, undefined, 2), '');
    }
    return same;
}

const summarized = (messages) => messages.map(({ line, ruleId }) => ({ line, rule: ruleId?.replace('layer-shapes/', '') }));

async function demonstrate({ folder: name, extension, title, about, reports, afterFix, remark }) {
    const fileOf = (version) => path.join(name, `${version}.${extension}`);
    const [broken, right] = [fileOf('broken'), fileOf('right')];
    const brokenText = read(broken);
    const rightText = read(right);
    print(paint(['bold', 'inverse'], ` ${title} `), about, '');

    const found = await lint(brokenText, path.join(folder, broken));
    print(paint('bold', `eslint docs/examples/${broken}`), '');
    found.messages.forEach((message) => show(message, brokenText));

    print(paint('bold', `eslint --fix docs/examples/${broken}`), '');
    showDiff(broken, 'fixed', brokenText, found.fixed);
    found.left.forEach((message) => show(message, found.fixed));

    if (found.left.length > 0) {
        print(remark, '');
        showDiff('fixed', right, found.fixed, rightText);
    }
    const clean = await lint(rightText, path.join(folder, right));

    const shown = found.left.length > 0 ? rightText : found.fixed;
    print(paint('bold', `layer-shapes summary`), '');
    const summary = spawnSync(process.execPath, [command, 'summary', '--stdin-filename', right, '-'], {
        cwd: folder,
        input: shown,
        stdio: ['pipe', 'inherit', 'inherit'],
    });
    print('');

    const fixedText = fs.existsSync(path.join(folder, fileOf('fixed'))) ? read(fileOf('fixed')) : rightText;
    return [
        expectSame(`reports in ${broken}`, summarized(found.messages), reports),
        expectSame(`text of ${broken} after --fix`, found.fixed, fixedText),
        expectSame(`reports in ${broken} after --fix`, summarized(found.left), afterFix),
        expectSame(`reports in ${right}`, summarized(clean.messages), []),
        expectSame(`exit code of the summary`, summary.status, 0),
    ].every(Boolean);
}

function read(file) {
    return fs.readFileSync(path.join(folder, file), 'utf8');
}

let asExpected = 0;
for (const example of examples) {
    if (await demonstrate(example)) asExpected += 1;
}
print(`${asExpected} of ${examples.length} examples reported and fixed as they state.`);
process.exitCode = asExpected === examples.length ? 0 : 1;
