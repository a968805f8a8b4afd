import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';
import { kinds, type EntityName } from '../../src/wawi/areas/index.ts';
import { implemented } from './contracts.ts';
import { leavesOf, withValue } from './body-leaves.ts';
import { Driver } from './drive.ts';
import { nameOf } from './operation-names.ts';
import { wholeBodies } from './whole-bodies.ts';
import { TenantClient } from './tenant-client.ts';

/** The newest version, which has all that the others have and more. */
const contracts: RestContract[] = [
  implemented(await loadContractV1()),
  implemented(await loadContractV2('2.2')),
];

/** The names of fields with codes, and an unknown code. */
const unknown: readonly (readonly [name: RegExp, code: string])[] = [
  [/country(?:iso2?|oforigin)$/i, 'QQ'],
  [/currencyiso$/i, 'ZZZ'],
  [/language(?:iso|id)$/i, 'QQ'],
];

function codeFor(name: string, type: TypeNode): string | undefined {
  if (type.kind !== 'scalar' || type.name !== 'string') return undefined;
  return unknown.find(([pattern]) => pattern.test(name))?.[1];
}

const writing = contracts.flatMap((contract) =>
  contract.operations
    // Apps register under names in languages of their own.
    .filter(({ path }) => !path.startsWith('/authentication'))
    .filter(({ body }) => body !== undefined && holdsCode(contract, body))
    .map((operation) => [nameOf(operation), operation, contract] as const),
);

/** Without its German description the item would lack a name, which is refused first. */
const bodies: typeof wholeBodies = {
  ...wholeBodies,
  'v2 POST /itemdetails/create': () => ({
    Images: undefined,
    Descriptions: {
      DefaultDescriptions: ['FR', 'DE'].map((LanguageIso) => ({
        LanguageIso,
        DescriptionData: { ItemName: 'Tente', Description: 'Verte' },
      })),
    },
  }),
};

let client: TenantClient;
let driver: Driver;

beforeAll(async () => {
  client = await TenantClient.open('2.2');
  driver = new Driver(client, contracts);
  await client.send('GET', '/erp/v1/companies');
});

afterAll(async () => {
  await client.close();
});

describe('a code that stands for no country, currency or language', () => {
  it.each(writing)('is refused by %s, field and value named', async (name, operation, contract) => {
    await client.reset();
    const prepared = await driver.prepare(operation, { fullness: 'whole', body: bodies[name]?.(client) });
    const answers: string[] = [];
    const codes = leavesOf(contract, operation, prepared.body).flatMap(({ path, type }) => {
      const code = codeFor(String(path.at(-1)), type);
      return code === undefined ? [] : [{ path, code }];
    });
    const send = (wrong: typeof codes) =>
      driver.send({
        ...prepared,
        body: wrong.reduce((body, { path, code }) => withValue(body, path, code), prepared.body),
      });
    for (const one of codes) {
      let answer = await send([one]);
      // A body may say the same thing twice, of which one counts.
      if (answer.status < 300) answer = await send(codes.filter(({ code }) => code === one.code));
      const { status, reason } = answer;
      if (status !== 400 || !reason.includes(one.code) || !/country|currency|language/i.test(reason))
        answers.push(`${one.path.join('.')}: ${status} ${reason}`);
    }
    expect(answers).toEqual([]);
  });
});

it('every field of an entity that holds a code is checked', () => {
  const unchecked = new Set<string>();
  for (const name of Object.keys(kinds) as EntityName[])
    for (const row of client.data.of(name).values())
      for (const path of codePaths(row)) if (!kinds[name].codes?.[path]) unchecked.add(`${name}: ${path}`);
  // The currency that a country has is what makes it known.
  expect([...unchecked]).toEqual(['country: currencyIso']);
});

function codePaths(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => codePaths(element, `${path}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, part]) =>
      codePaths(part, path === '' ? name : `${path}.${name}`),
    );
  return /(?:country|currency|language)Isos?(?:\[\])?$|countryOfOrigin$/.test(path) ? [path] : [];
}

function holdsCode(contract: RestContract, type: TypeNode, seen = new Set<string>()): boolean {
  if (type.kind === 'list') return holdsCode(contract, type.of, seen);
  if (type.kind !== 'schema' || contract.enumValues(type.name) || seen.has(type.name)) return false;
  seen.add(type.name);
  return contract
    .object(type.name)
    .properties.some(
      (property) =>
        codeFor(property.name, property.type) !== undefined || holdsCode(contract, property.type, seen),
    );
}
