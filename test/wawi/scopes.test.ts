import { expect, it } from 'vitest';
import { knownScopes } from '../../src/platform/scopes.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';

it('an app may ask for every scope that an operation needs', async () => {
  const contracts = await Promise.all([loadContractV1(), loadContractV2('2.2')]);
  const needed = contracts.flatMap(({ operations }) => operations.flatMap(({ scopes }) => scopes));
  expect(needed.filter((scope) => !knownScopes.has(scope))).toEqual([]);
});
