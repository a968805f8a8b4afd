import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareKeys, sortKey } from '../../src/wawi/store/collections/order.ts';
import { GraphqlClient } from '../graphql/graphql-client.ts';
import { erpOf, kaffeeKontorId, type Erp } from './sales-client.ts';

const collator = new Intl.Collator('de', { sensitivity: 'accent' });

const order = (a: string, b: string): number => Math.sign(compareKeys(sortKey(a), sortKey(b)));

/** Words as German has them, with all that sorting is about: umlauts, ß, capitals, spaces, hyphens, digits. */
const word = fc
  .array(fc.constantFrom(...'aäeoöuüsßtzAÄOÖUÜSZ'.split(''), 'ss', 'st', ' ', '-', '1', '2'), {
    maxLength: 8,
  })
  .map((letters) => letters.join(''));

describe('the order of texts', () => {
  it.each([
    [
      ['Zucker', 'Äthiopien', 'Apfel', 'Azoren'],
      ['Apfel', 'Äthiopien', 'Azoren', 'Zucker'],
    ],
    [
      ['Äpfel', 'Apfelsaft', 'Apfel', 'apfel'],
      ['Apfel', 'apfel', 'Äpfel', 'Apfelsaft'],
    ],
    [
      ['Maßen', 'Massen', 'Maste', 'Maße'],
      ['Maße', 'Massen', 'Maßen', 'Maste'],
    ],
    [
      ['Ølsen', 'Özil', 'Olm', 'Œuvre'],
      ['Œuvre', 'Olm', 'Ølsen', 'Özil'],
    ],
    [
      ['Größe 10', 'Grosse', 'Größe'],
      ['Grosse', 'Größe', 'Größe 10'],
    ],
  ])('sorts %j as dictionaries do', (given, sorted) => {
    expect([...given].sort(order)).toEqual(sorted);
  });

  it('agrees with that of Intl.Collator for German words', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const wanted = Math.sign(collator.compare(a, b));
        if (wanted !== 0) expect([a, b, order(a, b)]).toEqual([a, b, wanted]);
      }),
      { numRuns: 3000 },
    );
  });

  it('has texts that differ in case alone, and no others, in one place', () => {
    const text = fc.oneof(word, fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(order(a, b) === 0).toBe(a.toLowerCase() === b.toLowerCase());
        expect(order(a, a.toUpperCase().toLowerCase() === a.toLowerCase() ? a.toUpperCase() : a)).toBe(0);
        expect(order(a, b)).toBe(-order(b, a) + 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('lists with umlauts', () => {
  let client: GraphqlClient;
  let erp: Erp;
  const names = ['Äthiopien Yirgacheffe', 'Ätna', 'Azul', 'Öl', 'Olive', 'ölig', 'Straße', 'Strasse', 'Zimt'];

  beforeAll(async () => {
    client = (await GraphqlClient.start()).in(kaffeeKontorId);
    erp = await erpOf(client.emulator, kaffeeKontorId);
    await client.emulator.tenants.seed(kaffeeKontorId, {
      item: names.map((name, n) => ({ id: 900 + n, sku: `U-${n}`, name })),
    });
  });
  afterAll(() => client.close());

  it('are sorted by GraphQL and v2 alike, and pages hold every row once', async () => {
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const { QueryItems }: { QueryItems: Page } = await client.data(
        'query($after: String) { QueryItems(first: 4, after: $after, order: [{name: ASC}]) { nodes { name } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      pages.push(...QueryItems.nodes.map(({ name }) => name));
      after = QueryItems.pageInfo.hasNextPage ? QueryItems.pageInfo.endCursor : null;
    } while (after !== null);
    const listed = await erp<{ items: { name: string }[]; totalItems: number }>(
      'GET /items?sortBy=name&pageSize=1000',
      undefined,
      'v2',
    );
    expect(pages).toHaveLength(listed.json.totalItems);
    expect(pages).toEqual(listed.json.items.map(({ name }) => name));
    expect(pages).toEqual([...pages].sort(new Intl.Collator('de').compare));
    expect(pages).toEqual(expect.arrayContaining(names));
  });

  it('are filtered without case, but not without accents', async () => {
    const found = async (where: string): Promise<string[]> => {
      const { QueryItems } = await client.data<{ QueryItems: Page }>(
        `{ QueryItems(where: {name: {${where}}}) { nodes { name } pageInfo { hasNextPage endCursor } } }`,
      );
      return QueryItems.nodes.map(({ name }) => name);
    };
    expect(await found('eq: "ÖL"')).toEqual(['Öl']);
    expect(await found('eq: "strasse"')).toEqual(['Strasse']);
    expect(await found('startsWith: "öl"')).toEqual(['Öl', 'ölig']);
  });
});

interface Page {
  nodes: { name: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
