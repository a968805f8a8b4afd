import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlClient } from './graphql-client.ts';

let client: GraphqlClient;
beforeAll(async () => {
  client = await GraphqlClient.start({ erpVersion: '2.0' });
});
afterAll(() => client.close());

describe('a refusal of what another version has', () => {
  it.each([
    ['a query', '{ QueryPurchaseOrders { totalCount } }', 'Query.QueryPurchaseOrders exists from API 2.1'],
    [
      'a field',
      '{ QueryCustomers { nodes { id } } GetCustomerById(customerId: "x") { isLocked } }',
      'Customer.isLocked exists from API 2.1',
    ],
    [
      'a field of an input, as literal',
      'mutation { CreateProductGroup(request: {name: "a", idempotencyKey: "k"}) { id } }',
      'CreateProductGroupCommandRequestInput.idempotencyKey exists from API 2.1',
    ],
  ])('names the versions of %s', async (_, query, text) => {
    const answer = await client.send(query);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-emulator-reason')).toContain(`${text}; this tenant has 2.0.`);
  });

  it('names the versions of a field of an input, as variable', async () => {
    const answer = await client.send(
      'mutation($request: CreateProductGroupCommandRequestInput!) { CreateProductGroup(request: $request) { id } }',
      { request: { name: 'a', idempotencyKey: 'k' } },
    );
    expect(answer.headers.get('x-emulator-reason')).toContain(
      'CreateProductGroupCommandRequestInput.idempotencyKey exists from API 2.1; this tenant has 2.0.',
    );
  });

  it('names no version for a name that no version has', async () => {
    const answer = await client.send('{ QueryItems { totl } }');
    expect(answer.headers.get('x-emulator-reason')).not.toContain('API 2');
  });
});

describe('an answer', () => {
  it.each([
    [
      'an operation that no source of the version shows',
      'mutation { CreateProductGroup(request: {name: "Ohne Quelle"}) { id } }',
      'inferred-operation=default',
    ],
    [
      'an operation whose shapes are shown in part',
      '{ QueryWorkbenchResources { totalCount } }',
      'inferred-shapes=default',
    ],
  ])('names %s as an assumption', async (_, query, id) => {
    const answer = await client.send(query);
    expect(answer.errors).toBeUndefined();
    expect(answer.headers.get('x-emulator-assumption')).toContain(id);
  });

  it('names none for an operation that pages show whole', async () => {
    const answer = await client.send(
      '{ GetCompanyById(companyId: "b45f6432-2462-4c6f-b00f-1d9d01000000") { id } }',
    );
    expect(answer.headers.get('x-emulator-assumption') ?? '').not.toContain('inferred');
  });
});
