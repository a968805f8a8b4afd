import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { implemented } from './contracts.ts';
import { Driver, type Prepared } from './drive.ts';
import { invalidRequests, placeholders } from './invalid.ts';
import { nameOf } from './operation-names.ts';
import { SchemaCheck } from './schema-check.ts';
import { filledPath, unknownTenant, TenantClient, type Answer } from './tenant-client.ts';

const contracts: RestContract[] = [
  implemented(await loadContractV1()),
  implemented(await loadContractV2('2.1')),
];
const funkloch = 'c0ffee00-1234-4abc-8def-0123456789ab';
const noJson = new Uint8Array([0x7b, 0x7d]);

describe.each(contracts.map((contract) => [contract.version, contract] as const))(
  'the document of %s lists every status and body of',
  (version, contract) => {
    let client: TenantClient;
    let driver: Driver;
    let check: SchemaCheck;

    beforeAll(async () => {
      client = await TenantClient.open('2.1');
      driver = new Driver(client, contracts);
      check = await SchemaCheck.of(client, version);
    });

    afterAll(() => client.close());

    /** A valid request, the same again, and what can be wrong with it, by what that is. */
    async function answers(operation: Operation): Promise<[string, Answer][]> {
      const { method } = operation;
      await client.reset();
      const prepared = await driver.prepare(operation);
      const all: [string, Answer][] = [
        ['valid', await driver.send(prepared)],
        ['again', await driver.send(prepared)],
        ['unknown id', await driver.send(elsewhere(contract, prepared))],
        ['no token', await client.send(method, prepared.path, { token: '' })],
        ['unknown tenant', await client.send(method, prepared.path, { tenant: unknownTenant })],
        ['not connected', await client.send(method, prepared.path, { tenant: funkloch })],
      ];
      for (const { place, path, body } of invalidRequests(contract, operation))
        all.push([`wrong ${place}`, await client.send(method, path, { body })]);
      if (operation.body)
        all.push(['wrong media type', await client.send(method, prepared.path, { body: noJson })]);
      return all;
    }

    it.each(contract.operations.map((operation) => [nameOf(operation), operation] as const))(
      '%s',
      async (_name, operation) => {
        const found = await answers(operation);
        const unlisted = found.filter(([, { status }]) => !check.documents(operation, status));
        expect(unlisted.map(([what, { status }]) => `${what}: ${status}`)).toEqual([]);
        expect(found.flatMap(([, answer]) => check.problems(operation, answer))).toEqual([]);
      },
    );
  },
);

/** @returns the request with ids that nothing has */
function elsewhere(contract: RestContract, { operation, ...rest }: Prepared): Prepared {
  const values = Object.entries(placeholders(contract, operation)).map(([name, value]) => {
    const type = operation.params.find((one) => one.name.toLowerCase() === name)?.type;
    const nothing = type?.kind === 'key' ? packKey(type.key, 2_147_000_000) : '2147000000';
    return [name, value === '1' || type?.kind === 'key' ? nothing : value] as const;
  });
  return { ...rest, operation, path: filledPath(operation, Object.fromEntries(values)) };
}
