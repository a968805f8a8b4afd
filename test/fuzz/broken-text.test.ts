import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const order = '/erp/v1/salesOrders/1/files';
const packages = '/erp/v2/delivery-notes/b45f6432-2462-4c6f-b00f-1d9d01000000/packages';
const half = String.raw`\ud83d`;

let emulator: Emulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator();
  token = await emulator.tokens.access();
});

afterAll(() => emulator.close());

async function send(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>) {
  const response = await fetch(emulator.url + path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'X-Tenant-ID': bergmann,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, text, told: (response.headers.get('x-emulator-reason') ?? '') + text };
}

const post = (path: string, body: string | Uint8Array<ArrayBuffer>) => send('POST', path, body);
const mutation = 'mutation($name: String!) { CreateShippingClass(request: { name: $name }) { __typename } }';

/** Every place where JSON comes in, with a text for the given JSON characters to stand in. */
const listeners: [endpoint: string, path: string, body: (characters: string) => string][] = [
  ['REST v1', '/erp/v1/customers/1/notes', (text) => `{"NoteBody":"${text}"}`],
  ['a file name', order, (text) => `{"FileName":"${text}.pdf","Data":"JVBERi0="}`],
  ['REST v2', packages, (text) => `[{"trackingID":"${text}"}]`],
  ['a name in REST', '/erp/v2/labels', (text) => `{"name":"n","${text}":1}`],
  [
    'GraphQL variables',
    '/erp/v2/graphql',
    (text) => JSON.stringify({ query: mutation }).replace(/}$/, `,"variables":{"name":"${text}"}}`),
  ],
  ['the control API', '/_emulator/v1/snapshots', (text) => `{"name":"${text}"}`],
  ['the Account Service', '/account/identity/session-token/validate', (text) => `{"sessionToken":"${text}"}`],
];

describe('half of a surrogate pair', () => {
  it.each(listeners)('is refused by %s', async (_endpoint, path, body) => {
    for (const characters of [half, String.raw`\uDE00${half}`, String.raw`x${half}x`]) {
      const { status, told } = await post(path, body(characters));
      expect([status, told]).toEqual([400, expect.stringContaining('half of a surrogate pair')]);
    }
  });

  it('is refused in a text of a GraphQL document', async () => {
    const query = `mutation { CreateShippingClass(request: { name: "${half}" }) { __typename } }`;
    const { status, text } = await post('/erp/v2/graphql', JSON.stringify({ query }));
    expect([status, text]).toEqual([400, expect.stringContaining('errors')]);
  });

  it('is refused in the variables of a GET', async () => {
    const query = new URLSearchParams({
      query: 'query($term: String) { QueryItems(searchTerm: $term) { totalCount } }',
      variables: `{"term":"${half}"}`,
    });
    expect((await send('GET', `/erp/v2/graphql?${query}`)).status).toBe(400);
  });

  it('leaves nothing behind that lists could stumble over', async () => {
    for (const path of [packages, '/erp/v1/deliveryNotes', '/erp/v2/delivery-notes'])
      expect((await send('GET', path)).status, path).toBe(200);
  });

  it('is neither a pair, which passes escaped, nor an escaped backslash', async () => {
    for (const text of [String.raw`\ud83d\ude00`, '😀', String.raw`\\ud83d`])
      expect((await post('/erp/v1/customers/1/notes', `{"NoteBody":"${text}"}`)).status).toBe(201);
  });
});

describe('bytes that are not UTF-8', () => {
  it.each(listeners)('are refused by %s', async (_endpoint, path, body) => {
    const [before = '', after = ''] = body('|').split('|');
    const bytes = new Uint8Array([...Buffer.from(before), 0xe4, 0xff, ...Buffer.from(after)]);
    const { status, told } = await post(path, bytes);
    expect([status, told]).toEqual([400, expect.stringContaining('not UTF-8')]);
  });
});

describe('JSON that nests too deep', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const writersOfValues = listeners.filter(([, , body]) => body('|').includes(':"|"'));

  it.each(writersOfValues)('is refused by %s', async (_endpoint, path, body) => {
    for (const levels of [65, 200_000]) {
      const { status, told } = await post(path, body('|').replace('"|"', nested(levels)));
      expect([status, told]).toEqual([400, expect.stringContaining('nests deeper than the maximum of 64')]);
    }
  });

  it('is what has 65 levels, not 64', async () => {
    const control = (levels: number) =>
      post('/_emulator/v1/tokens/access', `{"claims":{"x":${nested(levels - 2)}}}`);
    expect([(await control(64)).status, (await control(65)).status]).toEqual([201, 400]);
  });

  it('is never in force as the body of a fault', async () => {
    const { status } = await post('/_emulator/v1/faults', `{"effect":{"status":503,"body":${nested(6000)}}}`);
    expect([status, (await send('GET', '/erp/v1/items')).status]).toEqual([400, 200]);
  });
});

it.each([
  ['REST v1', '/erp/v1/customers/1/notes', '{"NoteBody":"with a mark"}', 201],
  ['GraphQL', '/erp/v2/graphql', '{"query":"{ QueryItems { totalCount } }"}', 200],
  ['the control API', '/_emulator/v1/tokens/access', '{}', 201],
])('a byte order mark before the JSON is skipped by %s', async (_endpoint, path, body, expected) => {
  const { status, told } = await post(path, `\uFEFF${body}`);
  expect(status, told).toBe(expected);
});
