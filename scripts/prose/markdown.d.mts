export function paragraphs(markdown: string): { line: number; text: string; isTitle: boolean }[];
export function check(file: string): string[];
