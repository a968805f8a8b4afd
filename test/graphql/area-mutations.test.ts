import { afterAll, beforeAll, describe, it } from 'vitest';
import { loadGraphqlContract, type GraphqlContractData } from '../../src/wawi/contract/graphql-contract.ts';
import { areaCases, type CaseTools, type Refusal } from './area-cases.ts';
import { GraphqlClient } from './graphql-client.ts';
import { selectionOf } from './selections.ts';

let client: GraphqlClient;
let contract: GraphqlContractData;
beforeAll(async () => {
  client = await GraphqlClient.start({ erpVersion: '2.3' });
  contract = await loadGraphqlContract('2.3');
});
afterAll(() => client.close());

function document(name: string): string {
  const row = contract.mutations[name]!;
  const argument = row.args['request']!.replace(/!$/, '');
  return `mutation($request: ${argument}!) { ${name}(request: $request) ${selectionOf(contract, row)} }`;
}

const tools: CaseTools = {
  get client() {
    return client;
  },
  async run<T>(name: string, request: unknown): Promise<T> {
    return (await client.data<Record<string, T>>(document(name), { request }))[name]!;
  },
  async refused(name: string, request: unknown): Promise<Refusal> {
    const { errors } = await client.send(document(name), { request });
    if (!errors?.[0]) throw new Error(`${name} was not refused`);
    const { code, validationErrors = {} } = errors[0].extensions;
    return { code, fields: Object.keys(validationErrors as object) };
  },
};

describe('the mutations of these areas', () => {
  it.each(Object.entries(areaCases))('%s shows in what is read afterwards', async (_, check) => {
    await check(tools);
  });
});
