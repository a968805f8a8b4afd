import type { Plugin } from 'esbuild';

/**
 * @param root the repository
 * @param folder the folder of the bundle; it gets the validators
 */
export function schemasAsData(root: string, folder: string): Plugin;
