import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { loadGraphqlContract } from '../../src/wawi/contract/graphql-contract.ts';
import { openApiDocument } from '../../src/wawi/contract/openapi.ts';
import { restContract, versions } from './rest-document.ts';

async function served(version: (typeof versions)[number]): Promise<string> {
  const graphql = await loadGraphqlContract('2.1');
  return JSON.stringify(openApiDocument(restContract(version), graphql, 'http://127.0.0.1:5850', version));
}

describe.each(versions)('the derived OpenAPI document of version %s', (version) => {
  it('passes the recommended rules of a public linter', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: await served(version), config });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message, location }) => `${location[0]?.pointer ?? ''}: ${message}`)).toEqual([]);
  });

  it('gives clean TypeScript types', async () => {
    const types = astToString(await openapiTS(await served(version)));
    const file = ts.createSourceFile('types.ts', types, ts.ScriptTarget.ES2022);
    const { parseDiagnostics } = file as unknown as { parseDiagnostics: unknown[] };
    expect(parseDiagnostics).toEqual([]);
    expect(types).toContain('export interface paths');
  });

  it('carries no annotation of versions, evidence, variants, pages or further paths', async () => {
    const text = await served(version);
    for (const annotation of ['x-versions', 'x-evidence', 'x-variants', 'x-pages', 'x-also-at', 'x-inferred'])
      expect(text).not.toContain(annotation);
  });

  it('gives every operation an id of its own and a sentence', () => {
    const { operations } = restContract(version);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    for (const { summary } of operations) expect(summary).toMatch(/^[A-Z].{6,}\.$/);
  });
});

it.each([
  ['1.3', 'string'],
  ['1.4', 'list'],
] as const)('version %s shows the active sales channels of an item as a %s', (version, kind) => {
  const { properties } = restContract(version).object('Item');
  const type = properties.find(({ name }) => name === 'ActiveSalesChannels')?.type;
  expect(type?.kind === 'list' ? 'list' : 'string').toBe(kind);
});
