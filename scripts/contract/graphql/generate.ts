import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphqlContractOf } from '../../../src/wawi/contract/sdl/contract-data.ts';
import type { GraphqlDocument } from '../../../src/wawi/contract/sdl/elements.ts';
import { inferredOperations } from '../../../src/wawi/contract/sdl/existence.ts';
import { loadGraphqlDocument } from '../../../src/wawi/contract/sdl/source.ts';
import { apiVersions, formatRange } from '../../../src/wawi/contract/versions.ts';
import { graphqlTypes } from './type-text.ts';

const banner = '// Generated from the annotated document; do not edit.\n';

/**
 * Writes what the program loads of the GraphQL contract, one file a version, so that a process reads the versions that
 * it serves; which versions have what; and the types.
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
  writeFileSync(join(folder, 'graphql-versions.json'), JSON.stringify(versionTable(document)));
  writeFileSync(join(folder, 'graphql-types.ts'), [banner, graphqlTypes(document)].join('\n'));
}

/** Which versions have an element, and which operations rest on `inferred`. */
export interface VersionTable {
  /** Range by coordinate; an element that is not listed has the versions of the enclosing one, a type all. */
  elements: Record<string, string>;
  inferred: Record<string, { operation?: string; shapes?: string }>;
}

/** @returns the table of a document */
export function versionTable(document: GraphqlDocument): VersionTable {
  const elements: Record<string, string> = {};
  const all = formatRange(apiVersions.v2);
  for (const type of document.types.values()) {
    const range = formatRange(type.versions);
    if (range !== all) elements[type.name] = range;
    for (const field of type.fields) {
      const own = formatRange(field.versions);
      if (own !== range) elements[field.coordinate] = own;
      for (const arg of field.args)
        if (formatRange(arg.versions) !== own) elements[arg.coordinate] = formatRange(arg.versions);
    }
  }
  const inferred = [...inferredOperations(document)].map(([name, { operation, shapes }]) => {
    const row = {
      ...(operation.length > 0 ? { operation: formatRange(operation) } : {}),
      ...(shapes.length > 0 ? { shapes: formatRange(shapes) } : {}),
    };
    return [name, row] as const;
  });
  return {
    elements,
    inferred: Object.fromEntries(inferred.filter(([, row]) => Object.keys(row).length > 0)),
  };
}
