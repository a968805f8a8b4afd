import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const eslint = new ESLint();

/** The linter's complaints about a file in a folder that imports another file. */
async function complaints(file: string, imported: string): Promise<string[]> {
  const [result] = await eslint.lintText(
    `import * as other from '${imported}';\n\nexport const one = other;\n`,
    {
      filePath: file,
    },
  );
  return (result?.messages ?? []).filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId ?? '');
}

it.each([
  ['a service imports another service', 'src/identity/zz.ts', '../wawi/service.ts'],
  ['a folder imports from a layer above', 'src/platform/zz.ts', '../identity/service.ts'],
  ['the lowest layer imports the platform', 'src/tokens/zz.ts', '../platform/registry.ts'],
  ['a service imports the server', 'src/account/zz.ts', '../server/emulator.ts'],
  ['a service imports an export file', 'src/account/zz.ts', '../index.ts'],
  ['the server imports the command line', 'src/server/zz.ts', '../cli/main.ts'],
  ['an area imports a later area', 'src/wawi/areas/items/zz.ts', '../stock/rules/stock.ts'],
  ['an area imports a transport', 'src/wawi/areas/items/zz.ts', '../../rest/api.ts'],
  ['the store imports an area', 'src/wawi/store/zz.ts', '../areas/items/schema/items.ts'],
  ['the wire format imports an area', 'src/wawi/wire/rest/zz.ts', '../../areas/stock/rules/stock.ts'],
  ['GraphQL imports REST', 'src/wawi/graphql/zz.ts', '../rest/api.ts'],
])('the lint fails when %s', async (_what, file, imported) => {
  expect(await complaints(file, imported)).toContain('boundaries/dependencies');
});

it.each([
  ['a service imports the platform', 'src/identity/zz.ts', '../platform/registry.ts'],
  ['the control API imports a service', 'src/control/zz.ts', '../wawi/service.ts'],
  ['an area imports an earlier area', 'src/wawi/areas/stock/zz.ts', '../items/schema/items.ts'],
  ['a transport imports an area', 'src/wawi/rest/zz.ts', '../areas/index.ts'],
])('the lint passes when %s', async (_what, file, imported) => {
  expect(await complaints(file, imported)).toEqual([]);
});
