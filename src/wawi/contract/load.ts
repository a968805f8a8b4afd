import type { ErpVersion } from '../../platform/config.ts';
import { Contract, type ContractData } from './contract.ts';

/**
 * Loads the v1 contract, big data, so only when someone asks for it: that which is published, and beside later versions
 * of the platform what API version 1.1 adds to it.
 * @param types of properties that differ, by schema and property
 */
export async function loadContractV1(version: ErpVersion, types: PropertyTypes = {}): Promise<Contract> {
  const { default: exact } = await import('./data/rest-v1.json', { with: { type: 'json' } });
  const base = retyped(exact as unknown as ContractData, types);
  if (version === '2.0') return new Contract('v1', base);
  const { default: later } = await import('./data/rest-v1-later.json', { with: { type: 'json' } });
  return new Contract('v1', extended(base, [later as unknown as ContractData]));
}

/**
 * Loads the v2 contract: that of version 2.0, and for later versions what they add as well. What 2.2 adds answers under
 * 2.1 too, since apps are written against either (platform.md section 5).
 */
export async function loadContractV2(version: ErpVersion): Promise<Contract> {
  const { default: exact } = await import('./data/rest-v2.json', { with: { type: 'json' } });
  const base = exact as unknown as ContractData;
  if (version === '2.0') return new Contract('v2', base);
  const later = await Promise.all([
    import('./data/rest-v2-later-items.json', { with: { type: 'json' } }),
    import('./data/rest-v2-later-sales.json', { with: { type: 'json' } }),
    import('./data/rest-v2-later-logistics.json', { with: { type: 'json' } }),
    import('./data/rest-v2-later-system.json', { with: { type: 'json' } }),
  ]);
  const additions = later.map((module) => module.default as unknown as ContractData);
  return new Contract('v2', extended(base, additions));
}

/** Type expressions by schema and property. */
export type PropertyTypes = Readonly<Record<string, Readonly<Record<string, string>>>>;

function retyped(data: ContractData, types: PropertyTypes): ContractData {
  const changed = Object.entries(types).map(([name, properties]) => {
    const row = data.schemas[name];
    return [name, { ...row, properties: { ...row?.properties, ...properties } }] as const;
  });
  return { ...data, schemas: { ...data.schemas, ...Object.fromEntries(changed) } };
}

function extended(base: ContractData, additions: readonly ContractData[]): ContractData {
  return {
    operations: overriding(
      base.operations,
      additions.flatMap((one) => one.operations),
    ),
    schemas: Object.assign(
      {},
      base.schemas,
      ...additions.map((one) => one.schemas),
    ) as ContractData['schemas'],
    alsoAt: Object.assign({}, ...additions.map((one) => one.alsoAt ?? {})) as Record<string, string[]>,
  };
}

/** Later versions change some operations: their row takes the place of the one with the same method and path. */
function overriding(
  base: ContractData['operations'],
  later: ContractData['operations'],
): ContractData['operations'] {
  const replaced = new Set(later.map((row) => `${row.method} ${row.path}`));
  return [...base.filter((row) => !replaced.has(`${row.method} ${row.path}`)), ...later];
}
