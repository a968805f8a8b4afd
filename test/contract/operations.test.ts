import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { successStatus } from '../../src/wawi/rest/answer-writer.ts';
import { implemented } from './contracts.ts';
import { deviations } from './arrangements.ts';
import { impossibleColumns, type Column } from './coverage.ts';
import { Driver } from './drive.ts';
import { nameOf } from './operation-names.ts';
import { invalidRequests, placeholders } from './invalid.ts';
import { RefusedCallers } from './refused-callers.ts';
import { SchemaCheck } from './schema-check.ts';
import { filledPath, unknownTenant, TenantClient, type Answer, type SendOptions } from './tenant-client.ts';

const contracts: RestContract[] = [
  implemented(await loadContractV1()),
  implemented(await loadContractV2('2.0')),
];

describe.each(contracts.map((contract) => [contract.version, contract] as const))(
  'every operation of %s',
  (version, contract) => {
    let client: TenantClient;
    let driver: Driver;
    let refusedCallers: RefusedCallers;
    let check: SchemaCheck;

    beforeAll(async () => {
      client = await TenantClient.open('2.0');
      driver = new Driver(client, contracts);
      check = await SchemaCheck.of(client, version);
      refusedCallers = await RefusedCallers.of(client);
    });

    afterAll(async () => {
      await client.close();
    });

    const cell = (operation: Operation, column: Column, answers: readonly Answer[]) => ({
      version,
      operation: `${operation.method} ${operation.path}`,
      column,
      statuses: answers.map((one) => one.status),
    });

    /** Authorization refuses the call, so parameters and body are not checked. */
    const refused = async (operation: Operation, options: SendOptions): Promise<Answer> => {
      const answer = await client.send(
        operation.method,
        filledPath(operation, placeholders(contract, operation)),
        options,
      );
      if (operation.method !== 'HEAD') expect(check.refusalProblems(answer.json)).toEqual([]);
      expect(answer.reason).not.toBe('');
      return answer;
    };

    describe.each(contract.operations.map((operation) => [nameOf(operation), operation] as const))(
      '%s',
      (_name, operation) => {
        const impossible = impossibleColumns(contract, operation);

        it('answers valid input as documented', async ({ task }) => {
          task.meta.impossible = {
            version,
            operation: `${operation.method} ${operation.path}`,
            columns: impossible,
          };
          await client.reset();
          const answer = await driver.valid(operation);
          const reason = answer.status < 300 ? '' : answer.reason;
          const deviation = deviations[nameOf(operation)];
          expect([answer.status, reason]).toEqual([deviation?.status ?? successStatus(operation), '']);
          expect(answer.assumptions).toContain(deviation?.assumption ?? '');
          expect(check.problems(operation, answer)).toEqual([]);
          task.meta.cell = cell(operation, 'valid', [answer]);
        });

        it.runIf(!('invalid' in impossible))(
          'names every wrong path parameter, query parameter and property of the body at once',
          async ({ task }) => {
            const answers: Answer[] = [];
            for (const { place, path, fields, ...rest } of invalidRequests(contract, operation)) {
              const answer = await client.send(operation.method, path, rest);
              answers.push(answer);
              const { named, ...seen } = refusedFields(answer);
              expect({ place, ...seen, unnamed: fields.filter((field) => !named.includes(field)) }).toEqual({
                place,
                status: 400,
                unnamed: [],
              });
              expect(check.refusalProblems(answer.json)).toEqual([]);
            }
            task.meta.cell = cell(operation, 'invalid', answers);
          },
        );

        it('refuses a request without a token, and one with a token that was tampered with', async ({
          task,
        }) => {
          const answers = [
            await refused(operation, { token: '' }),
            await refused(operation, { token: refusedCallers.tampered }),
          ];
          expect(answers.map((one) => one.status)).toEqual([401, 401]);
          task.meta.cell = cell(operation, 'unauthorised', answers);
        });

        it.runIf(!('wrong scope' in impossible))(
          'refuses an app that has been granted an unrelated scope only',
          async ({ task }) => {
            const answer = await refused(operation, { token: refusedCallers.without(operation.scopes) });
            expect(answer.status).toBe(403);
            expect(answer.reason).toContain(`'${operation.scopes[0] ?? ''}'`);
            task.meta.cell = cell(operation, 'wrong scope', [answer]);
          },
        );

        it('refuses an unknown tenant, and an app that the tenant did not install', async ({ task }) => {
          const answers = [
            await refused(operation, { tenant: unknownTenant }),
            await refused(operation, { token: refusedCallers.notInstalled }),
          ];
          expect(answers.map((one) => one.status)).toEqual([404, 403]);
          task.meta.cell = cell(operation, 'wrong tenant', answers);
        });
      },
    );
  },
);

/** @returns the status, and the fields that `validationErrors` names */
function refusedFields({ status, json }: Answer): { status: number; named: string[] } {
  const body = (json ?? {}) as Record<string, Record<string, string>>;
  return { status, named: Object.keys(body['validationErrors'] ?? body['ValidationErrors'] ?? {}) };
}
