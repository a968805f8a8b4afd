// Writes src/wawi/contract/generated/: what the program loads of the contract documents, and their types. Fails with
// file, line and element for a document that contradicts itself. Runs before every build.
import { pathToFileURL } from 'node:url';
import { contractFolder, loadTypeScript } from './load-typescript.mjs';

export async function generateContract() {
  const { generateRest } = await loadTypeScript('scripts/contract/rest/generate.ts');
  generateRest(contractFolder);
  const { generateGraphql } = await loadTypeScript('scripts/contract/graphql/generate.ts');
  generateGraphql(contractFolder);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generateContract();
