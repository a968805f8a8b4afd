import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGraphqlContract } from '../../../src/wawi/contract/graphql-contract.ts';
import { apiVersions } from '../../../src/wawi/contract/versions.ts';
import { CommandTools, unshownLeaves } from './command-cases.ts';
import { commandCases } from './commands.ts';

const versions = await Promise.all(
  apiVersions.v2.map(async (version) => {
    const { mutations } = await loadGraphqlContract(version);
    return { version, cases: commandCases.filter(({ mutation }) => mutation in mutations) };
  }),
);

describe.each(versions)('version $version', ({ version, cases }) => {
  let tools: CommandTools;
  beforeAll(async () => {
    tools = await CommandTools.open(version);
  });
  afterAll(() => tools.close());

  describe.each(cases)('$mutation', ({ mutation, given, read, unshown = {}, otherNames = {} }) => {
    it('takes its required fields alone', async () => {
      const { request } = tools.requestOf(mutation, await given(tools), 'minimal');
      expect(await tools.run(mutation, request)).not.toBeNull();
    });

    it('shows every field of a full request afterwards', async () => {
      const { request, leaves } = tools.requestOf(mutation, await given(tools), 'full');
      const answer = await tools.run(mutation, request);
      const missing = unshownLeaves(leaves, await read(tools, answer, request), otherNames);
      const listed = Object.keys(unshown);
      const left = missing.filter((path) => !listed.some((one) => `${path}.`.startsWith(`${one}.`)));
      expect(left, left.join(', ')).toEqual([]);
    });
  });
});
