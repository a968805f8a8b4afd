export function paragraphs(markdown: string): { line: number; text: string }[];
export function check(file: string): string[];
