/** A block of code in a page of the documentation, and what the comment before it says to do with it. */
export interface Block {
  kind: 'file' | 'run' | 'output' | 'compose' | 'shown';
  /** A file's name, or what a command needs (`if php`). */
  detail: string;
  text: string;
}

const fence = /(?:<!-- (file|run|output|compose)(?::? ([^>]*?))? -->\n\n)?^```\w*\n([\s\S]*?)^```$/gm;

/** @returns the page's blocks in order; one without a comment is only shown */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(fence)].map(([, kind = 'shown', detail = '', text = '']) => ({
    kind: kind as Block['kind'],
    detail,
    text,
  }));
}
