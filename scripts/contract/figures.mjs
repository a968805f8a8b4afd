// Prints what is known of each version of the contract: pages read, cut and not found, elements by evidence.
import { pathToFileURL } from 'node:url';
import { contractFolder, loadTypeScript } from './load-typescript.mjs';

/** @returns the tables, as text */
export async function contractFigures() {
  const { restFigures } = await loadTypeScript('scripts/contract/rest/figures.ts');
  const { graphqlFigures } = await loadTypeScript('scripts/contract/graphql/figures.ts');
  return `${restFigures(contractFolder)}\n\n${graphqlFigures(contractFolder)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await contractFigures());
