import { expect, it } from 'vitest';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { differences } from './rest-model.ts';
import { intendedDifferences } from './rest-model-differences.ts';
import { restContract } from './rest-document.ts';

it.each([
  ['1.0', loadContractV1, '2.0'],
  ['1.1', loadContractV1, '2.1'],
  ['2.0', loadContractV2, '2.0'],
  ['2.1', loadContractV2, '2.1'],
] as const)(
  'version %s has everything that the tables of today have, but for the intended differences',
  async (version, load, platform) => {
    const intended = intendedDifferences
      .filter(({ versions }) => versions.includes(version))
      .flatMap((one) => one.differences);
    const found = differences(await load(platform), restContract(version));
    expect(found.sort()).toEqual([...intended].sort());
  },
);
