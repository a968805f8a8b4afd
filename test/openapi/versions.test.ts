import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ erpVersion: '2.2' });
});

afterAll(() => emulator.close());

interface Document {
  info: { version: string };
  paths: Record<string, object>;
}

async function document(path: string): Promise<Document> {
  const response = await fetch(`${emulator.url}/openapi/${path}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Document;
}

it.each([
  ['erp-v1.json', '1.6'],
  ['erp-v1.json?version=1.0', '1.0'],
  ['erp-v1.json?version=1.3', '1.3'],
  ['erp-v2.json', '2.2'],
  ['erp-v2.json?version=2.0', '2.0'],
  ['erp-v2.json?version=2.1', '2.1'],
  ['erp-v2.json?version=2.3', '2.3'],
])('%s describes API %s', async (path, version) => {
  const { info, paths } = await document(path);
  expect(info.version).toBe(version);
  if (version.startsWith('2.')) {
    expect('/purchase-orders' in paths).toBe(version >= '2.1');
    expect('/payment-transactions' in paths).toBe(version >= '2.2');
  } else expect('/workers' in paths).toBe(version >= '1.1');
});

it('serves the GraphQL schema of each version', async () => {
  const schema = async (query: string) =>
    (await fetch(`${emulator.url}/openapi/erp-v2.graphql${query}`)).text();
  expect(await schema('?version=2.0')).not.toContain('type PurchaseOrder ');
  expect(await schema('?version=2.1')).toContain('type PurchaseOrder ');
  expect(await schema('')).toBe(await schema('?version=2.2'));
});

it.each([
  ['/openapi/erp-v2.json?version=1.6', '2.0, 2.1, 2.2, 2.3'],
  ['/openapi/erp-v1.json?version=2.0', '1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6'],
  ['/openapi/erp-v2.graphql?version=latest', '2.0, 2.1, 2.2, 2.3'],
  ['/docs/?version=3.0', '2.3'],
])('%s is refused with the versions that there are', async (path, known) => {
  const response = await fetch(emulator.url + path);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ path: '$.version', message: expect.stringContaining(known) as unknown }],
  });
});

it('Swagger UI shows the document of the version that its address names', async () => {
  const page = await (await fetch(`${emulator.url}/docs/?version=2.0`)).text();
  expect(page).toContain('src="./swagger-ui-init.js?version=2.0"');
  const script = await (await fetch(`${emulator.url}/docs/swagger-ui-init.js?version=2.0`)).text();
  expect(script).toContain('"/openapi/erp-v2.json?version=2.0"');
  expect(script).toContain('"/openapi/erp-v1.json"');
  const standard = await (await fetch(`${emulator.url}/docs/swagger-ui-init.js`)).text();
  expect(standard).toContain('"/openapi/erp-v2.json"');
});
