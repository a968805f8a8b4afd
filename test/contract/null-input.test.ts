import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { implemented } from './contracts.ts';
import { AllViews } from './all-views.ts';
import { Driver } from './drive.ts';
import { nameOf } from './operation-names.ts';
import { wholeBodies } from './whole-bodies.ts';
import { TenantClient } from './tenant-client.ts';

/** The newest version, which has all that the others have and more. */
const contracts: RestContract[] = [
  implemented(await loadContractV1()),
  implemented(await loadContractV2('2.2')),
];

const writing = contracts.flatMap((contract) =>
  contract.operations
    .filter(({ body }) => body !== undefined)
    .map((operation) => [nameOf(operation), operation] as const),
);

type Path = readonly (string | number)[];

describe('null anywhere in a body', () => {
  let client: TenantClient;
  let driver: Driver;
  let views: AllViews;

  beforeAll(async () => {
    client = await TenantClient.open('2.2');
    driver = new Driver(client, contracts);
    await client.send('GET', '/erp/v1/companies');
    views = await AllViews.of(client, contracts);
  });

  afterAll(async () => {
    await client.close();
  });

  it.each(writing)('is taken or refused by %s, and never breaks a reader', async (name, operation) => {
    const prepare = async () => {
      await client.reset();
      return driver.prepare(operation, { fullness: 'whole', body: wholeBodies[name]?.(client) });
    };
    const broken: string[] = [];
    const taken: Path[] = [];
    let prepared = await prepare();
    for (const path of pathsOf(prepared.body)) {
      const answer = await driver.send({ ...prepared, body: withNull(prepared.body, path) });
      if (answer.status >= 500) broken.push(`${path.join('.')}: ${answer.status} ${answer.reason}`);
      if (answer.status >= 300) continue;
      taken.push(path);
      prepared = await prepare();
    }
    /** As many at once as go together, so that the tenant need not be read as often as there are fields. */
    const read = async (paths: readonly Path[]): Promise<void> => {
      if (paths.length === 0) return;
      const { body, ...request } = await prepare();
      const { status } = await driver.send({ ...request, body: paths.reduce(withNull, body) });
      if (status < 300)
        broken.push(
          ...(await views.broken(operation.path)).map(
            (one) => `${paths.map((path) => path.join('.')).join()}: ${one}`,
          ),
        );
      else if (paths.length > 1) {
        const half = Math.ceil(paths.length / 2);
        await read(paths.slice(0, half));
        await read(paths.slice(half));
      }
    };
    await read(taken);
    expect(broken).toEqual([]);
  });
});

/** @returns where there is anything in a body, the first element of each list only */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null) return [];
  const parts = Array.isArray(value) ? value.slice(0, 1).entries() : Object.entries(value);
  return [...parts].flatMap(([key, part]) => [[...path, key], ...pathsOf(part, [...path, key])]);
}

function withNull(body: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return null;
  // Within what is null already there is nothing left to clear.
  if (body === null || body === undefined) return body;
  const changed = withNull((body as Record<string | number, unknown>)[key], rest);
  if (Array.isArray(body)) return body.map((part, n) => (n === key ? changed : (part as unknown)));
  return { ...(body as object), [key]: changed };
}
