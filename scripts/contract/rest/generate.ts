import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { methods, type ContractDocument } from '../../../src/wawi/contract/openapi/model.ts';
import { readContractDocument } from '../../../src/wawi/contract/openapi/source.ts';
import { compact } from './compact.ts';
import { operationNames } from './operation-names.ts';
import { schemaTypes } from './type-text.ts';

const banner = '// Generated from the annotated documents; do not edit.\n';

/**
 * Writes what the program loads of the REST contract, the types of its schemas and the names of its operations.
 * @param contract the folder of the contract, `src/wawi/contract`
 * @throws ContractDocumentError for a document that contradicts itself
 */
export function generateRest(contract: string): void {
  const folder = join(contract, 'generated');
  mkdirSync(folder, { recursive: true });
  const documents = (['v1', 'v2'] as const).map((major) => {
    const file = `erp-${major}.openapi.yaml`;
    const document = readContractDocument(readFileSync(join(contract, 'documents', file), 'utf8'), file);
    writeFileSync(join(folder, `rest-${major}.json`), JSON.stringify(compact(document)));
    return document;
  });
  const typesOf = (write: (document: ContractDocument, name: string) => string, name: string) =>
    [banner, ...documents.map((document, n) => write(document, `V${n + 1}${name}`))].join('\n');
  writeFileSync(join(folder, 'rest-schemas.ts'), typesOf(schemaTypes, 'Schemas'));
  writeFileSync(join(folder, 'rest-operations.ts'), typesOf(operationNames, 'OperationName'));
  writeScopes(join(contract, '..', '..', 'platform', 'contract-scopes.ts'), scopesOf(documents));
}

/** @returns every scope that an operation of the documents names, sorted */
export function scopesOf(documents: readonly ContractDocument[]): string[] {
  const scopes = documents.flatMap(({ paths }) =>
    Object.values(paths).flatMap((item) => methods.flatMap((method) => item[method]?.['x-scopes'] ?? [])),
  );
  return [...new Set(scopes)].sort();
}

/** Keeps the file, and with it its age, when nothing has changed. */
function writeScopes(file: string, scopes: readonly string[]): void {
  const rows = scopes.map((scope) => `  '${scope}',\n`).join('');
  const text = `${banner}/** Every scope that an operation of REST v1 or v2 names. */\nexport const contractScopes: readonly string[] = [\n${rows}];\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
