export function findings(text: string, isTitle?: boolean): { name: string; words: string; advice: string }[];
