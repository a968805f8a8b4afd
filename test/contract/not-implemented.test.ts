import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { isImplemented } from './contracts.ts';
import { placeholders } from './invalid.ts';
import { nameOf } from './operation-names.ts';
import { Samples } from './samples.ts';
import { filledPath, TenantClient } from './tenant-client.ts';

const contracts = [await loadContractV1(), await loadContractV2('2.0'), await loadContractV2('2.3')];

describe.each(contracts.map((contract) => [contract.apiVersion, contract] as const))(
  'an operation of %s whose behaviour no page states',
  (version, contract) => {
    const unbound = contract.operations.filter((operation) => !isImplemented(operation));
    let client: TenantClient;

    beforeAll(async () => {
      client = await TenantClient.open(version === '2.3' ? '2.3' : '2.0');
    });

    afterAll(() => client.close());

    it.for(unbound.map((operation) => [nameOf(operation), operation] as const))(
      'answers %s with 501 to a valid request',
      async ([name, operation], { task }) => {
        const samples = new Samples(contract, () => 1);
        const query = operation.query.filter(({ required }) => required);
        const values = query.map(({ name: one, type }) => [one, String(samples.of(type, one))]);
        const path = filledPath(operation, placeholders(contract, operation));
        const answer = await client.send(
          operation.method,
          `${path}?${new URLSearchParams(values).toString()}`,
          operation.body === undefined ? {} : { body: samples.of(operation.body, '') },
        );
        expect(answer).toMatchObject({
          status: 501,
          assumptions: expect.stringContaining('undocumented-behaviour') as unknown,
        });
        expect(answer.reason).toContain(`no public page states what ${operation.method} /erp/`);
        if (version !== '2.3') task.meta.unbound = name;
      },
    );
  },
);
