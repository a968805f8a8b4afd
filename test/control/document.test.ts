import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

interface BodySchema {
  properties?: object;
  anyOf?: BodySchema[];
}
interface Operation {
  operationId: string;
  parameters: { name: string; in: string }[];
  requestBody?: { content: { 'application/json': { schema: BodySchema } } };
  responses: Record<string, object>;
}
interface ControlDocument {
  paths: Record<string, Record<string, Operation>>;
}

let emulator: Emulator;
let document: ControlDocument;

beforeAll(async () => {
  emulator = await startEmulator();
  document = (await (await fetch(`${emulator.url}/openapi/control.json`)).json()) as ControlDocument;
});

afterAll(() => emulator.close());

it('documents only operations that the control API has', async () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path, method })),
  );
  expect(operations.length).toBeGreaterThan(50);
  for (const { path, method } of operations.filter(({ path }) => !path.endsWith('/stream'))) {
    const response = await fetch(emulator.url + path.replace(/\{\w+\}/g, 'some-id'), {
      method: method.toUpperCase(),
    });
    expect(await response.text(), `${method} ${path}`).not.toContain('in the control API; see');
    expect(response.status, `${method} ${path}`).toBeLessThan(500);
  }
});

it('gives every operation an id of its own', () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((one) => one.operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

/** Every operation, and how to call it. */
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

async function refusal(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await fetch(emulator.url + path.replace(/\{\w+\}/g, 'hello-world'), {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const { errors = [] } = (text === '' || !text.startsWith('{') ? {} : JSON.parse(text)) as {
    errors?: { path: string; message: string }[];
  };
  return { status: response.status, errors };
}

/** The allowed names in the refusal of an unknown one. */
const allowedIn = (errors: { path: string; message: string }[]) =>
  errors
    .flatMap(({ message }) => /allowed: (.*)$/.exec(message)?.[1]?.split(', ') ?? [])
    .filter((name) => name !== 'none')
    .sort();

it('documents the fields of bodies that are taken, all of them and no others', async () => {
  const compared: string[] = [];
  for (const { path, method, operation } of operations()) {
    if (operation.requestBody === undefined) continue;
    const { schema } = operation.requestBody.content['application/json'];
    // A fault, or the name of a preset.
    const { properties = {} } = schema.anyOf?.[0] ?? schema;
    const needed = path.includes('/apps') && 'manifest' in properties ? { manifest: {} } : {};
    const { status, errors } = await refusal(method, path, { ...needed, unheardOf: 1 });
    expect(status, `${method} ${path}`).toBe(400);
    const documented = Object.keys(properties);
    expect(allowedIn(errors.filter((one) => one.path === '$.unheardOf')), `${method} ${path}`).toEqual(
      documented.sort(),
    );
    compared.push(path);
  }
  expect(compared.length).toBeGreaterThan(15);
});

it('documents the parameters of queries that are taken, all of them and no others', async () => {
  for (const { path, method, operation } of operations()) {
    const documented = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
    if (documented.length === 0) continue;
    const { status, errors } = await refusal(method, `${path}?unheardOf=1`);
    expect(status, `${method} ${path}`).toBe(400);
    expect(allowedIn(errors)).toEqual(documented.sort());
  }
});

it('documents that web pages of other origins are refused', async () => {
  for (const { path, method, operation } of operations()) {
    const { status } = await refusal(method, path, undefined, { Origin: 'https://evil.example' });
    expect(Object.keys(operation.responses), `${method} ${path}`).toContain(String(status));
    expect(status).toBe(403);
  }
});

it.each([
  ['post', '/tenants', { slug: 'neuland' }, 409],
  ['post', '/tenants', { slug: 'neu', template: 'nowhere' }, 404],
  [
    'post',
    '/apps',
    { manifest: { technicalName: 'x', version: '1.0.0' }, clientId: 'hello-world-client' },
    409,
  ],
  ['post', '/apps/{id}/installations', { tenantId: 'nowhere' }, 404],
  ['post', '/bridge/events', { tenantId: 'nowhere', topic: 'x' }, 404],
  ['post', '/bridge/selection', { tenantId: 'nowhere', context: 'customers', id: 'x' }, 404],
  ['post', '/snapshots', { name: 'x', tenantId: 'nowhere' }, 404],
  ['delete', '/snapshots/{name}', undefined, 404],
  ['post', '/faults', { match: { tenantId: 'nowhere' }, effect: { status: 500 } }, 404],
  ['post', '/pact/states', { action: 'teardown' }, 200],
  ['post', '/registrations/{id}/accept', undefined, 404],
] as const)('documents what %s %s answers to %j', async (method, path, body, expected) => {
  const { status } = await refusal(method.toUpperCase(), `/_emulator/v1${path}`, body);
  expect(status).toBe(expected);
  expect(Object.keys(document.paths[`/_emulator/v1${path}`]![method]!.responses)).toContain(String(status));
});

it('names the cookie that signs in', async () => {
  const account = (await (await fetch(`${emulator.url}/openapi/account.json`)).json()) as {
    components: { securitySchemes: { cookie: { name: string } } };
  };
  const page = await fetch(`${emulator.url}/hub/?user=anna.bergmann@example.com`);
  expect(page.headers.get('set-cookie')).toContain(`${account.components.securitySchemes.cookie.name}=`);
});
