import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { GraphqlClient, tenants } from './graphql-client.ts';

let client: GraphqlClient;
beforeAll(async () => {
  client = await GraphqlClient.start();
});
afterAll(() => client.close());

const item = '770f139d-18dd-405c-9f84-322101000000';

describe('a GraphQL request', () => {
  it('is answered with 200 and data only, when all goes well', async () => {
    const answer = await client.send('{ QueryItems(first: 2) { totalCount nodes { id sku } } }');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      QueryItems: {
        totalCount: 200,
        nodes: [
          { id: item, sku: 'BO-0001' },
          { id: '770f139d-18dd-405c-9f84-322102000000', sku: 'BO-0002' },
        ],
      },
    });
  });

  it('may name its operation, its variables and the media type of GraphQL over HTTP', async () => {
    const answer = await client.post(
      {
        query: 'query A { __typename } query B($n: Int!) { QueryItems(first: $n) { nodes { sku } } }',
        operationName: 'B',
        variables: { n: 1 },
      },
      { Accept: 'application/graphql-response+json, application/json;q=0.9' },
    );
    expect(answer.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(answer.data).toEqual({ QueryItems: { nodes: [{ sku: 'BO-0001' }] } });
  });

  it('may come by GET, as long as it changes nothing', async () => {
    const query = encodeURIComponent('query($n: Int) { QueryItems(first: $n) { nodes { sku } } }');
    const answer = await client.fetch(`?query=${query}&variables=${encodeURIComponent('{"n":1}')}`, {});
    expect(answer.data).toEqual({ QueryItems: { nodes: [{ sku: 'BO-0001' }] } });

    const mutation = encodeURIComponent('mutation { ActivateLanguage(request: {cultureOrIso: "fr"}) }');
    const refused = await client.fetch(`?query=${mutation}`, {});
    expect(refused.status).toBe(400);
    expect(refused.errors?.[0]?.message).toBe('The specified operation kind is not allowed.');
  });

  it('honours aliases, fragments, @skip and @include', async () => {
    const query = `
      query($deep: Boolean!) {
        a: GetItemById(itemId: "${item}") { ...core identifiers @include(if: $deep) { sku } }
        b: GetItemById(itemId: "${item}") { ...core id @skip(if: $deep) }
      }
      fragment core on ItemdetailsItem { key: id __typename }`;
    expect(await client.data(query, { deep: false })).toEqual({
      a: { key: item, __typename: 'ItemdetailsItem' },
      b: { key: item, __typename: 'ItemdetailsItem', id: item },
    });
    expect(await client.data(query, { deep: true })).toMatchObject({
      a: { identifiers: { sku: 'BO-0001' } },
      b: { key: item },
    });
  });

  it('takes the tenant of an app token when there is no tenant header', async () => {
    const token = await client.emulator.tokens.app({ tenantId: tenants.kaffeeKontor });
    const response = await fetch(client.url, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: '{ QueryItems { totalCount } }' }),
    });
    expect(await response.json()).toEqual({ data: { QueryItems: { totalCount: 12 } } });
  });
});

describe('the authorization of GraphQL', () => {
  it.each([
    ['no token', { Authorization: '' }, 401, /begins|Authorization/],
    ['an unknown tenant', { 'X-Tenant-ID': '00000000-0000-4000-8000-000000000000' }, 404, /no tenant/],
    ['a tenant that is not a UUID', { 'X-Tenant-ID': 'bergmann' }, 400, /not a UUID/],
  ])('refuses %s in the shape of REST v2', async (_, headers, status, reason) => {
    const response = await fetch(client.url, {
      method: 'POST',
      headers: { ...client.headers, 'Content-Type': 'application/json', ...headers },
      body: '{"query":"{__typename}"}',
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('x-emulator-reason')).toMatch(reason);
    expect(Object.keys((await response.json()) as object)).toEqual([
      'errorCode',
      'validationErrors',
      'errors',
      'errorMessage',
      'stacktrace',
    ]);
  });

  it('refuses a charset in the media type, as the ERP API does', async () => {
    const response = await fetch(client.url, {
      method: 'POST',
      headers: { ...client.headers, 'Content-Type': 'application/json; charset=utf-8' },
      body: '{"query":"{__typename}"}',
    });
    expect(response.status).toBe(415);
  });

  it('masks a missing scope and tells the developer which it is', async () => {
    const reader = client.as(await client.emulator.tokens.access({ appId: 'stock-reader' }));
    const answer = await reader.send(
      '{ QueryItems(first: 1) { nodes { sku } } QuerySalesOrders { totalCount } }',
    );
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ QueryItems: { nodes: [{ sku: 'BO-0001' }] }, QuerySalesOrders: null });
    expect(answer.errors).toEqual([
      {
        message: 'An unexpected error occurred.',
        locations: [{ line: 1, column: 42 }],
        path: ['QuerySalesOrders'],
        extensions: { code: 'INTERNAL_ERROR', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string },
      },
    ]);
    expect(answer.headers.get('x-emulator-reason')).toContain("'salesorders.read'");
    const entry = client.emulator.journal.entries({ path: '/erp/v2/graphql' }).at(-1);
    expect(entry?.reason).toContain("'salesorders.read'");
  });
});

