import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GraphqlClient, tenants, type GraphqlAnswer } from './graphql-client.ts';

/** Instants by the text that the server's zone, Europe/Berlin, has for them. */
const zoned: readonly (readonly [text: string, instant: string])[] = [
  ['2026-03-01', '2026-02-28T23:00:00.000Z'],
  ['2026-03-01T09:00:00', '2026-03-01T08:00:00.000Z'],
  ['2026-07-01T09:00:00', '2026-07-01T07:00:00.000Z'],
  ['2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
  // Skipped by the change to summer time, and repeated by the change back: standard time.
  ['2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30:00', '2026-10-25T01:30:00.000Z'],
  ['2026-10-25T03:30:00', '2026-10-25T02:30:00.000Z'],
];

/** Texts with an offset: the same instant under every option. */
const exact: readonly (readonly [text: string, instant: string])[] = [
  ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00.000Z'],
  ['2026-03-01t09:00:00.1234567z', '2026-03-01T09:00:00.123Z'],
  ['2026-03-01T09:00:00+05:30', '2026-03-01T03:30:00.000Z'],
];

let client: GraphqlClient;
beforeAll(async () => {
  const started = await GraphqlClient.start();
  client = started.in(tenants.neuland);
});
afterAll(() => client.close());
beforeEach(async () => {
  await client.emulator.reset();
  const added = [...new Set([...zoned, ...exact].map(([, instant]) => instant))];
  await client.emulator.tenants.seed('neuland', {
    item: added.map((instant) => ({ sku: instant, added: instant })),
  });
});

const spellings: Record<string, (text: string) => Promise<GraphqlAnswer>> = {
  'a literal': (text) =>
    client.send(`{ QueryItems(where: {createdDate: {eq: "${text}"}}) { nodes { sku } } }`),
  'a literal in a nested list': (text) =>
    client.send(`{ QueryItems(where: {and: [{or: [{createdDate: {in: ["${text}"]}}]}]}) { nodes { sku } } }`),
  'a variable': (text) =>
    client.send('query($at: DateTime) { QueryItems(where: {createdDate: {eq: $at}}) { nodes { sku } } }', {
      at: text,
    }),
  'a default of a variable': (text) =>
    client.send(
      `query($at: DateTime = "${text}") { QueryItems(where: {createdDate: {eq: $at}}) { nodes { sku } } }`,
    ),
  'a variable with a nested list': (text) =>
    client.send('query($where: ItemListItemFilterInput) { QueryItems(where: $where) { nodes { sku } } }', {
      where: { or: [{ and: [{ createdDate: { in: [text] } }] }] },
    }),
};

const assumption = (answer: GraphqlAnswer): string =>
  answer.headers.get('x-emulator-assumption')?.match(/graphql-date-times=[\w-]+/)?.[0] ?? '';

describe.each(Object.entries(spellings))('a DateTime in %s', (_, ask) => {
  it.each(zoned)('%s is refused by default, and the reason says what would be right', async (text) => {
    const answer = await ask(text);
    expect(answer.status).toBe(400);
    expect(answer).not.toHaveProperty('data');
    expect(assumption(answer)).toBe('graphql-date-times=refused');
    expect(answer.headers.get('x-emulator-reason')).toContain(`"${text}"`);
    expect(answer.headers.get('x-emulator-reason')).toContain('an offset such as 2026-03-01T09:00:00Z');
  });

  it.each(zoned)('%s is a time of the server’s zone under server-zone', async (text, instant) => {
    client.emulator.assumptions.set({ 'graphql-date-times': 'server-zone' });
    for (const answer of [await ask(text), await ask(text)]) {
      expect(answer.data).toEqual({ QueryItems: { nodes: [{ sku: instant }] } });
      expect(assumption(answer)).toBe('graphql-date-times=server-zone');
    }
  });

  it.each(exact)('%s is the same instant under both options', async (text, instant) => {
    for (const option of ['refused', 'server-zone']) {
      client.emulator.assumptions.set({ 'graphql-date-times': option });
      const answer = await ask(text);
      expect(answer.data).toEqual({ QueryItems: { nodes: [{ sku: instant }] } });
      expect(assumption(answer)).toBe('');
    }
  });

  it('that is not a date is refused under both options, which rests on no assumption', async () => {
    for (const option of ['refused', 'server-zone']) {
      client.emulator.assumptions.set({ 'graphql-date-times': option });
      const answer = await ask('2026-02-30');
      expect([answer.status, assumption(answer)]).toEqual([400, '']);
    }
  });
});

it('a document that was valid under one option is refused once the other is set', async () => {
  client.emulator.assumptions.set({ 'graphql-date-times': 'server-zone' });
  expect((await spellings['a literal']!('2026-03-01')).status).toBe(200);
  client.emulator.assumptions.set({ 'graphql-date-times': 'refused' });
  expect((await spellings['a literal']!('2026-03-01')).status).toBe(400);
});

it('the strict profile refuses a DateTime without an offset under every option', async () => {
  const strict = await GraphqlClient.start({
    profile: 'strict',
    assumptions: { 'graphql-date-times': 'server-zone' },
  });
  try {
    const query = '{ QueryItems(where: {createdDate: {gte: "2026-03-01"}}) { totalCount } }';
    expect((await strict.send(query)).status).toBe(400);
  } finally {
    await strict.close();
  }
});
