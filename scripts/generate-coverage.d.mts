interface Entry {
    readonly name: string;
    readonly source: string;
}
interface OptionEntry {
    readonly required: boolean;
    readonly effect: boolean;
}
type Options = Readonly<Record<string, OptionEntry>>;

export const notInCatalogue: Readonly<Record<string, string>>;
export function coverage(
    layers: Readonly<Record<string, Entry & { readonly options: Options }>>,
    ops?: Readonly<Record<string, Entry & { readonly args: Options }>>,
    methods?: Readonly<Record<string, Entry & { readonly args: Options }>>,
    keras?: Readonly<Record<string, { readonly spec: { readonly keras2: Entry } }>>,
): string;
