import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { implemented } from './contracts.ts';
import { Driver } from './drive.ts';
import { nameOf } from './operation-names.ts';
import { LifeCycle } from './life-cycle.ts';
import { GraphqlViews } from './graphql-views.ts';
import type { Fullness } from './samples.ts';
import { resourcesOf, type Resource } from './resources.ts';
import { TenantClient } from './tenant-client.ts';

/** @returns the resources that can be created, by each operation that creates them */
function lifeCyclesOf(contracts: readonly RestContract[]): (readonly [string, Resource, Operation])[] {
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
  ['2.0', exact, lifeCyclesOf(exact)],
  ['2.1', later, lifeCyclesOf(later).filter(([, resource]) => isLater(resource))],
] as const;

describe.each(versions)('an entity that was created in one API of %s', (version, contracts, lifeCycles) => {
  let client: TenantClient;
  let driver: Driver;
  let graphql: GraphqlViews;

  beforeAll(async () => {
    client = await TenantClient.open(version);
    driver = new Driver(client, contracts);
    graphql = await GraphqlViews.of(client);
  });

  afterAll(async () => {
    await client.close();
  });

  const created = async (resource: Resource, create: Operation, fullness?: Fullness): Promise<LifeCycle> => {
    await client.reset();
    return LifeCycle.begin(driver, graphql, resource, create, fullness);
  };

  it.each(lifeCycles)('by %s is seen alike in every API that reads it', async (_name, resource, create) => {
    const lifeCycle = await created(resource, create);
    expect(await lifeCycle.differences()).toEqual([]);
  });

  it.each(lifeCycles)('by %s with all that it takes is seen alike, too', async (_name, resource, create) => {
    const lifeCycle = await created(resource, create, 'whole');
    expect(await lifeCycle.differences()).toEqual([]);
  });

  it.each(lifeCycles.filter(([, { updates }]) => updates.length > 0))(
    'by %s is seen changed in every API after each kind of update',
    async (_name, resource, create) => {
      const lifeCycle = await created(resource, create);
      for (const update of resource.updates) {
        await lifeCycle.change(update);
        expect({ update: nameOf(update), differences: await lifeCycle.differences() }).toEqual({
          update: nameOf(update),
          differences: [],
        });
      }
    },
  );

  it.each(lifeCycles.filter(([, { removes }]) => removes.length > 0))(
    'by %s is gone from every API once it is deleted in any',
    async (_name, resource, create) => {
      for (const remove of resource.removes) {
        const lifeCycle = await created(resource, create);
        expect(await lifeCycle.seenBy()).toEqual(lifeCycle.readers);
        await lifeCycle.end(remove);
        expect(await lifeCycle.seenBy()).toEqual([]);
        expect((await lifeCycle.ask(remove)).status).toBe(404);
      }
    },
  );
});
