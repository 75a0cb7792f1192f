/** Why a text could not be parsed, and where; lines and columns are 1-based. */
export interface ParseError {
    readonly message: string;
    readonly line: number;
    readonly column: number;
}
