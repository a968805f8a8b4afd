import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scopesOf } from '../../scripts/contract/rest/generate.ts';
import { contractScopes } from '../../src/platform/contract-scopes.ts';
import { knownScopes } from '../../src/platform/scopes.ts';
import { readContractDocument } from '../../src/wawi/contract/openapi/source.ts';

it('knows every scope that an operation of any version names', () => {
  const documents = ['erp-v1', 'erp-v2'].map((name) => {
    const file = `src/wawi/contract/documents/${name}.openapi.yaml`;
    return readContractDocument(readFileSync(file, 'utf8'), file);
  });
  expect(contractScopes).toEqual(scopesOf(documents));
  expect(contractScopes.filter((scope) => !knownScopes.has(scope))).toEqual([]);
});
