export function ruleNames(): string[];
export function rulesIndex(names: readonly string[]): string;
