import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentContract } from '../../src/wawi/contract/openapi/contract-reader.ts';
import type { ContractDocument } from '../../src/wawi/contract/openapi/model.ts';
import { readContractDocument } from '../../src/wawi/contract/openapi/source.ts';
import { apiVersions, majorVersion, type AnyVersion, type Major } from '../../src/wawi/contract/versions.ts';

const folder = join(import.meta.dirname, '..', '..', 'src', 'wawi', 'contract', 'documents');
const read = new Map<Major, ContractDocument>();

export const versions: AnyVersion[] = [...apiVersions.v1, ...apiVersions.v2];

/** @returns the annotated document of a major version, checked */
export function restDocument(major: Major): ContractDocument {
  const known = read.get(major);
  if (known) return known;
  const file = `erp-${major}.openapi.yaml`;
  const document = readContractDocument(readFileSync(join(folder, file), 'utf8'), file);
  read.set(major, document);
  return document;
}

/** @returns the contract of one version as the engine reads it */
export function restContract(version: AnyVersion): DocumentContract {
  return new DocumentContract(restDocument(majorVersion(version)), version);
}
