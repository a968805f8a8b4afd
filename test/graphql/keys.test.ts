import { describe, expect, it } from 'vitest';
import { loadGraphqlContract, parseGraphqlType } from '../../src/wawi/contract/graphql-contract.ts';
import { keyKindOf } from '../../src/wawi/contract/graphql-keys.ts';
import { apiVersions } from '../../src/wawi/contract/versions.ts';
import { unservedMutations } from './unserved-operations.ts';

/** Fields of commands whose ids are opaque text, and why. */
const opaque: Readonly<Record<string, string>> = {
  'CreateCalculateSalesOrderRequestInput.shopId': 'a sales channel, which has a text as its id',
  'CreateScxDuplicationOptionsInput.shopsToConsider': 'sales channels, which have texts as their ids',
  'CreateShippingBoxCommandRequestInput.typeId': 'a value of the query for types of shipping boxes',
};

const served = await Promise.all(
  apiVersions.v2.map(async (version) => {
    const { inputs, mutations } = await loadGraphqlContract(version);
    const within = (input: string): string[] => {
      const fields = Object.entries(inputs[input] ?? {});
      return fields.flatMap(([field, expression]) => {
        const { name } = parseGraphqlType(expression);
        if (name in inputs) return within(name);
        return name === 'ID' ? [`${input}.${field}`] : [];
      });
    };
    return Object.entries(mutations)
      .filter(([mutation]) => !unservedMutations.includes(mutation))
      .flatMap(([, { args }]) => within(parseGraphqlType(args['request'] ?? 'Boolean').name));
  }),
);

describe('the ids of commands', () => {
  it('are keys of a known kind, except those that are listed as text', () => {
    const unknown = [...new Set(served.flat())].filter((path) => {
      const [input = '', field = ''] = path.split('.');
      return keyKindOf(input.replace(/Input$/, ''), field) === undefined && !/salesChannel/i.test(field);
    });
    expect(unknown.sort()).toEqual(Object.keys(opaque).sort());
  });
});
