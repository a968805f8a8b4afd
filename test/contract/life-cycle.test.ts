import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { implemented } from './contracts.ts';
import { Driver } from './drive.ts';
import { nameOf } from './operation-names.ts';
import { Life } from './life.ts';
import { GraphqlViews } from './graphql-views.ts';
import type { Fullness } from './samples.ts';
import { resourcesOf, type Resource } from './resources.ts';
import { World } from './world.ts';

/** @returns the resources that can be created, by each operation that creates them */
function livesOf(contracts: readonly RestContract[]): (readonly [string, Resource, Operation])[] {
  return resourcesOf(contracts).flatMap((resource) =>
    resource.creates.map((create) => [nameOf(create), resource, create] as const),
  );
}

/** Later versions are tested only on their additions. */
function isLater(resource: Resource): boolean {
  const { creates, reads, updates, removes } = resource;
  return [...creates, ...reads, ...updates, ...removes].some((operation) => operation.since > '2.0');
}

const exact = [implemented(await loadContractV1()), implemented(await loadContractV2('2.0'))];
const later = [implemented(await loadContractV1()), implemented(await loadContractV2('2.1'))];
const versions = [
  ['2.0', exact, livesOf(exact)],
  ['2.1', later, livesOf(later).filter(([, resource]) => isLater(resource))],
] as const;

describe.each(versions)('an entity that was created in one API of %s', (version, contracts, lives) => {
  let world: World;
  let driver: Driver;
  let graphql: GraphqlViews;

  beforeAll(async () => {
    world = await World.open(version);
    driver = new Driver(world, contracts);
    graphql = await GraphqlViews.of(world);
  });

  afterAll(async () => {
    await world.close();
  });

  const born = async (resource: Resource, create: Operation, fullness?: Fullness): Promise<Life> => {
    await world.reset();
    return Life.begin(driver, graphql, resource, create, fullness);
  };

  it.each(lives)('by %s is seen alike in every API that reads it', async (_name, resource, create) => {
    const life = await born(resource, create);
    expect(await life.differences()).toEqual([]);
  });

  it.each(lives)('by %s with all that it takes is seen alike, too', async (_name, resource, create) => {
    const life = await born(resource, create, 'whole');
    expect(await life.differences()).toEqual([]);
  });

  it.each(lives.filter(([, { updates }]) => updates.length > 0))(
    'by %s is seen changed in every API after each kind of update',
    async (_name, resource, create) => {
      const life = await born(resource, create);
      for (const update of resource.updates) {
        await life.change(update);
        expect({ update: nameOf(update), differences: await life.differences() }).toEqual({
          update: nameOf(update),
          differences: [],
        });
      }
    },
  );

  it.each(lives.filter(([, { removes }]) => removes.length > 0))(
    'by %s is gone from every API once it is deleted in any',
    async (_name, resource, create) => {
      for (const remove of resource.removes) {
        const life = await born(resource, create);
        expect(await life.seenBy()).toEqual(life.readers);
        await life.end(remove);
        expect(await life.seenBy()).toEqual([]);
        expect((await life.ask(remove)).status).toBe(404);
      }
    },
  );
});
