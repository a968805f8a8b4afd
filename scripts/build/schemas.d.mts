import type { Plugin } from 'esbuild';

/** @param root the repository */
export function schemasAsData(root: string): Plugin;
