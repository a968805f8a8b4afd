import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, nearestInstant } from '../../src/wawi/contract/instants.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { Emulator } from '../../src/index.ts';
import { GraphqlClient } from '../graphql/graphql-client.ts';
import { erpOf, kaffeeKontorId, type Erp } from './sales-client.ts';

let client: GraphqlClient;
let emulator: Emulator;
let erp: Erp;

beforeAll(async () => {
  client = (await GraphqlClient.start()).in(kaffeeKontorId);
  ({ emulator } = client);
  erp = await erpOf(emulator, kaffeeKontorId);
});

afterAll(async () => {
  await emulator.close();
});

const impossible = [
  ['a day that February lacks', '2026-02-30'],
  ['a leap day of another year', '2026-02-29T00:00:00Z'],
  ['a leap day of a century', '1900-02-29T00:00:00Z'],
  ['a 31st that April lacks', '2026-04-31T00:00:00Z'],
  ['day 0', '2026-04-00'],
  ['month 13', '2026-13-01'],
  ['hour 24', '2026-01-01T24:00:00Z'],
  ['minute 60', '2026-01-01T12:60:00Z'],
  ['second 60', '2026-01-01T12:00:60Z'],
  ['the year 0', '0000-01-01T00:00:00Z'],
  ['a year of five digits', '+010000-01-01T00:00:00Z'],
  ['an offset above 14 hours', '2026-01-01T00:00:00+15:00'],
  ['an offset just above 14 hours', '2026-01-01T00:00:00-14:01'],
  ['an offset with 60 minutes', '2026-01-01T00:00:00+01:60'],
  ['the year 10000 once it is shifted to UTC', '9999-12-31T23:59:59-01:00'],
  ['the year 0 once it is shifted to UTC', '0001-01-01T00:00:00+05:00'],
  ['a word', 'gestern'],
] as const;

describe.each(impossible)('%s', (_what, text) => {
  it('is refused in a body, a filter, a literal and a variable', async () => {
    const path = `/items/${packKey('ArtikelKey', 4)}`;
    const before = await erp('GET /items/4');
    const first = await erp('PATCH /items/4', { ReleasedOnDate: text });
    expect(first.status).toBe(400);
    expect(first.reason).toContain('ReleasedOnDate');
    expect(first.reason).toContain(text);
    const second = await erp(`PATCH ${path}`, { shippingDetails: { releaseDate: text } }, 'v2');
    expect(second.status).toBe(400);
    expect((await erp('GET /items/4')).json).toEqual(before.json);
    const encoded = encodeURIComponent(text);
    expect((await erp(`GET /items?changedSince=${encoded}`)).status).toBe(400);
    expect((await erp(`GET /items?releaseDateAfter=${encoded}`, undefined, 'v2')).status).toBe(400);
    const where = (value: string): string =>
      `QueryItems(where: {createdDate: {gte: ${value}}}) { totalCount }`;
    const literal = await client.send(`{ ${where(JSON.stringify(text))} }`);
    expect(literal.status).toBe(400);
    expect(literal.errors?.[0]?.extensions).toMatchObject({ fieldName: 'gte', fieldType: 'DateTime' });
    const variable = await client.send(`query($at: DateTime) { ${where('$at')} }`, { at: text });
    expect(variable.status).toBe(400);
    expect(variable.errors?.[0]?.extensions).toMatchObject({ code: 'HC0016', variable: 'at' });
  });
});

const millisecondsOf = (text: string): number => Date.parse(`${text}Z`);
const two = (value: number): string => String(value).padStart(2, '0');

/** A local time with its offset, as clients write it, and the instant it is. */
const written = fc
  .record({
    // A day off the ends, so that every offset leaves the instant within .NET's years.
    local: fc.date({
      min: new Date('0001-01-03T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    }),
    minutes: fc.integer({ min: -14 * 60, max: 14 * 60 }),
  })
  .map(({ local, minutes }) => {
    const text = local.toISOString().slice(0, -1);
    const far = Math.abs(minutes);
    const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(far / 60))}:${two(far % 60)}`;
    return { text: `${text}${zone}`, instant: millisecondsOf(text) - minutes * 60_000 };
  });

it('every instant that is accepted comes back as the same one in v1, v2 and GraphQL', async () => {
  const key = packKey('ArtikelKey', 4);
  await fc.assert(
    fc.asyncProperty(written, fc.constantFrom('v1', 'v2'), async ({ text, instant }, version) => {
      const sent =
        version === 'v1'
          ? await erp('PATCH /items/4', { ReleasedOnDate: text })
          : await erp(`PATCH /items/${key}`, { shippingDetails: { releaseDate: text } }, 'v2');
      expect(sent.status).toBeLessThan(300);
      const at = encodeURIComponent(text);
      const [inV1, inV2, inGraphql] = await Promise.all([
        erp<{ ReleasedOnDate: string }>('GET /items/4'),
        erp<{ items: { releaseDate: string }[] }>(
          `GET /items?releaseDateAfter=${at}&releaseDateBefore=${at}`,
          undefined,
          'v2',
        ),
        client.data<{ QueryItems: { nodes: { releaseDate: string }[] } }>(
          'query($at: DateTime) { QueryItems(where: {releaseDate: {eq: $at}}) { nodes { releaseDate } } }',
          { at: text },
        ),
      ]);
      const shown = [
        inV1.json.ReleasedOnDate,
        ...inV2.json.items.map(({ releaseDate }) => releaseDate),
        ...inGraphql.QueryItems.nodes.map(({ releaseDate }) => releaseDate),
      ];
      expect(shown.map((one) => Date.parse(one))).toEqual([instant, instant, instant]);
      for (const one of shown) expect(one).toMatch(/^\d{4}-\d\d-\d\dT/);
    }),
    { numRuns: 40 },
  );
});

it.each([
  ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  ['2024-02-29T10:00', '2024-02-29T10:00:00.000Z'],
  ['2026-03-01 10:00:00', '2026-03-01T10:00:00.000Z'],
  ['2026-03-01T10:00:00.1234567Z', '2026-03-01T10:00:00.123Z'],
  ['2026-03-01T10:00:00+0530', '2026-03-01T04:30:00.000Z'],
  ['2026-03-01T10:00:00-14:00', '2026-03-02T00:00:00.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.999Z'],
])('%s is %s', (text, instant) => {
  expect(instantOf(text)).toBe(instant);
});

it('an instant after the last day is the last day', () => {
  expect(nearestInstant(Date.UTC(9999, 11, 31) + 30 * 86_400_000)).toBe('9999-12-31T23:59:59.999Z');
  expect(nearestInstant(-Infinity)).toBe('0001-01-01T00:00:00.000Z');
});
