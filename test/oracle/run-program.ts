/** Runs a program in the real TensorFlow.js and says what shapes its layers and tensor operations really had. */
import { createRequire } from "node:module";
import path from "node:path";
import type { CallSite } from "./instrument.js";
import { instrument } from "./instrument.js";
import type { Application } from "./recording-tf.js";
import {
    applicationsOf,
    layerMade,
    recordingTf,
    takeEagerApplication,
    takeOperation,
    withFreshTf,
} from "./recording-tf.js";

type Layer = NonNullable<ReturnType<typeof layerMade>>;

export interface OracleSite {
    /** 1-based, of the call expression, as in the contract of `analyze()`. */
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    /** As spelt. Of `tf.layers[kind]()`, the value of `kind`. */
    type: string;
    /** Automatic names included; undefined where several layers of one site have different names. */
    name?: string;
    /** Undefined where a layer was never built, or the layers of one site differ. */
    params?: number;
    /** Distinct ones, in the order they happened. An input has no inputs. */
    applications: Application[];
    /** How often a layer of this site was applied to a symbolic tensor, or the operation ran. */
    timesApplied: number;
    /** How many layers this site made (0 for an operation). */
    layersMade: number;
    /** `layer.apply(tensor)` written in the program with a concrete tensor: it makes no node, so it stands apart. */
    eager: Application[];
}

export interface OracleError {
    message: string;
    /** Where the innermost call that was being evaluated stands. */
    line?: number;
    column?: number;
    /** The module it stands in, when that is not the program itself. */
    file?: string;
}

export interface OracleResult {
    layers: OracleSite[];
    tensors: OracleSite[];
    /** What ended the program: thrown at its top level, or by a promise nobody waited for. */
    error?: OracleError;
    /** Every error that passed through a call, caught by the program or not. */
    thrown: OracleError[];
    /** The sites of the other modules, by path. */
    modules: Record<string, { layers: OracleSite[]; tensors: OracleSite[] }>;
}

export interface OracleOptions {
    /** Its extension decides between JavaScript and TypeScript. */
    filename?: string;
    /** Other files that may be imported relatively, by path from the same root as `filename`. */
    modules?: Record<string, string>;
    /** Further global names. */
    globals?: Record<string, unknown>;
    /** How long a program may leave promises pending, and go on making calls, in milliseconds. */
    timeout?: number;
}

/** What a program is stopped with that goes on and on. */
export const tooLong = "The program makes calls without an end.";

/** TensorFlow.js' state is global, so programs run one after the other. */
let queue: Promise<unknown> = Promise.resolve();

export function runProgram(code: string, options: OracleOptions = {}): Promise<OracleResult> {
    const result = queue.then(() => withFreshTf(() => new Run(options).run(code)));
    queue = result.catch(() => undefined);
    return result;
}

interface LiveSite {
    readonly file: SourceFile;
    readonly call: CallSite;
    key?: string;
    readonly layers: Set<Layer>;
    readonly eager: Application[];
    readonly operations: Application[];
}

interface SourceFile {
    readonly path: string;
    readonly sites: LiveSite[];
    readonly module: { exports: unknown };
}

const tfModule =
    /(?:^|\/)@tensorflow\/tfjs(?:-(?:node|node-gpu|core|layers|converter|data|backend-[\w-]+))?(?:@[^/]*)?(?:\/.*)?$/;
const nodeRequire = createRequire(import.meta.url);

class Run {
    readonly #options: OracleOptions;
    readonly #files = new Map<string, SourceFile>();
    readonly #siteOfLayer = new Map<Layer, LiveSite>();
    readonly #siteOfError = new Map<unknown, LiveSite>();
    readonly #pending = new Set<Promise<unknown>>();
    readonly #limit: number;
    readonly #end: number;
    #failure: { readonly error: unknown } | undefined;

    constructor(options: OracleOptions) {
        this.#options = options;
        this.#limit = options.timeout ?? 60_000;
        this.#end = performance.now() + this.#limit;
    }

