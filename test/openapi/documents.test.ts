import { Ajv } from 'ajv';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';
import { openApiToJsonSchema } from '../contract/schema-check.ts';

const names = ['identity', 'account', 'erp-v1', 'erp-v2', 'control'] as const;

interface Document {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, { operationId: string; summary: string }>>;
}

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(async () => {
  await emulator.close();
});

async function document(name: string): Promise<{ text: string; json: Document }> {
  const response = await fetch(`${emulator.url}/openapi/${name}.json`);
  expect(response.status).toBe(200);
  const text = await response.text();
  return { text, json: JSON.parse(text) as Document };
}

describe.each(names)('the OpenAPI document %s', (name) => {
  it('passes the recommended rules of a public linter', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: (await document(name)).text, config });
    expect(
      problems.filter((problem) => problem.severity === 'error').map((problem) => problem.message),
    ).toEqual([]);
  });

  it('gives clean TypeScript types', async () => {
    const types = astToString(await openapiTS((await document(name)).text));
    const file = ts.createSourceFile('types.ts', types, ts.ScriptTarget.ES2022);
    const { parseDiagnostics } = file as unknown as { parseDiagnostics: unknown[] };
    expect(parseDiagnostics).toEqual([]);
    expect(types).toContain('export interface paths');
  });

  it('names the emulator as its server and every operation once', async () => {
    const { json } = await document(name);
    expect(json.servers[0]?.url.startsWith(emulator.url)).toBe(true);
    const ids = Object.values(json.paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it.each([
  ['erp-v1', 236],
  ['erp-v2', 369],
] as const)('%s of version 2.0 describes all %i operations with a line each', async (name, count) => {
  await using exact = await startEmulator({ erpVersion: '2.0' });
  const { paths } = (await (await fetch(`${exact.url}/openapi/${name}.json`)).json()) as Document;
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  expect(operations).toHaveLength(count);
  for (const operation of operations) expect(operation.summary).toMatch(/^[A-Z].{8,}\.$/);
});

type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; anyOf?: Schema[] };

it.each(['erp-v1', 'erp-v2'])('%s lets null through wherever it says that null may come', async (name) => {
  const { json } = await document(name);
  const { components } = json as unknown as { components: { schemas: Record<string, Schema> } };
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'document', components: openApiToJsonSchema(components) });
  const refusing: string[] = [];
  let nullable = 0;
  for (const [schema, { properties = {} }] of Object.entries(components.schemas)) {
    for (const [property, one] of Object.entries(properties)) {
      if (!JSON.stringify([one, one.anyOf]).includes('"nullable":true')) continue;
      nullable++;
      if (!ajv.validate(openApiToJsonSchema(one) as object, null)) refusing.push(`${schema}.${property}`);
    }
  }
  expect(nullable).toBeGreaterThan(400);
  expect(refusing).toEqual([]);
});

it.each([
  ['erp-v1', '/items', 50],
  ['erp-v2', '/items', 100],
])('%s states the limits of a page of %s: %i rows by default', async (name, path, standard) => {
  const { json } = await document(name);
  const { parameters } = json.paths[path]!['get'] as unknown as { parameters: object[] };
  const integer = { type: 'integer', format: 'int32' };
  expect(parameters).toContainEqual({
    name: 'pageNumber',
    in: 'query',
    schema: { ...integer, minimum: 1, default: 1 },
  });
  expect(parameters).toContainEqual({
    name: 'pageSize',
    in: 'query',
    schema: { ...integer, minimum: 1, maximum: 1000, default: standard },
  });
});

it.each(['erp-v1', 'erp-v2'])('%s writes spans of time as .NET does, not as ISO 8601', async (name) => {
  const { text, json } = await document(name);
  expect(text).not.toContain('"format":"duration"');
  const patterns = [...JSON.stringify(json).matchAll(/"pattern":("(?:[^"\\\\]|\\\\.)*")/g)].map(
    (match) => new RegExp(JSON.parse(match[1]!) as string),
  );
  expect(patterns.length).toBeGreaterThan(0);
  for (const pattern of patterns) {
    for (const span of ['00:15:00', '1.00:00:00', '00:00:00.5000000']) expect(span).toMatch(pattern);
    expect('PT15M').not.toMatch(pattern);
  }
});

it('shows the documents in Swagger UI', async () => {
  const page = await fetch(`${emulator.url}/docs/`);
  expect(page.headers.get('content-type')).toContain('text/html');
  const setup = await (await fetch(`${emulator.url}/docs/swagger-ui-init.js`)).text();
  for (const name of names) expect(setup).toContain(`/openapi/${name}.json`);
});

describe.each(['identity', 'account', 'control'])('every operation of the document %s', (name) => {
  it('is one that the service knows', async () => {
    await using fresh = await startEmulator();
    const { paths } = (await (await fetch(`${fresh.url}/openapi/${name}.json`)).json()) as Document;
    const unknown: string[] = [];
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        const abort = new AbortController();
        const response = await fetch(fresh.url + path.replace(/\{\w+\}/g, 'no-such-thing'), {
          method: method.toUpperCase(),
          redirect: 'manual',
          signal: abort.signal,
          ...(method === 'get' ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' }),
        });
        const streams = response.headers.get('content-type')?.startsWith('text/event-stream');
        const text = streams ? '' : await response.text();
        abort.abort();
        const reason = response.headers.get('x-emulator-reason') ?? '';
        if (response.status === 405 || /no (?:GET|POST|PUT|PATCH|DELETE) |nothing at/.test(text + reason))
          unknown.push(`${method} ${path}`);
      }
    }
    expect(unknown).toEqual([]);
  });
});
