import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContractDocument } from '../../../src/wawi/contract/openapi/source.ts';
import { compact } from './compact.ts';
import { schemaTypes } from './type-text.ts';

const banner = '// Generated from the annotated documents; do not edit.\n';

/**
 * Writes what the program loads of the REST contract, and the types of its schemas.
 * @param contract the folder of the contract, `src/wawi/contract`
 * @throws ContractDocumentError for a document that contradicts itself
 */
export function generateRest(contract: string): void {
  const folder = join(contract, 'generated');
  mkdirSync(folder, { recursive: true });
  const types = (['v1', 'v2'] as const).map((major) => {
    const file = `erp-${major}.openapi.yaml`;
    const document = readContractDocument(readFileSync(join(contract, 'documents', file), 'utf8'), file);
    writeFileSync(join(folder, `rest-${major}.json`), JSON.stringify(compact(document)));
    return schemaTypes(document, major === 'v1' ? 'V1Schemas' : 'V2Schemas');
  });
  writeFileSync(join(folder, 'rest-schemas.ts'), [banner, ...types].join('\n'));
}