    async run(code: string): Promise<OracleResult> {
        const filename = path.posix.normalize(this.#options.filename ?? "program.js");
        const globalsBefore = new Set(Object.getOwnPropertyNames(globalThis));
        try {
            await this.#withinTime(this.#start(code, filename));
            while (this.#pending.size > 0) {
                const pending = [...this.#pending];
                this.#pending.clear();
                await this.#withinTime(Promise.allSettled(pending));
            }
        } catch (error) {
            this.#failure ??= { error };
        }
        // A script may assign to undeclared names.
        for (const name of Object.getOwnPropertyNames(globalThis)) {
            if (!globalsBefore.has(name)) Reflect.deleteProperty(globalThis, name);
        }
        return this.#result(filename);
    }

    async #start(code: string, filename: string): Promise<void> {
        const { file, body } = this.#load(code, filename);
        await (this.#compile(file, body, "async function") as () => Promise<void>)();
    }

    async #withinTime(promise: Promise<unknown>): Promise<void> {
        const limit = this.#limit;
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_resolve, reject) => {
            timer = setTimeout(() => {
                reject(new Error(`The program left a promise pending for ${String(limit)} ms.`));
            }, limit);
        });
        await Promise.race([promise, late]).finally(() => {
            clearTimeout(timer);
        });
    }

    #load(code: string, filename: string): { file: SourceFile; body: string } {
        const { body, sites } = instrument(code, filename);
        const file: SourceFile = { path: filename, sites: [], module: { exports: {} } };
        for (const call of sites) {
            file.sites.push({ file, call, layers: new Set(), eager: [], operations: [] });
        }
        this.#files.set(filename, file);
        return { file, body };
    }

    #compile(file: SourceFile, body: string, functionKind: string): unknown {
        const scope = {
            tf: recordingTf,
            ...this.#options.globals,
            $oracle: this.#hooks(file),
            require: (specifier: string) => this.#require(specifier, file),
            module: file.module,
            exports: file.module.exports,
        };
        // Running the program is what an oracle is for. The parameters stand one function further out than the
        // program, so that it may declare `tf` itself.
        // eslint-disable-next-line @typescript-eslint/no-implied-eval
        const make = new Function(...Object.keys(scope), `return ${functionKind} () {${body}\n};`) as (
            ...values: unknown[]
        ) => unknown;
        return make(...Object.values(scope));
    }

    #require(specifier: string, from: SourceFile): unknown {
        if (tfModule.test(specifier)) return recordingTf;
        if (!specifier.startsWith(".")) return nodeRequire(specifier) as unknown;
        const modules = this.#options.modules ?? {};
        const base = path.posix.join(path.posix.dirname(from.path), specifier);
        const stem = base.replace(/\.[cm]?js$/, "");
        const endings = ["", ".ts", ".js", ".mts", ".mjs", ".cjs", ".tsx", ".jsx", ".json", "/index.ts", "/index.js"];
        const filename = [base, ...endings.flatMap((ending) => [base + ending, stem + ending])].find((candidate) =>
            Object.hasOwn(modules, candidate)
        );
        if (filename === undefined) throw new Error(`Cannot find module '${specifier}' from ${from.path}`);
        const loaded = this.#files.get(filename);
        if (loaded) return loaded.module.exports;
        const code = modules[filename] ?? "";
        if (filename.endsWith(".json")) return JSON.parse(code) as unknown;
        const { file, body } = this.#load(code, filename);
        (this.#compile(file, body, "function") as () => void)();
        return file.module.exports;
    }

    /** What the instrumented program calls. */
    #hooks(file: SourceFile): object {
        const site = (id: number): LiveSite => {
            const found = file.sites[id];
            if (!found) throw new Error(`No site ${String(id)}.`);
            return found;
        };
        return {
            call: (id: number, evaluate: () => unknown) => {
                this.#stopLate();
                try {
                    const value = evaluate();
                    this.#returned(site(id), value);
                    return value;
                } catch (error) {
                    this.#threw(site(id), error);
                    throw error;
                }
            },
            callAsync: async (id: number, evaluate: () => Promise<[unknown]>) => {
                this.#stopLate();
                try {
                    const box = await evaluate();
                    this.#returned(site(id), box[0]);
                    return box;
                } catch (error) {
                    this.#threw(site(id), error);
                    throw error;
                }
            },
            import: (specifier: string) => asNamespace(this.#require(specifier, file)),
            load: (specifier: string) => Promise.resolve(asNamespace(this.#require(specifier, file))),
            export: (getters: Record<string, () => unknown>) => {
                Object.defineProperty(file.module.exports, "__esModule", { value: true });
                for (const [name, get] of Object.entries(getters)) {
                    Object.defineProperty(file.module.exports, name, { enumerable: true, get });
                }
            },
            unbox: (box: [unknown]) => box[0],
            result: (id: number, value: unknown) => {
                this.#returned(site(id), value);
                return value;
            },
            key: (id: number, key: unknown) => {
                site(id).key = String(key);
                return key;
            },
        };
    }

    /** A program without an end has calls in it, as a rule. */
    #stopLate(): void {
        if (performance.now() > this.#end) throw new Error(tooLong);
    }

    #threw(site: LiveSite, error: unknown): void {
        if (!this.#siteOfError.has(error)) this.#siteOfError.set(error, site);
    }

    #returned(site: LiveSite, value: unknown): void {
        if (typeof value !== "object" || value === null) return;
        if (value instanceof Promise) {
            this.#returnedPromise(site, value);
            return;
        }
        const name = site.call.spelling ?? site.key;
        const layer = layerMade(value, site.call.kind === "new");
        if (layer) {
            if (!this.#siteOfLayer.has(layer)) {
                this.#siteOfLayer.set(layer, site);
                site.layers.add(layer);
            }
            return;
        }
        if (name === "apply") {
            const applied = takeEagerApplication(value);
            if (applied) {
                for (const { layer: one, inputs, outputs } of [applied, ...applied.inside]) {
                    this.#siteOfLayer.get(one)?.eager.push({ inputs, outputs });
                }
                return;
            }
        }
        // A method of another name may pass an operation's result on; a plain function may be an operation renamed.
        const operation = takeOperation(value, site.call.kind === "member" ? name : undefined);
        if (operation) site.operations.push({ inputs: operation.inputs, outputs: operation.outputs });
    }

    #returnedPromise(site: LiveSite, promise: Promise<unknown>): void {
        const watched = promise.then(
            (value) => {
                if (value instanceof Object && !(value instanceof Promise)) this.#returned(site, value);
            },
            (error: unknown) => {
                this.#threw(site, error);
                if (site.call.discarded) this.#failure ??= { error };
            }
        );
        this.#pending.add(watched);
        void watched.finally(() => this.#pending.delete(watched));
    }

    #result(filename: string): OracleResult {
        const report = (file: SourceFile | undefined): { layers: OracleSite[]; tensors: OracleSite[] } => ({
            layers: (file?.sites ?? []).filter((site) => site.layers.size > 0).map((site) => describeLayers(site)),
            tensors: (file?.sites ?? [])
                .filter((site) => site.operations.length > 0)
                .map((site) => describeTensor(site)),
        });
        const main = this.#files.get(filename);
        const others = [...this.#files].filter(([name]) => name !== filename);
        return {
            ...report(main),
            ...(this.#failure && { error: this.#describeError(this.#failure.error, main) }),
            thrown: [...this.#siteOfError.keys()].map((error) => this.#describeError(error, main)),
            modules: Object.fromEntries(others.map(([name, file]) => [name, report(file)])),
        };
    }

    #describeError(error: unknown, main: SourceFile | undefined): OracleError {
        const message = error instanceof Error ? error.message : String(error);
        const site = this.#siteOfError.get(error);
        if (site) {
            const { line, column } = site.call;
            return { message, line, column, ...(site.file !== main && { file: site.file.path }) };
        }
        return { message, ...syntaxErrorPlace(error) };
    }
}

/** A CommonJS or JSON module, imported: it is its own default. */
function asNamespace(module: unknown): unknown {
    if (typeof module !== "object" || module === null || "__esModule" in module) return module;
    return { ...module, default: module };
}

/** Both parsers' syntax errors say where they stand: espree counts columns from 1, typescript-eslint from 0. */
function syntaxErrorPlace(error: unknown): { line: number; column: number } | undefined {
    const place = error as {
        lineNumber?: number;
        column?: number;
        location?: { start: { line: number; column: number } };
    };
    if (place instanceof Error && place.location) {
        return { line: place.location.start.line, column: place.location.start.column + 1 };
    }
    if (place instanceof SyntaxError && place.lineNumber !== undefined && place.column !== undefined) {
        return { line: place.lineNumber, column: place.column };
    }
    return undefined;
}

function describeSite(site: LiveSite, applications: readonly Application[]): OracleSite {
    const { line, column, endLine, endColumn, spelling } = site.call;
    return {
        ...{ line, column, endLine, endColumn },
        type: spelling ?? site.key ?? "",
        applications: distinct(applications),
        timesApplied: applications.length,
        layersMade: site.layers.size,
        eager: distinct(site.eager),
    };
}

function describeLayers(site: LiveSite): OracleSite {
    const layers = [...site.layers];
    const described = describeSite(
        site,
        layers.flatMap((layer) => applicationsOf(layer))
    );
    const name = common(layers.map((layer) => layer.name));
    const params = common(layers.map((layer) => countParams(layer)));
    if (name !== undefined) described.name = name;
    if (params !== undefined) described.params = params;
    return described;
}

function describeTensor(site: LiveSite): OracleSite {
    return describeSite(site, site.operations);
}

/** A layer that was never built has no weights to count, and says so by throwing. */
function countParams(layer: Layer): number | undefined {
    try {
        return layer.countParams();
    } catch {
        return undefined;
    }
}

function common<T>(values: readonly T[]): T | undefined {
    return new Set(values).size === 1 ? values[0] : undefined;
}

function distinct(applications: readonly Application[]): Application[] {
    return [...new Map(applications.map((application) => [JSON.stringify(application), application])).values()];
}