describe('a request that cannot run', () => {
  it.each([
    ['no JSON', '{', 'Invalid GraphQL Request.', 'HC0009'],
    ['a batch', '[{"query":"{__typename}"}]', 'Invalid GraphQL Request.', 'HC0009'],
    ['no query', '{}', 'Either the parameter query or the parameter id has to be set.', 'HC0013'],
    [
      'a syntax error',
      '{"query":"{ QueryItems("}',
      'Expected a `Name`-token, but found a `EndOfFile`-token.',
      'HC0011',
    ],
  ])('is 400 in HotChocolate’s words for %s', async (_, body, message, code) => {
    const answer = await client.fetch('', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(400);
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors?.[0]).toMatchObject({ message, extensions: { code } });
    expect(answer.headers.get('x-emulator-reason')).not.toBeNull();
  });

  it.each([
    ['{ QueryThings { totalCount } }', 'The field `QueryThings` does not exist on the type `Query`.'],
    ['{ QueryItems(size: 3) { totalCount } }', 'The argument `size` does not exist.'],
    [
      'mutation { CreateProductGroup(request: {nme: "x"}) { id } }',
      'The specified input object field `nme` does not exist.',
    ],
    ['{ QueryItems { ...gone } }', 'The specified fragment `gone` does not exist.'],
  ])('is 400 for %s', async (query, message) => {
    const answer = await client.send(query);
    expect(answer.status).toBe(400);
    expect(answer.errors?.map((error) => error.message)).toContain(message);
  });

  it('is masked when a variable is null that must not be', async () => {
    const query = 'query($id: ID!) { GetItemById(itemId: $id) { id } }';
    for (const variables of [{ id: null }, {}]) {
      const answer = await client.send(query, variables);
      expect(answer.status).toBe(400);
      expect(answer.errors?.[0]).toMatchObject({
        message: 'An unexpected error occurred.',
        extensions: { code: 'INTERNAL_ERROR' },
      });
      expect(answer.headers.get('x-emulator-reason')).toContain('$id');
    }
    const literal = await client.send('mutation { CreateProductGroup(request: { name: null }) { id } }');
    expect(literal.status).toBe(400);
    expect(literal.errors?.[0]?.message).toBe('An unexpected error occurred.');
  });

  it('wants exactly one of an argument’s old and new name', async () => {
    const parcel = packKey('VersandKey', 1);
    const byId = (args: string) => client.send(`{ QueryOrderData${args} { totalWeight } }`);
    expect((await byId(`(packageid: "${parcel}")`)).errors).toBeUndefined();
    for (const args of ['', `(packageid: "${parcel}", packageId: "${parcel}")`]) {
      const answer = await byId(args);
      expect(answer.data).toEqual({ QueryOrderData: null });
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        code: 'VALIDATION_ERROR',
        argument: 'packageId',
      });
      expect(answer.headers.get('x-emulator-assumption')).toBe(
        'inferred-operation=default, graphql-renamed-arguments=default, graphql-status=negotiated',
      );
    }
  });

  it.each([
    [
      'an error where the type must not be null',
      'GetItemById(itemId: $id) { id }',
      'ArtikelKey',
      'NOT_FOUND',
      'inferred-shapes',
    ],
    [
      'null where the type allows it',
      'QueryWorkbenchResourceById(id: $id) { id }',
      'WorkbenchResourceKey',
      undefined,
      'inferred-operation',
    ],
  ])('answers an unknown key by %s', async (_, field, kind, code, evidence) => {
    const answer = await client.send(`query($id: ID!) { ${field} }`, { id: packKey(kind, 9_999_999) });
    expect(answer.errors?.[0]?.extensions['code']).toBe(code);
    expect(answer.data).toEqual(code === undefined ? { QueryWorkbenchResourceById: null } : null);
    expect(answer.headers.get('x-emulator-assumption')).toBe(
      `${evidence}=default, graphql-unknown-id=default, graphql-status=negotiated`,
    );
  });
});

