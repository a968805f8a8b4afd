import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { successStatus } from '../../src/wawi/rest/answer-writer.ts';
import { implemented } from './contracts.ts';
import { Driver } from './drive.ts';
import { nameOf } from './operation-names.ts';
import { SchemaCheck } from './schema-check.ts';
import { wholeBodies } from './whole-bodies.ts';
import { TenantClient } from './tenant-client.ts';

const contracts: RestContract[] = [
  implemented(await loadContractV1()),
  implemented(await loadContractV2('2.0')),
];

/** Operations whose bodies have optional lists or objects. */
const nesting = contracts.flatMap((contract) =>
  contract.operations
    .filter((operation) => hasOptionalParts(contract, operation))
    .map((operation) => [nameOf(operation), operation] as const),
);

describe('input with every optional part of the body', () => {
  let client: TenantClient;
  let driver: Driver;
  const checks = new Map<string, SchemaCheck>();

  beforeAll(async () => {
    client = await TenantClient.open('2.0');
    driver = new Driver(client, contracts);
    for (const { version } of contracts) checks.set(version, await SchemaCheck.of(client, version));
  });

  afterAll(async () => {
    await client.close();
  });

  it.each(nesting)('is taken by %s', async (_name, operation) => {
    await client.reset();
    const answer = await driver.valid(operation, {
      fullness: 'whole',
      body: wholeBodies[nameOf(operation)]?.(client),
    });
    const reason = answer.status < 300 ? '' : answer.reason;
    expect([answer.status, reason]).toEqual([successStatus(operation), '']);
    expect(checks.get(operation.version)?.problems(operation, answer)).toEqual([]);
  });
});

function hasOptionalParts(contract: RestContract, { body }: Operation): boolean {
  const type = body?.kind === 'list' ? body.of : body;
  if (type?.kind !== 'schema' || contract.enumValues(type.name)) return false;
  return contract
    .object(type.name)
    .properties.some(
      ({ required, readOnly, type: inner }) =>
        !required &&
        !readOnly &&
        (inner.kind === 'list' || (inner.kind === 'schema' && !contract.enumValues(inner.name))),
    );
}
