export declare function countsAlong(kernel: number, stride: number, length?: number): number[];
export declare function drawing(name: string): string;
export declare const drawings: readonly string[];
