export function findings(text: string): { name: string; words: string; advice: string }[];
