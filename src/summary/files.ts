/** From what stands on the command line to files. */
import fs from "node:fs";
import path from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";

export interface Found {
    /** As the user will know them: as given, or below what was given. */
    readonly paths: readonly string[];
    /** One line for each name that stands for no file. */
    readonly missing: readonly string[];
}

export const standardInput = "-";
const extensions = /\.[cm]?[jt]sx?$/;

/** Files are taken whatever they are called; directories and globs give JavaScript and TypeScript. Each file comes once. */
export function findFiles(names: readonly string[], cwd: string): Found {
    const paths = new Map<string, string>();
    const missing: string[] = [];
    for (const name of names) {
        const found = expand(name, cwd);
        if (found.length === 0) missing.push(reasonFor(name, cwd));
        for (const one of found) {
            const key = one === standardInput ? one : path.resolve(cwd, one);
            if (!paths.has(key)) paths.set(key, one);
        }
    }
    return { paths: [...paths.values()], missing };
}

function expand(name: string, cwd: string): string[] {
    if (name === standardInput) return [name];
    const full = path.resolve(cwd, name);
    const stats = fs.statSync(full, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
        return glob("**/*", full).map((file) => (path.normalize(name) === "." ? file : toPosix(path.join(name, file))));
    }
    if (stats !== undefined) return [name];
    const pattern = toPosix(name);
    return isDynamicPattern(pattern) ? glob(pattern, cwd) : [];
}

function glob(pattern: string, cwd: string): string[] {
    const files = globSync(pattern, { cwd, ignore: "**/node_modules/**", followSymbolicLinks: false, expandDirectories: false });
    return files.filter((file) => extensions.test(file)).sort();
}

function reasonFor(name: string, cwd: string): string {
    if (fs.existsSync(path.resolve(cwd, name))) return `${name}: no JavaScript or TypeScript files below it`;
    return isDynamicPattern(toPosix(name)) ? `${name}: matches no JavaScript or TypeScript files` : `${name}: no such file or directory`;
}

function toPosix(name: string): string {
    return path.sep === "\\" ? name.replaceAll("\\", "/") : name;
}
