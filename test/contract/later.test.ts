import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract, Operation } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { successStatus } from '../../src/wawi/rest/answer-writer.ts';
import { Driver } from './drive.ts';
import { SchemaCheck } from './schema-check.ts';
import { filledPath, World, type Answer } from './world.ts';

const laterVersions = ['2.1', '2.2'] as const;
type LaterVersion = (typeof laterVersions)[number];

const v1 = await loadContractV1();
const exact = await loadContractV2('2.0');
const later: Readonly<Record<LaterVersion, Contract>> = {
  '2.1': await loadContractV2('2.1'),
  '2.2': await loadContractV2('2.2'),
};
const known = new Set(exact.operations.map(titleOf));

/** Operations that only later versions have, and those that they change. */
const laterOperations = later['2.1'].operations.filter((operation) => operation.since !== '2.0');
const added = laterOperations.filter((operation) => !known.has(titleOf(operation)));
const changed = laterOperations.filter((operation) => known.has(titleOf(operation)));

/** Operations that later versions offer under a further path as well. */
const moved = Object.entries(later['2.1'].alsoAt).flatMap(([title, paths]) =>
  paths.map((path) => [title, path] as const),
);

interface Served {
  world: World;
  driver: Driver;
  check: SchemaCheck;
}

describe('what later versions of the platform change', () => {
  let before: Served;
  let served: Record<LaterVersion, Served>;

  beforeAll(async () => {
    const open = async (version: '2.0' | LaterVersion, contract: Contract): Promise<Served> => {
      const world = await World.open(version);
      return { world, driver: new Driver(world, [v1, contract]), check: await SchemaCheck.of(world, 'v2') };
    };
    before = await open('2.0', exact);
    served = { '2.1': await open('2.1', later['2.1']), '2.2': await open('2.2', later['2.2']) };
  });

  afterAll(async () => {
    await Promise.all([before, ...Object.values(served)].map(({ world }) => world.close()));
  });

  /** Drives an operation with valid input, at its own path or another. */
  const drive = async ({ world, driver }: Served, title: string, path?: string): Promise<Answer> => {
    await world.reset();
    const prepared = await driver.prepare(driver.operation(`v2 ${title}`));
    return driver.send(path === undefined ? prepared : { ...prepared, path: movedPath(prepared, path) });
  };

  const driveAll = async (
    title: string,
    expected: (operation: Operation) => number,
    path?: string,
  ): Promise<Record<string, number>> => {
    const statuses: Record<string, number> = {};
    for (const version of laterVersions) {
      const answer = await drive(served[version], title, path);
      const operation = served[version].driver.operation(`v2 ${title}`);
      expect([version, answer.status, answer.status < 300 ? '' : answer.reason]).toEqual([
        version,
        expected(operation),
        '',
      ]);
      expect(served[version].check.problems(operation, answer.status, answer.json)).toEqual([]);
      statuses[version] = answer.status;
    }
    return statuses;
  };

  it.for(added.map((operation) => [titleOf(operation), operation] as const))(
    '%s answers under 2.1 and 2.2, and 2.0 does not know it',
    async ([title, operation], { task }) => {
      const path = filledPath(operation, {}).replaceAll('//', '/1/').replace(/\/$/, '/1');
      const unknown = await before.world.send(operation.method, path);
      // 2.0 has some of these paths, with other methods.
      expect([404, 405]).toContain(unknown.status);
      const statuses = await driveAll(title, successStatus);
      task.meta.later = { operation: title, change: 'new', statuses: { '2.0': unknown.status, ...statuses } };
    },
  );

  it.for(changed.map((operation) => [titleOf(operation), operation] as const))(
    '%s answers differently under 2.0 than later',
    async ([title, operation], { task }) => {
      const old = await drive(before, title);
      const row = exact.operations.find((one) => titleOf(one) === title);
      expect([old.status, old.reason]).toEqual([row && successStatus(row), '']);
      const statuses = await driveAll(title, () => successStatus(operation));
      task.meta.later = { operation: title, change: 'changed', statuses: { '2.0': old.status, ...statuses } };
    },
  );

  it.for(moved)('%s is found at %s too, but not under 2.0', async ([title, path], { task }) => {
    const method = title.split(' ')[0] ?? '';
    const unknown = await drive(before, title, path);
    expect([404, 405]).toContain(unknown.status);
    const statuses = await driveAll(title, successStatus, path);
    task.meta.later = {
      operation: `${method} ${path}`,
      change: `also at, for ${title}`,
      statuses: { '2.0': unknown.status, ...statuses },
    };
  });

  it('answers a changed item with 201 and itemId under 2.0, with 200 and the id inside item later', async () => {
    const old = await drive(before, 'PATCH /items/{itemid}');
    expect(old.status).toBe(201);
    expect(old.json).toEqual({ itemId: expect.stringMatching(/^770f139d-18dd-405c-9f84-3221/) });
    for (const version of laterVersions) {
      const answer = await drive(served[version], 'PATCH /items/{itemid}');
      expect(answer.status).toBe(200);
      expect(answer.json).toEqual({ item: { id: expect.stringMatching(/^770f139d-18dd-405c-9f84-3221/) } });
    }
  });
});

function titleOf(operation: Operation): string {
  return `${operation.method} ${operation.path}`;
}

/** A further path names the same parameters in the same order. */
function movedPath(
  { operation, values }: { operation: Operation; values: Readonly<Record<string, string>> },
  path: string,
): string {
  const order = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => (match[1] ?? '').toLowerCase());
  let n = 0;
  return `/erp/v2${path.replace(/\{\w+\}/g, () => encodeURIComponent(values[order[n++] ?? ''] ?? ''))}`;
}