describe('a document that would take long', () => {
  it('lets twenty aliased by-id queries and pages of 500 pass', async () => {
    const byId = Array.from(
      { length: 20 },
      (_, n) => `i${n}: GetItemById(itemId: "${item}") { id prices { salesPriceNet } }`,
    );
    expect(Object.keys(await client.data<object>(`{ ${byId.join(' ')} }`))).toHaveLength(20);
    const page = await client.data<{ QueryItems: { nodes: unknown[] } }>(
      '{ QueryItems(first: 500) { totalCount pageInfo { endCursor } edges { cursor node { sku } } nodes { id } } }',
    );
    expect(page.QueryItems.nodes).toHaveLength(200);
  });

  it('refuses a page of 501 with HotChocolate’s code and wording', async () => {
    const answer = await client.send('{ QueryItems(first: 501) { totalCount } }');
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ QueryItems: null });
    expect(answer.errors?.[0]).toMatchObject({
      message: 'The maximum allowed items per page were exceeded.',
      path: ['QueryItems'],
      extensions: { code: 'HC0051', requestedItems: 501, maxAllowedItems: 500 },
    });
  });

  it.each([
    [
      'field',
      Array.from({ length: 201 }, (_, n) => `i${n}: GetItemById(itemId: "${item}") { id }`).join(' '),
    ],
    [
      'type',
      Array.from({ length: 11 }, (_, n) => `i${n}: QueryItems(first: 500) { nodes { id } }`).join(' '),
    ],
  ])('refuses an operation over the %s cost', async (kind, fields) => {
    const answer = await client.send(`{ ${fields} }`);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]).toMatchObject({
      message: `The maximum allowed ${kind} cost was exceeded.`,
      extensions: { code: 'HC0047' },
    });
  });

  const nested = (levels: number): string =>
    levels === 0 ? 'categoryId' : `applyUpdate { ${nested(levels - 1)} }`;
  const bombs: [string, string, RegExp, object][] = [
    [
      'a deep query',
      `{ GetItemById(itemId: "${item}") { categories { categories { ${nested(20)} } } } }`,
      /execution depth of \d+ which exceeds/,
      { allowedExecutionDepth: 15 },
    ],
    [
      'thousands of aliases',
      `{ QueryItems { nodes { ${Array.from({ length: 3000 }, (_, n) => `a${n}: sku`).join(' ')} } } }`,
      /more than 2048 fields/,
      { code: 'HC0014' },
    ],
    [
      'fragments that multiply',
      `{ GetItemById(itemId: "${item}") { categories { categories { ...f0 } } } } ${Array.from(
        { length: 10 },
        (_, n) =>
          `fragment f${n} on ItemCategory { ${Array.from({ length: 8 }, (_x, k) => `a${k}: applyUpdate { ...f${n + 1} }`).join(' ')} }`,
      ).join(' ')} fragment f10 on ItemCategory { categoryId }`,
      /too many fields/,
      { code: 'HC0047' },
    ],
    [
      'a circle of fragments',
      '{ QueryItems { ...a } } fragment a on QueryItemsConnection { ...b } fragment b on QueryItemsConnection { ...a }',
      /cycles/,
      { specifiedBy: expect.stringContaining('Fragment') as string },
    ],
  ];
  it.each(bombs)('refuses %s before any of it is carried out', async (_, query, message, extensions) => {
    const answer = await client.send(query);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toMatch(message);
    expect(answer.errors?.[0]?.extensions).toMatchObject(extensions);
    expect(answer).not.toHaveProperty('data');
  });
});
