import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation, RestContract } from '../../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../../src/wawi/contract/load.ts';
import { successStatus } from '../../../src/wawi/rest/answer-writer.ts';
import { erpVersions, type ErpVersion } from '../../../src/platform/erp-versions.ts';
import { isImplemented } from '../../contract/contracts.ts';
import { ArrangementContext } from '../../contract/arrangement-context.ts';
import { Driver, type Prepared } from '../../contract/drive.ts';
import { GraphqlViews } from '../../contract/graphql-views.ts';
import { nameOf, normalised } from '../../contract/operation-names.ts';
import { TenantClient } from '../../contract/tenant-client.ts';
import { below, documentedFields, longestBeginning, valuesByField, type Fields } from './fields.ts';
import { WrittenEntity } from './written-entity.ts';
import type { Body, RequestRow, Scene } from './request-row.ts';

/**
 * Sends each row's minimal and full request in each version that has the operation, and reads the values back.
 * @param area beginnings of paths, such as `/customers`: each writing operation with a body there has a row
 */
export function describeRequests(
  versions: readonly ErpVersion[],
  area: RegExp,
  rows: readonly RequestRow[],
): void {
  describe.each(versions)('a request of version %s', (version) => {
    let client: TenantClient;
    let driver: Driver;
    let contracts: RestContract[];
    let everyVersion: RestContract[];
    let graphql: GraphqlViews;

    beforeAll(async () => {
      contracts = await Promise.all([loadContractV1(), loadContractV2(version)]);
      everyVersion = await Promise.all([loadContractV1(), ...erpVersions.map(loadContractV2)]);
      client = await TenantClient.open(version);
      driver = new Driver(client, contracts);
      graphql = await GraphqlViews.of(client);
    });

    afterAll(async () => {
      await client.close();
    });

    it('has a row for each writing operation with a body', () => {
      const named = new Set(rows.map(({ operation }) => normalised(operation)));
      const missing = contracts
        .flatMap(({ operations }) => operations)
        .filter((one) => one.method !== 'GET' && one.body && area.test(normalised(one.path)))
        .filter((one) => isImplemented(one) && !named.has(normalised(nameOf(one))));
      expect(missing.map(nameOf)).toEqual([]);
    });

    it.each(rows.filter(({ reads }) => reads.length === 0))(
      'without reads says why: $operation',
      ({ unread }) => {
        expect(unread).toBeTypeOf('string');
      },
    );

    const prepare = async (row: RequestRow, kind: 'minimal' | 'full'): Promise<[Prepared, Scene]> => {
      await client.reset();
      const operation = driver.operation(row.operation);
      const context = new ArrangementContext(client, operation.version, async (name, given) => {
        const answer = await driver.valid(driver.operation(name), given);
        expect([answer.status < 300, answer.reason]).toEqual([true, '']);
        return answer.json;
      });
      const values = await row.values?.(context);
      const prepared = await driver.prepare(operation, { withoutBody: true, ...(values && { values }) });
      const scene = Object.assign(context, { values: prepared.values });
      const body = ofVersion(await row[kind](scene), fieldsOf(contracts, row), fieldsOf(everyVersion, row));
      return [{ ...prepared, body }, scene];
    };

    const rowsOf = rows.map((row) => [row.operation, row] as const);

    it.each(rowsOf)('of %s with the required fields alone succeeds', async (name, row) => {
      if (!driver.has(name)) return;
      const [prepared] = await prepare(row, 'minimal');
      const answer = await driver.send(prepared);
      expect([answer.status, answer.reason]).toEqual([successStatus(prepared.operation), '']);
    });

    it.each(rowsOf)('of %s with every documented field shows each value', async (name, row) => {
      if (!driver.has(name)) return;
      const [prepared, scene] = await prepare(row, 'full');
      const contract = contracts.find((one) => one.version === prepared.operation.version)!;
      expect(undeclared(contract, prepared.operation, prepared.body as Body, row)).toEqual([]);
      const answer = await driver.send(prepared);
      expect([answer.status, answer.reason]).toEqual([successStatus(prepared.operation), '']);
      const entity = new WrittenEntity({ driver, graphql, contract, prepared, answer, scene, version });
      const problems: string[] = [];
      for (const read of row.reads) problems.push(...(await entity.differences(read)));
      expect(problems).toEqual([]);
    });
  });
}

/** @returns documented fields without a value and without a reason, and reasons of fields that have a value */
function undeclared(
  contract: RestContract,
  { body: type }: Operation,
  body: Body,
  row: RequestRow,
): string[] {
  const documented = documentedFields(contract, type!);
  const sent = valuesByField(body);
  const isExcused = (path: string): boolean => longestBeginning(row.without ?? {}, path) !== undefined;
  return [
    ...[...documented.keys()].filter((path) => !sent.has(path) && !isExcused(path)),
    ...[...sent.keys()].filter((path) => !documented.has(path)).map((path) => `${path}: not documented`),
    ...[...sent.keys()].filter(isExcused).map((path) => `${path}: has a value and a reason to have none`),
  ];
}

/** @returns the documented fields of a row's body in any of the contracts */
function fieldsOf(contracts: readonly RestContract[], { operation: name }: RequestRow): Fields {
  return new Map(
    contracts.flatMap((contract) =>
      contract.operations
        .filter((operation) => normalised(nameOf(operation)) === normalised(name))
        .flatMap(({ body }) => (body ? [...documentedFields(contract, body)] : [])),
    ),
  );
}

/** @returns the body without the fields that only other versions document */
function ofVersion(body: unknown, documented: Fields, anywhere: Fields, path = ''): unknown {
  if (Array.isArray(body)) return body.map((one: unknown) => ofVersion(one, documented, anywhere, path));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
      const own = below(path, name);
      const isElsewhere = anywhere.has(own) && !documented.has(own);
      return isElsewhere ? [] : [[name, ofVersion(value, documented, anywhere, own)]];
    }),
  );
}
