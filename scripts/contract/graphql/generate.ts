import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphqlContractOf } from '../../../src/wawi/contract/sdl/contract-data.ts';
import { loadGraphqlDocument } from '../../../src/wawi/contract/sdl/source.ts';
import { apiVersions } from '../../../src/wawi/contract/versions.ts';
import { graphqlTypes } from './type-text.ts';

const banner = '// Generated from the annotated document; do not edit.\n';

/**
 * Writes what the program loads of the GraphQL contract, one file a version, so that a process reads the versions that
 * it serves, and the types.
 * @param contract the folder of the contract, `src/wawi/contract`
 * @throws ContractDocumentError for a document that contradicts itself
 */
export function generateGraphql(contract: string): void {
  const folder = join(contract, 'generated');
  mkdirSync(folder, { recursive: true });
  const document = loadGraphqlDocument(readFileSync(join(contract, 'documents', 'erp.graphql'), 'utf8'));
  for (const version of apiVersions.v2)
    writeFileSync(
      join(folder, `graphql-${version}.json`),
      JSON.stringify(graphqlContractOf(document, version)),
    );
  writeFileSync(join(folder, 'graphql-types.ts'), [banner, graphqlTypes(document)].join('\n'));
}
