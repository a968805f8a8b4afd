import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { graphqlFiguresOf } from '../../scripts/contract/graphql/figures.ts';
import { graphqlTypes } from '../../scripts/contract/graphql/type-text.ts';
import { graphqlContractOf } from '../../src/wawi/contract/sdl/contract-data.ts';
import { inferredOperations, versionsOf } from '../../src/wawi/contract/sdl/existence.ts';
import { servedSdl } from '../../src/wawi/contract/sdl/served.ts';
import { apiVersions, existence } from '../../src/wawi/contract/versions.ts';
import { graphqlDocument } from './graphql-document.ts';

it.each(apiVersions.v2)('graphql-codegen makes types of version %s', async (version) => {
  const output = await codegen({
    filename: 'types.ts',
    schema: servedSdl(graphqlDocument(), version),
    documents: [],
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
    config: {},
  });
  expect(output).toContain('export type QuerySalesOrdersConnection = {');
});

/** @returns the errors of a program that uses the generated types */
function errorsOf(program: string): string[] {
  const options: ts.CompilerOptions = { strict: true, noLib: true, noEmit: true };
  const text = `${graphqlTypes(graphqlDocument())}\n${program}`;
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (name, target) =>
      name === 'program.ts' ? ts.createSourceFile(name, text, target) : undefined,
  };
  const compiled = ts.createProgram(['program.ts'], options, host);
  return [...compiled.getSyntacticDiagnostics(), ...compiled.getSemanticDiagnostics()].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

describe('the generated types', () => {
  it('know the fields of every version, arguments and answers', () => {
    expect(
      errorsOf(`
        export type A = GraphqlSchemas['SalesOrder']['salesOrderNumber'];
        export type B = GraphqlQueries['GetItemById']['args']['itemId'];
        export const c: GraphqlMutations['DeleteCategory']['answer'] = true;
      `),
    ).toEqual([]);
  });

  it('refuse a misspelt field and a wrong type', () => {
    const errors = errorsOf(`
      export type A = GraphqlSchemas['SalesOrder']['salesOrderNumbr'];
      export const c: GraphqlMutations['DeleteCategory']['answer'] = 'yes';
    `);
    expect(errors).toHaveLength(2);
    expect(errors[0]).toContain('salesOrderNumbr');
    expect(errors[1]).toContain("'string'");
  });
});

describe('the versions of an element', () => {
  it.each([
    ['Query.QueryPurchaseOrders', 'exists from API 2.1; this tenant has 2.0'],
    ['Customer.isLocked', 'exists from API 2.1; this tenant has 2.0'],
    ['CreateCustomerCommandRequestInput.idempotencyKey', 'exists from API 2.1; this tenant has 2.0'],
    ['Query.Nothing', 'exists in no API version; this tenant has 2.0'],
  ])('%s %s', (coordinate, text) => {
    expect(existence(versionsOf(graphqlDocument(), coordinate), '2.0')).toBe(text);
  });

  it('are known of arguments and types', () => {
    expect(versionsOf(graphqlDocument(), 'Query.GetItemById(itemId:)')).toEqual(apiVersions.v2);
    expect(versionsOf(graphqlDocument(), 'Query.GetItemById(colour:)')).toEqual([]);
    expect(versionsOf(graphqlDocument(), 'Customer')).toEqual(apiVersions.v2);
  });

  it('are in what the program loads, for elements that the version does not have', () => {
    const { elsewhere } = graphqlContractOf(graphqlDocument(), '2.0');
    expect(elsewhere['Query.QueryPurchaseOrders']).toBe('2.1-');
    expect(elsewhere['Query.GetItemById']).toBeUndefined();
  });
});

it('tells which operations rest on what no source shows', () => {
  const inferred = inferredOperations(graphqlDocument());
  expect(inferred.get('UploadFile')?.operation).toEqual(apiVersions.v2);
  expect(inferred.get('GetCategoryById')?.operation).toEqual([]);
});

it('counts each operation, type and element of a version once', () => {
  for (const one of graphqlFiguresOf(graphqlDocument())) {
    expect(one.pagesRead + one.pagesCut + one.pagesNotFound).toBe(
      one.types - 2 + one.queries + one.mutations,
    );
    expect(Math.min(one.documented, one.inferred, one.pagesRead)).toBeGreaterThan(100);
  }
});
