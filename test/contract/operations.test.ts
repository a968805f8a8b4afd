import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contract, type Operation } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { successStatus } from '../../src/wawi/rest/answer-writer.ts';
import { Driver, nameOf } from './drive.ts';
import { schemaChecker } from './schema-check.ts';
import { World } from './world.ts';

const contracts: Contract[] = [await loadContractV1(), await loadContractV2('2.0')];

describe.each(contracts.map((contract) => [contract.version, contract] as const))(
  'every operation of %s',
  (_version, contract) => {
    let world: World;
    let driver: Driver;
    let check: (operation: Operation, status: number, json: unknown) => string[];

    beforeAll(async () => {
      world = await World.open('2.0');
      driver = new Driver(world, contracts);
      check = await schemaChecker(world, contract.version, Ajv);
    });

    afterAll(async () => {
      await world.close();
    });

    it.each(contract.operations.map((operation) => [nameOf(operation), operation] as const))(
      '%s answers valid input as documented',
      async (_name, operation) => {
        await world.reset();
        const answer = await driver.valid(operation);
        expect([answer.status, answer.status < 300 ? '' : answer.reason]).toEqual([
          successStatus(operation),
          '',
        ]);
        expect(check(operation, answer.status, answer.json)).toEqual([]);
      },
    );
  },
);
