import { expect, it } from 'vitest';
import { knownScopes } from '../../src/platform/scopes.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';

it('can be asked for in a manifest, whatever scope an operation needs', async () => {
  const contracts = [await loadContractV1(), await loadContractV2('2.0'), await loadContractV2('2.2')];
  const needed = contracts.flatMap((contract) => contract.operations.flatMap(({ scopes }) => scopes));
  expect([...new Set(needed)].filter((scope) => !knownScopes.has(scope))).toEqual([]);
});
