import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGraphqlContract } from '../../../src/wawi/contract/graphql-contract.ts';
import { apiVersions } from '../../../src/wawi/contract/versions.ts';
import { unservedMutations } from '../../graphql/unserved-operations.ts';
import { CommandTools, mismatches, type Answer } from './command-cases.ts';
import { commandCases } from './commands.ts';

const versions = await Promise.all(
  apiVersions.v2.map(async (version) => {
    const { mutations } = await loadGraphqlContract(version);
    return { version, cases: commandCases.filter(({ mutation }) => mutation in mutations) };
  }),
);

/** Mutations without an input: `UploadFile` takes a multipart request, as test/graphql/mutations.test.ts sends it. */
const withoutInput = ['UploadFile'];

it('has a request for every mutation of every version', async () => {
  const covered = new Set([
    ...commandCases.map((row) => row.mutation),
    ...unservedMutations,
    ...withoutInput,
  ]);
  for (const version of apiVersions.v2) {
    const { mutations } = await loadGraphqlContract(version);
    expect(Object.keys(mutations).filter((name) => !covered.has(name))).toEqual([]);
  }
});

describe.each(versions)('version $version', ({ version, cases }) => {
  let tools: CommandTools;
  beforeAll(async () => {
    tools = await CommandTools.open(version);
  });
  afterAll(() => tools.close());

  describe.each(cases)('$mutation', (row) => {
    it.each(['minimal', 'full'] as const)('shows every field of a %s request afterwards', async (extent) => {
      const { request, leaves } = tools.requestOf(
        row.mutation,
        await row.given(tools, extent),
        extent,
        row.demanded,
      );
      if (row.removes)
        expect(mismatches(row, leaves, await row.read(tools, {}, request))).toEqual(row.removes);
      const answer = await tools.run<unknown>(row.mutation, request);
      const named = typeof answer === 'object' && answer !== null ? (answer as Answer) : { value: answer };
      const shows = { ...row.shows, ...(extent === 'full' && row.showsOfFull) };
      const wrong = mismatches({ ...row, shows }, leaves, await row.read(tools, named, request));
      expect(wrong, wrong.join(', ')).toEqual([]);
    });
  });
});
