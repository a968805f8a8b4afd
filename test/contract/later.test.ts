import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiVersion, RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { restRoutes } from '../../src/wawi/rest/route-table.ts';
import { successStatus } from '../../src/wawi/rest/answer-writer.ts';
import { implemented } from './contracts.ts';
import { Driver } from './drive.ts';
import { nameOf, normalised } from './operation-names.ts';
import { SchemaCheck } from './schema-check.ts';
import { filledPath, TenantClient, type Answer } from './tenant-client.ts';

const laterVersions = ['2.1', '2.2'] as const;
type LaterVersion = (typeof laterVersions)[number];

const contractsOf = (version: '2.0' | LaterVersion): Promise<[RestContract, RestContract]> =>
  Promise.all([loadContractV1().then(implemented), loadContractV2(version).then(implemented)]);

const exact = await contractsOf('2.0');
const later: Readonly<Record<LaterVersion, [RestContract, RestContract]>> = {
  '2.1': await contractsOf('2.1'),
  '2.2': await contractsOf('2.2'),
};
const known = new Map(
  exact.flatMap(({ operations }) => operations).map((operation) => [nameOf(operation), operation]),
);

/** Operations that only later versions have, and those that they change. */
const laterOperations = later['2.1'].flatMap(({ operations }) =>
  operations.filter((operation) => operation.since > '2.0'),
);
const added = laterOperations.filter((operation) => !known.has(nameOf(operation)));
const changed = laterOperations.filter((operation) => known.has(nameOf(operation)));

/** Operations that 2.1 offers under a path that 2.0 does not have. */
const before20 = new Set(
  exact.flatMap(({ version, operations, alsoAt }) =>
    operations.flatMap(({ method, path }) =>
      [path, ...(alsoAt[`${method} ${path}`] ?? [])].map((one) => normalised(`${version} ${method} ${one}`)),
    ),
  ),
);
const moved = later['2.1'].flatMap(({ version, alsoAt, operations }) =>
  operations
    .filter((operation) => known.has(nameOf(operation)))
    .flatMap((operation) =>
      (alsoAt[`${operation.method} ${operation.path}`] ?? [])
        .filter((path) => !before20.has(normalised(`${version} ${operation.method} ${path}`)))
        .map((path) => [nameOf(operation), path] as const),
    ),
);

/** @returns whether the version serves the operation at the other path */
function isServedAt(version: LaterVersion, name: string, path: string): boolean {
  const [api, operation = ''] = name.split(/ (.*)/);
  return later[version].some((one) => one.version === api && one.alsoAt[operation]?.includes(path));
}

const routes20 = new Map(exact.map((contract) => [contract.version as string, restRoutes(contract)]));

/** @returns how 2.0 may refuse a path: 400 where it takes the new word for an id of another operation */
function refusalsOf20(version: string, method: string, template: string): number[] {
  const match = routes20.get(version)?.find(method, template.replace(/\{\w+\}/g, '1'));
  return match?.kind === 'found' ? [400] : [404, 405];
}

interface Served {
  client: TenantClient;
  driver: Driver;
  checks: Readonly<Record<ApiVersion, SchemaCheck>>;
}

describe('changes of later versions of the platform', () => {
  let before: Served;
  let served: Record<LaterVersion, Served>;

  beforeAll(async () => {
    const open = async (version: '2.0' | LaterVersion, contracts: RestContract[]): Promise<Served> => {
      const client = await TenantClient.open(version);
      const checks = { v1: await SchemaCheck.of(client, 'v1'), v2: await SchemaCheck.of(client, 'v2') };
      return { client, driver: new Driver(client, contracts), checks };
    };
    before = await open('2.0', exact);
    served = { '2.1': await open('2.1', later['2.1']), '2.2': await open('2.2', later['2.2']) };
  });

  afterAll(async () => {
    await Promise.all([before, ...Object.values(served)].map(({ client }) => client.close()));
  });

  /** Drives an operation with valid input, at its own path or another. */
  const drive = async ({ client, driver }: Served, name: string, path?: string): Promise<Answer> => {
    await client.reset();
    const prepared = await driver.prepare(driver.operation(name));
    return driver.send(path === undefined ? prepared : { ...prepared, path: movedPath(prepared, path) });
  };

  const driveAll = async (
    name: string,
    expected: (operation: Operation) => number,
    path?: string,
  ): Promise<Record<string, number>> => {
    const statuses: Record<string, number> = {};
    for (const version of laterVersions) {
      if (path !== undefined && !isServedAt(version, name, path)) continue;
      const answer = await drive(served[version], name, path);
      const operation = served[version].driver.operation(name);
      expect([version, answer.status, answer.status < 300 ? '' : answer.reason]).toEqual([
        version,
        expected(operation),
        '',
      ]);
      expect(served[version].checks[operation.version].problems(operation, answer)).toEqual([]);
      statuses[version] = answer.status;
    }
    return statuses;
  };

  it.for(added.map((operation) => [nameOf(operation), operation] as const))(
    '%s answers under 2.1 and 2.2, and 2.0 does not know it',
    async ([name, operation], { task }) => {
      const path = filledPath(operation, {}).replaceAll('//', '/1/').replace(/\/$/, '/1');
      const unknown = await before.client.send(operation.method, path);
      expect(refusalsOf20(operation.version, operation.method, operation.path)).toContain(unknown.status);
      const statuses = await driveAll(name, successStatus);
      task.meta.later = { operation: name, change: 'new', statuses: { '2.0': unknown.status, ...statuses } };
    },
  );

  it.for(changed.map((operation) => [nameOf(operation), operation] as const))(
    '%s answers differently under 2.0 than later',
    async ([name, operation], { task }) => {
      const old = await drive(before, name);
      const row = known.get(name);
      expect([old.status, old.reason]).toEqual([row && successStatus(row), '']);
      const statuses = await driveAll(name, () => successStatus(operation));
      task.meta.later = { operation: name, change: 'changed', statuses: { '2.0': old.status, ...statuses } };
    },
  );

  it.for(moved)('%s is found at %s too, but not under 2.0', async ([name, path], { task }) => {
    const [version = '', method = ''] = name.split(' ');
    const unknown = await drive(before, name, path);
    expect(refusalsOf20(version, method, path)).toContain(unknown.status);
    const statuses = await driveAll(name, successStatus, path);
    task.meta.later = {
      operation: `${version} ${method} ${path}`,
      change: `also at, for ${name}`,
      statuses: { '2.0': unknown.status, ...statuses },
    };
  });

  it('answers a changed item with 201 and itemId under 2.0, with 200 and the id inside item later', async () => {
    const old = await drive(before, 'v2 PATCH /items/{itemid}');
    expect(old.status).toBe(201);
    expect(old.json).toEqual({ itemId: expect.stringMatching(/^770f139d-18dd-405c-9f84-3221/) });
    for (const version of laterVersions) {
      const answer = await drive(served[version], 'v2 PATCH /items/{itemid}');
      expect(answer.status).toBe(200);
      expect(answer.json).toEqual({ item: { id: expect.stringMatching(/^770f139d-18dd-405c-9f84-3221/) } });
    }
  });
});

/** A further path names the same parameters in the same order. */
function movedPath(
  { operation, values }: { operation: Operation; values: Readonly<Record<string, string>> },
  path: string,
): string {
  const order = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => (match[1] ?? '').toLowerCase());
  let n = 0;
  return `/erp/v2${path.replace(/\{\w+\}/g, () => encodeURIComponent(values[order[n++] ?? ''] ?? ''))}`;
}
