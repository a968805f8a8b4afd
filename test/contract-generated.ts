import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const contract = join(root, 'src', 'wawi', 'contract');

/** Vitest's global set-up: derives what the program loads of the contract when a document is newer. */
export default async function setup(): Promise<void> {
  const isCurrent = (['v1', 'v2'] as const).every((major) => {
    const derived = join(contract, 'generated', `rest-${major}.json`);
    const document = join(contract, 'documents', `erp-${major}.openapi.yaml`);
    return existsSync(derived) && statSync(derived).mtimeMs > statSync(document).mtimeMs;
  });
  if (isCurrent) return;
  const script = pathToFileURL(join(root, 'scripts', 'contract', 'generate.mjs')).href;
  const { generateContract } = (await import(script)) as { generateContract: () => Promise<void> };
  await generateContract();
}
