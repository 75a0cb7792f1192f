/**
 * The project's own modules, for following imports: relative ones, and those that tsconfig's `paths` map into the
 * project. Nothing outside the root or under node_modules is ever read, and what cannot be read is simply not known.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { TSESTree } from "@typescript-eslint/types";
import type { Resolver, ResolverFactory } from "enhanced-resolve";
import type { ModuleSource } from "../evaluator/evaluation.js";
import { parse } from "./parse.js";

export interface ProjectReader {
    readonly read: (from: string, specifier: string) => ModuleSource | undefined;
    /** What the modules that an analysis read hold now: it changes when one of them does. */
    readonly fingerprint: (modules: readonly string[]) => string;
}

const extensions = [".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx", ".json"];
const largestFile = 500_000;
const mostModules = 60;

interface Kept {
    readonly stamp: string;
    readonly program: TSESTree.Program | undefined;
}

/** Parsed modules by path, as long as the file is what it was. */
const kept = new Map<string, Kept>();
const mostKept = 500;

export function projectReader(root: string): ProjectReader {
    const read = new Set<string>();
    const resolved = new Map<string, string | undefined>();
    return {
        read(from, specifier) {
            const key = `${path.dirname(from)}\0${specifier}`;
            if (!resolved.has(key)) {
                resolved.set(key, resolve(root, from, specifier));
            }
            const file = resolved.get(key);
            if (file === undefined || (!read.has(file) && read.size >= mostModules)) {
                return undefined;
            }
            read.add(file);
            const program = load(file);
            return program && { path: file, program };
        },
        fingerprint: (modules) => modules.map(stampOf).join(),
    };
}

function resolve(root: string, from: string, specifier: string): string | undefined {
    const folder = path.dirname(from);
    const isRelative = /^\.{1,2}(?:\/|$)/.test(specifier);
    if (!isRelative && !hasPaths(root, folder)) {
        return undefined;
    }
    try {
        const file = resolver(isRelative ? undefined : nearestConfig(root, folder))?.resolveSync({}, folder, specifier);
        return typeof file === "string" && isInside(root, file) ? file : undefined;
    } catch {
        // Not to be found is an answer: what it exports is not known.
        return undefined;
    }
}

function isInside(root: string, file: string): boolean {
    const relative = path.relative(root, file);
    return !relative.startsWith("..") && !path.isAbsolute(relative) && !relative.split(path.sep).includes("node_modules");
}

const configs = new Map<string, { readonly file: string | undefined; readonly at: number }>();
const configLife = 2000;

/** The tsconfig.json that governs a folder, looked for no higher than the root. */
function nearestConfig(root: string, folder: string): string | undefined {
    const known = configs.get(folder);
    if (known && Date.now() - known.at < configLife) {
        return known.file;
    }
    let at = folder;
    let found: string | undefined;
    while (found === undefined && !path.relative(root, at).startsWith("..")) {
        const candidate = path.join(at, "tsconfig.json");
        found = fs.existsSync(candidate) ? candidate : undefined;
        const parent = path.dirname(at);
        if (parent === at) {
            break;
        }
        at = parent;
    }
    configs.set(folder, { file: found, at: Date.now() });
    return found;
}

function hasPaths(root: string, folder: string): boolean {
    return nearestConfig(root, folder) !== undefined;
}

const resolvers = new Map<string, Resolver>();

/** Loaded when the first import is to be followed: most files have none. */
function resolver(tsconfig: string | undefined): Resolver | undefined {
    const key = tsconfig ?? "";
    let made = resolvers.get(key);
    if (!made) {
        const { ResolverFactory: factory, CachedInputFileSystem } = createRequire(import.meta.url)("enhanced-resolve") as { ResolverFactory: typeof ResolverFactory; CachedInputFileSystem: typeof import("enhanced-resolve").CachedInputFileSystem };
        made = factory.createResolver({
            fileSystem: new CachedInputFileSystem(fs, 1000),
            useSyncFileSystemCalls: true,
            extensions,
            // TypeScript code names the file that will be built.
            extensionAlias: { ".js": [".ts", ".tsx", ".js", ".jsx"], ".mjs": [".mts", ".mjs"], ".cjs": [".cts", ".cjs"], ".jsx": [".tsx", ".jsx"] },
            // No folder is searched for packages: only `paths` can resolve a bare name.
            modules: [],
            conditionNames: ["import", "require", "node", "default"],
            symlinks: true,
            ...(tsconfig === undefined ? {} : { tsconfig }),
        });
        resolvers.set(key, made);
    }
    return made;
}

function stampOf(file: string): string {
    try {
        const { mtimeMs, size } = fs.statSync(file);
        return `${mtimeMs} ${size}`;
    } catch {
        return "";
    }
}

function load(file: string): TSESTree.Program | undefined {
    const stamp = stampOf(file);
    const known = kept.get(file);
    if (known?.stamp === stamp) {
        return known.program;
    }
    const program = parseFile(file);
    if (kept.size >= mostKept) {
        kept.clear();
    }
    kept.set(file, { stamp, program });
    return program;
}

function parseFile(file: string): TSESTree.Program | undefined {
    try {
        if (fs.statSync(file).size > largestFile) {
            return undefined;
        }
        const text = fs.readFileSync(file, "utf8");
        const parsed = file.endsWith(".json") ? parse(`export default ${text};`, "data.js") : parse(text, file);
        return "program" in parsed ? parsed.program : undefined;
    } catch {
        // Unreadable: not known.
        return undefined;
    }
}
