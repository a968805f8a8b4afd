import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { compact } from '../../scripts/contract/rest/compact.ts';
import { schemaTypes } from '../../scripts/contract/rest/type-text.ts';
import { DocumentContract } from '../../src/wawi/contract/openapi/contract-reader.ts';
import { majorVersion } from '../../src/wawi/contract/versions.ts';
import { differences } from './rest-model.ts';
import { restContract, restDocument, versions } from './rest-document.ts';

it.each(versions)('the compact document gives the same contract of version %s', (version) => {
  const document = JSON.parse(JSON.stringify(compact(restDocument(majorVersion(version))))) as never;
  const slim = new DocumentContract(document, version);
  const whole = restContract(version);
  expect(differences(whole, slim)).toEqual([]);
  expect(differences(slim, whole)).toEqual([]);
});

it.each(['v1', 'v2'] as const)('the compact document of %s says what rests on inferred facts', (major) => {
  const { paths } = compact(restDocument(major));
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  expect(operations.every((one) => one['x-inferred'] !== undefined)).toBe(true);
  expect(operations.every((one) => one['x-pages'] === undefined && one['x-evidence'] === undefined)).toBe(
    true,
  );
});

/** @returns the errors of a program that uses the generated types */
function errorsOf(program: string): string[] {
  const types = `${schemaTypes(restDocument('v1'), 'V1Schemas')}\n${schemaTypes(restDocument('v2'), 'V2Schemas')}`;
  const options: ts.CompilerOptions = { strict: true, noLib: true, noEmit: true };
  const text = `${types}\n${program}`;
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

it('gives types that know the properties of every version, by full and by short name', () => {
  expect(
    errorsOf(`
      export type A = V1Schemas['Item']['SKU'];
      export type B = V2Schemas['SalesOrderLineItem']['quantity'];
      export type C = V2Schemas['Inventory.StockTransfer'];
    `),
  ).toEqual([]);
});

it('gives types that a misspelt schema or property does not compile with', () => {
  const errors = errorsOf(`
    export type A = V1Schemas['Itme'];
    export type B = V2Schemas['SalesOrderLineItem']['quantitty'];
  `);
  expect(errors).toHaveLength(2);
  expect(errors[0]).toContain('Itme');
  expect(errors[1]).toContain('quantitty');
});

it('is an OpenAPI document that tools read as it stands', async () => {
  const types = astToString(await openapiTS(JSON.stringify(restDocument('v1'))));
  expect(types).toContain('export interface paths');
});
