import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import type { RestContract } from '../../src/wawi/contract/contract.ts';
import { implemented, isImplemented } from '../contract/contracts.ts';
import { AllViews } from '../contract/all-views.ts';
import { SchemaCheck } from '../contract/schema-check.ts';
import { TenantClient } from '../contract/tenant-client.ts';
import { tryHard } from '../running-properties.ts';
import { requestsOf, type FuzzRequest, type OpenApiDocument } from './requests.ts';

/** Longer runs: FUZZ_SECONDS=600 FUZZ_SEED=1 npx vitest run test/fuzz */
const secondsPerVersion = Number(process.env['FUZZ_SECONDS'] ?? 12);
const seed = Number(process.env['FUZZ_SEED'] ?? 5850);

const contracts: [string, RestContract][] = [
  ['v1', await loadContractV1()],
  ['v2', await loadContractV2('2.1')],
];

describe.each(contracts)('any request to %s', (version, contract) => {
  let client: TenantClient;
  let check: SchemaCheck;
  let document: OpenApiDocument;
  let views: AllViews;

  beforeAll(async () => {
    client = await TenantClient.open('2.1');
    check = await SchemaCheck.of(client, version);
    // The first request makes the tenant's data.
    await client.send('GET', '/erp/v1/companies');
    views = await AllViews.of(
      client,
      contracts.map(([, one]) => implemented(one)),
    );
    document = (await (
      await fetch(`${client.emulator.url}/openapi/erp-${version}.json`)
    ).json()) as OpenApiDocument;
  });

  afterAll(async () => {
    await client.close();
  });

  const operations = new Map(contract.operations.map((operation) => [operation.id, operation]));

  /** @returns the problems of the answer to a request; empty for a correct one */
  const faults = async ({ operationId, method, path, body }: FuzzRequest): Promise<string[]> => {
    const answer = await client.send(method, `/erp/${version}${path}`, {
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    });
    const operation = operations.get(operationId);
    if (!operation) return [`the document has an operation ${operationId} that the contract has not`];
    const shape =
      answer.status < 400
        ? check.problems(operation, answer)
        : method === 'HEAD'
          ? []
          : check.refusalProblems(answer.json);
    const isWritten = method !== 'GET' && answer.status < 300;
    return [
      ...(isWritten ? await views.broken(operation.path) : []),
      ...(answer.status >= 500 && (answer.status !== 501 || isImplemented(operation))
        ? [`status ${answer.status}: ${answer.reason}`]
        : []),
      ...(answer.status < 400 && !check.documents(operation, answer.status)
        ? [`status ${answer.status} is not documented`]
        : []),
      ...(answer.status >= 400 && answer.reason === '' ? ['no reason is given'] : []),
      ...shape,
    ];
  };

  it(
    'is answered, without a fault of the server, and in the documented shape',
    async () => {
      await tryHard(
        fc.asyncProperty(fc.array(requestsOf(document), { minLength: 1, maxLength: 5 }), async (requests) => {
          await client.reset();
          for (const request of requests) {
            const found = await faults(request);
            if (found.length > 0) throw new Error(`${request.operationId}: ${found.slice(0, 5).join('; ')}`);
          }
        }),
        { seed, least: 60, time: secondsPerVersion * 1000 },
      );
    },
    (secondsPerVersion + 300) * 1000,
  );
});
