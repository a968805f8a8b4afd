import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';
import { implemented } from './contracts.ts';
import { enumOf, leavesOf, withValue, type BodyLeaf, type Path } from './body-leaves.ts';
import { Driver } from './drive.ts';
import { EnumViews } from './enum-views.ts';
import { nameOf } from './operation-names.ts';
import type { Given } from './arrangement-context.ts';
import { wholeBodies } from './whole-bodies.ts';
import { TenantClient } from './tenant-client.ts';

/** The newest version, which has all that the others have and more. */
const contracts: RestContract[] = [
  implemented(await loadContractV1()),
  implemented(await loadContractV2('2.2')),
];

const naming = contracts.flatMap((contract) =>
  contract.operations
    .filter(({ body }) => body !== undefined && holdsEnum(contract, body))
    .map((operation) => [nameOf(operation), operation, contract] as const),
);

describe('every value of every enum in a body', () => {
  let client: TenantClient;
  let driver: Driver;
  let views: EnumViews;

  beforeAll(async () => {
    client = await TenantClient.open('2.2');
    driver = new Driver(client, contracts);
    await client.send('GET', '/erp/v1/companies');
    views = await EnumViews.of(client);
  });

  afterAll(async () => {
    await client.close();
  });

  const given = (name: string): Given => ({ fullness: 'whole', body: wholeBodies[name]?.(client) });

  it.each(naming)(
    'is taken or refused by %s, and can be read by every view',
    async (name, operation, contract) => {
      const broken: string[] = [];
      /** @returns whether a body with these values was taken */
      const taken = async (values: readonly EnumValue[]): Promise<boolean> => {
        await client.reset();
        const prepared = await driver.prepare(operation, given(name));
        const body = values.reduce((whole, { path, value }) => withValue(whole, path, value), prepared.body);
        const { status, reason } = await driver.send({ ...prepared, body });
        if (status >= 500) broken.push(`${JSON.stringify(values)}: ${status} ${reason}`);
        if (status >= 300) return false;
        const complaints = await views.complaints();
        broken.push(...complaints.map((one) => `${JSON.stringify(values)}: ${one}`));
        return true;
      };
      const { body } = await driver.prepare(operation, given(name));
      // A value of each enum at once, and one by one only where they do not go together.
      for (const values of roundsOf(contract, leavesOf(contract, operation, body)))
        if (!(await taken(values)) && values.length > 1) for (const value of values) await taken([value]);
      expect(broken).toEqual([]);
    },
  );
});

interface EnumValue {
  readonly path: Path;
  readonly value: number;
}

/** @returns the first values of all enums in a body, the second ones, and so on */
function roundsOf(contract: RestContract, leaves: readonly BodyLeaf[]): EnumValue[][] {
  const enums = leaves.map(({ path, type }) => ({
    path,
    values: [...(enumOf(contract, type)?.keys() ?? [])],
  }));
  const rounds = Math.max(...enums.map(({ values }) => values.length));
  return Array.from({ length: rounds }, (_, n) =>
    enums.flatMap(({ path, values }) => (values[n] === undefined ? [] : [{ path, value: values[n] }])),
  );
}

function holdsEnum(contract: RestContract, type: TypeNode, seen = new Set<string>()): boolean {
  if (type.kind === 'list') return holdsEnum(contract, type.of, seen);
  if (enumOf(contract, type)) return true;
  if (type.kind !== 'schema' || seen.has(type.name)) return false;
  seen.add(type.name);
  return contract.object(type.name).properties.some((property) => holdsEnum(contract, property.type, seen));
}
