import { readContractFile } from './contract-files.ts';
import type { RestContract } from './contract.ts';
import { DocumentContract } from './openapi/contract-reader.ts';
import type { ContractDocument } from './openapi/model.ts';
import { majorVersion, newestV1, type AnyVersion, type Major, type VersionOf } from './versions.ts';

const documents = new Map<Major, Promise<ContractDocument>>();
const contracts = new Map<AnyVersion, Promise<RestContract>>();

/** @returns the compact annotated document of a major version; read once a process */
function loadDocument(major: Major): Promise<ContractDocument> {
  const known = documents.get(major);
  if (known) return known;
  const loading = readContractFile(`rest-${major}.json`) as Promise<ContractDocument>;
  documents.set(major, loading);
  return loading;
}

/** @returns the contract of REST v1, the newest version by default */
export function loadContractV1(version: VersionOf<'v1'> = newestV1): Promise<RestContract> {
  return loadContract(version);
}

/** @returns the contract of REST v2 */
export function loadContractV2(version: VersionOf<'v2'>): Promise<RestContract> {
  return loadContract(version);
}

/** @returns the contract of one version, read once a process */
export function loadContract(version: AnyVersion): Promise<RestContract> {
  const known = contracts.get(version);
  if (known) return known;
  const loading = loadDocument(majorVersion(version)).then(
    (document) => new DocumentContract(document, version),
  );
  contracts.set(version, loading);
  return loading;
}
