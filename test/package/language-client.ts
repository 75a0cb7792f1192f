/** As much of an editor as it takes to ask a language server for diagnostics and code actions. */
import { type ChildProcess, spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

export interface Position {
    readonly line: number;
    readonly character: number;
}

export interface Range {
    readonly start: Position;
    readonly end: Position;
}

export interface Diagnostic {
    readonly range: Range;
    readonly message: string;
    readonly severity?: number;
    readonly code?: string | number;
    readonly source?: string;
}

export interface CodeAction {
    readonly title: string;
    readonly kind?: string;
    readonly edit?: WorkspaceEdit;
    /** Where the server keeps the edit to itself until it is asked to make it. */
    readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

interface TextEdit {
    readonly range: Range;
    readonly newText: string;
}

interface WorkspaceEdit {
    readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
    readonly documentChanges?: readonly { readonly edits: readonly TextEdit[] }[];
}

interface Message {
    readonly id?: number | string;
    readonly method?: string;
    readonly params?: unknown;
    readonly result?: unknown;
    readonly error?: { readonly message: string };
}

/** What a server that pushes its diagnostics has said last, by the document's URI. */
type Published = Map<string, readonly Diagnostic[]>;

const patience = 30_000;

export class LanguageClient {
    readonly #server: ChildProcess;
    readonly #answers = new Map<number | string, (message: Message) => void>();
    readonly #published: Published = new Map();
    #waiting: (() => void)[] = [];
    #received = Buffer.alloc(0);
    #lastId = 0;
    #applied: WorkspaceEdit | undefined;
    #pulls = false;
    readonly #settings: unknown;

    /** `settings` is what the server gets for every section it asks about. */
    constructor(command: string, args: readonly string[], cwd: string, settings: unknown) {
        this.#settings = settings;
        this.#server = spawn(command, args, { cwd, env: { ...process.env, NODE_OPTIONS: "", NODE_V8_COVERAGE: "" }, stdio: ["pipe", "pipe", "ignore"] });
        this.#server.stdout!.on("data", (data: Buffer) => {
            this.#received = Buffer.concat([this.#received, data]);
            this.#readMessages();
        });
    }

    async start(folder: string): Promise<void> {
        const uri = pathToFileURL(folder).href;
        const answer = await this.request("initialize", {
            processId: process.pid,
            rootUri: uri,
            workspaceFolders: [{ uri, name: "project" }],
            capabilities: {
                workspace: { configuration: true, workspaceFolders: true, applyEdit: true, workspaceEdit: { documentChanges: true } },
                textDocument: {
                    diagnostic: { dynamicRegistration: true },
                    publishDiagnostics: {},
                    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
                },
            },
        });
        // The cast holds: this is the answer that the protocol knows.
        this.#pulls = (answer as { readonly capabilities: { readonly diagnosticProvider?: object } }).capabilities.diagnosticProvider !== undefined;
        this.#notify("initialized", {});
    }

    open(uri: string, languageId: string, text: string): void {
        this.#notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    }

    change(uri: string, version: number, text: string): void {
        this.#published.delete(uri);
        this.#notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    }

    /** Asked for, where the server answers to that; otherwise what it sends by itself after a change. */
    async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
        if (this.#pulls) {
            const report = (await this.request("textDocument/diagnostic", { textDocument: { uri } })) as { readonly items: readonly Diagnostic[] };
            return report.items;
        }
        const deadline = Date.now() + patience;
        for (;;) {
            const diagnostics = this.#published.get(uri);
            if (diagnostics) {
                return diagnostics;
            }
            if (Date.now() > deadline) {
                throw new Error("The server published nothing.");
            }
            await new Promise<void>((resolve) => {
                this.#waiting.push(resolve);
                setTimeout(resolve, 1000);
            });
        }
    }

    async codeActions(uri: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
        const actions = await this.request("textDocument/codeAction", { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic], triggerKind: 1 } });
        return (actions ?? []) as readonly CodeAction[];
    }

    /** The text after an action: by its own edit, or by the one that its command makes the server ask for. */
    async applied(action: CodeAction, text: string): Promise<string> {
        let edit = action.edit;
        if (!edit && action.command) {
            this.#applied = undefined;
            await this.request("workspace/executeCommand", action.command);
            edit = this.#applied;
        }
        const edits = [...Object.values(edit?.changes ?? {}), ...(edit?.documentChanges ?? []).map((change) => change.edits)].flat();
        return applyEdits(text, edits);
    }

    async stop(): Promise<void> {
        const ended = new Promise((resolve) => this.#server.once("exit", resolve));
        await this.request("shutdown", null);
        this.#notify("exit", null);
        // One that does not end by itself is ended.
        const timer = setTimeout(() => this.#server.kill(), 3000);
        await ended;
        clearTimeout(timer);
    }

    async request(method: string, params: unknown): Promise<unknown> {
        const id = ++this.#lastId;
        const answer = new Promise<Message>((resolve, reject) => {
            const timer = setTimeout(() => {
                reject(new Error(`No answer to ${method}.`));
            }, patience);
            this.#answers.set(id, (message) => {
                clearTimeout(timer);
                resolve(message);
            });
        });
        this.#send({ id, method, params });
        const { result, error } = await answer;
        if (error) {
            throw new Error(`${method}: ${error.message}`);
        }
        return result;
    }

    #notify(method: string, params: unknown): void {
        this.#send({ method, params });
    }

    #send(message: Message): void {
        const body = JSON.stringify({ jsonrpc: "2.0", ...message });
        this.#server.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }

    #readMessages(): void {
        for (;;) {
            const header = this.#received.indexOf("\r\n\r\n");
            const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("latin1", 0, Math.max(header, 0)))?.[1]);
            const start = header + 4;
            if (header < 0 || this.#received.length < start + length) {
                return;
            }
            const body = this.#received.toString("utf8", start, start + length);
            this.#received = this.#received.subarray(start + length);
            this.#receive(JSON.parse(body) as Message);
        }
    }

    #receive(message: Message): void {
        const { id, method, params } = message;
        if (method === undefined) {
            if (id !== undefined) {
                this.#answers.get(id)?.(message);
                this.#answers.delete(id);
            }
            return;
        }
        if (method === "textDocument/publishDiagnostics") {
            const { uri, diagnostics } = params as { readonly uri: string; readonly diagnostics: readonly Diagnostic[] };
            this.#published.set(uri, diagnostics);
            this.#waiting.forEach((resolve) => {
                resolve();
            });
            this.#waiting = [];
        }
        if (id !== undefined) {
            this.#send({ id, result: this.#answer(method, params) });
        }
    }

    /** What the server wants to know of its editor. */
    #answer(method: string, params: unknown): unknown {
        switch (method) {
            case "workspace/configuration":
                return (params as { readonly items: readonly unknown[] }).items.map(() => this.#settings);
            case "workspace/applyEdit":
                this.#applied = (params as { readonly edit: WorkspaceEdit }).edit;
                return { applied: true };
            default:
                return null;
        }
    }
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
    const lines = text.split("\n");
    const offsetOf = ({ line, character }: Position): number => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    return [...edits].sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start)).reduce((before, { range, newText }) => before.slice(0, offsetOf(range.start)) + newText + before.slice(offsetOf(range.end)), text);
}
