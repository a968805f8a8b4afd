import { describe, expect, it } from 'vitest';
import type { Fact } from '../../scripts/contract/graphql/facts.ts';
import { merged } from '../../scripts/contract/graphql/files.ts';
import { typeIn } from '../../src/wawi/contract/sdl/elements.ts';
import { versionsOf } from '../../src/wawi/contract/sdl/existence.ts';
import { loadGraphqlDocument } from '../../src/wawi/contract/sdl/source.ts';
import { formatRange } from '../../src/wawi/contract/versions.ts';
import { graphqlText } from './graphql-document.ts';

/** The parts that every document needs. */
const base: Fact[] = [
  { enum: 'ApplyPolicy', values: ['BEFORE_RESOLVER'], v: '2.0', inferred: true },
  { mutation: 'Ping', returns: 'Boolean!', v: '2.0', inferred: true },
  {
    query: 'GetBox',
    args: { boxId: 'ID!' },
    type: 'Box',
    v: '2.0, 2.2',
    src: '/v2.0/graphql/queries/GetBox',
  },
];
const page = { src: '/v2.0/graphql/types/Box.md' };
const id = { id: 'ID!' };

function documentOf(...facts: Fact[]) {
  const { text } = merged(undefined, [...base, ...facts]);
  expect(merged(text, [...base, ...facts]).text, 'merging again changes nothing').toBe(text);
  return loadGraphqlDocument(text);
}

describe('a field exists', () => {
  const name = { ...id, name: 'String' };
  it.each<[string, Fact[], string]>([
    ['in all versions, if one page shows it', [{ type: 'Box', fields: name, v: '2.1', ...page }], '2.0-'],
    [
      'between two versions that show it, even if a page between them lacks it',
      [
        { type: 'Box', fields: name, v: '2.0, 2.2', ...page },
        { type: 'Box', fields: id, v: '2.1', ...page },
      ],
      '2.0-',
    ],
    [
      'from the first version that shows it, if a whole page below lacks it',
      [
        { type: 'Box', fields: id, v: '2.0', ...page },
        { type: 'Box', fields: name, v: '2.2', ...page },
      ],
      '2.1-',
    ],
    [
      'below the first version that shows it, if the page there was cut',
      [
        { type: 'Box', fields: id, v: '2.0', cut: true, ...page },
        { type: 'Box', fields: name, v: '2.2', ...page },
      ],
      '2.0-',
    ],
    [
      'up to the last version that shows it, if a whole page above lacks it',
      [
        { type: 'Box', fields: name, v: '2.1', ...page },
        { type: 'Box', fields: id, v: '2.2', ...page },
      ],
      '2.0-2.1',
    ],
    [
      'from 2.1 on, if a live system of 2.0 lacks it',
      [
        { type: 'Box', fields: { id: 'ID' }, v: 'live' },
        { type: 'Box', fields: name, v: '2.1', ...page },
      ],
      '2.1-',
    ],
    [
      'in 2.0 too, if an early record has it that a live system lacks',
      [
        { type: 'Box', fields: name, v: '2.0', inferred: true },
        { type: 'Box', fields: { id: 'ID' }, v: 'live' },
      ],
      '2.0-',
    ],
    [
      'up to a whole page that lacks it, if only an early record has it',
      [
        { type: 'Box', fields: name, v: '2.0', inferred: true },
        { type: 'Box', fields: id, v: '2.2', ...page },
      ],
      '2.0-2.1',
    ],
    [
      'not where a source states its absence',
      [
        { type: 'Box', fields: name, v: '2.0, 2.3', ...page },
        { absent: 'Box.name', v: '2.0' },
      ],
      '2.1-',
    ],
    [
      'as the later of two pages of a version has it',
      [
        { type: 'Box', fields: name, v: '2.0', ...page },
        { type: 'Box', fields: id, v: '2.0', ...page },
        { type: 'Box', fields: name, v: '2.1', ...page },
      ],
      '2.1-',
    ],
  ])('%s', (_what, facts, range) => {
    expect(formatRange(versionsOf(documentOf(...facts), 'Box.name'))).toBe(range);
  });

  it('where a page of another format shows scalar fields alone, if it is an object', () => {
    const document = documentOf(
      { type: 'Lid', fields: id, v: '2.0', ...page },
      { type: 'Box', fields: id, v: '2.0', src: '/v2.0/graphql/types/Box' },
      { type: 'Box', fields: { ...name, lid: 'Lid' }, v: '2.1', ...page },
    );
    expect(formatRange(versionsOf(document, 'Box.lid'))).toBe('2.0-');
    expect(formatRange(versionsOf(document, 'Box.name'))).toBe('2.1-');
  });
});

describe('a field has the type', () => {
  const shows = (type: string, v: string, more: Partial<Fact> = {}): Fact => ({
    type: 'Box',
    fields: { ...id, size: type },
    v,
    ...page,
    ...more,
  });
  it.each<[string, Fact[], string[]]>([
    ['of each page', [shows('Int', '2.0'), shows('Int!', '2.2')], ['Int', 'Int', 'Int!', 'Int!']],
    [
      'of the nearest page, where a version hides it',
      [shows('Int!', '2.0'), shows('?', '2.1'), shows('Decimal', '2.3')],
      ['Int!', 'Int!', 'Decimal', 'Decimal'],
    ],
    [
      'of a page rather than that of a live system or an early record',
      [shows('Int', '2.0', { inferred: true }), shows('Long', 'live'), shows('Decimal!', '2.0')],
      ['Decimal!', 'Decimal!', 'Decimal!', 'Decimal!'],
    ],
    [
      'that a live system shows, with the nullability of an early record of the same type',
      [shows('Int!', '2.0', { inferred: true }), shows('Int', 'live')],
      ['Int!', 'Int!', 'Int!', 'Int!'],
    ],
    [
      'Boolean, where a live export writes a number and a page says so',
      [shows('Int', 'live'), shows('Boolean!', '2.1')],
      ['Boolean!', 'Boolean!', 'Boolean!', 'Boolean!'],
    ],
    [
      'that a live system shows rather than another one of an early record',
      [shows('String!', '2.0', { inferred: true }), shows('Int', 'live')],
      ['Int', 'Int', 'Int', 'Int'],
    ],
  ])('%s', (_what, facts, types) => {
    const scalars: Fact[] = ['Long', 'Decimal'].map((scalar) => ({ scalar, v: '2.0', inferred: true }));
    const field = documentOf(...scalars, ...facts)
      .types.get('Box')
      ?.fields.find(({ name }) => name === 'size');
    expect(field?.versions.map((version) => typeIn(field, version))).toEqual(types);
  });

  it('Boolean, where an early record writes a switch as a number', () => {
    const document = documentOf({ type: 'Box', fields: { isOpen: 'Int!' }, v: '2.0', inferred: true });
    expect(document.types.get('Box')?.fields.map(({ type }) => type)).toEqual(['Boolean!']);
  });
});

it('gives a list its connection, a filter and an order over its rows', () => {
  const filters: Fact[] = ['Id', 'String'].map((name) => ({
    input: `${name}OperationFilterInput`,
    fields: { eq: name === 'Id' ? 'ID' : 'String' },
    v: '2.0',
    inferred: true,
  }));
  const document = documentOf(
    ...filters,
    { enum: 'SortEnumType', values: ['ASC', 'DESC'], v: '2.0', inferred: true },
    { type: 'PageInfo', fields: { hasNextPage: 'Boolean!' }, v: '2.0', inferred: true },
    { type: 'Box', fields: { ...id, name: 'String' }, v: '2.0', ...page },
    {
      query: 'QueryBoxes',
      args: { where: 'BoxFilterInput', order: '[BoxSortInput!]' },
      type: 'QueryBoxesConnection',
      v: '2.0',
    },
  );
  const fields = (name: string) => document.types.get(name)?.fields.map((one) => `${one.name}: ${one.type}`);
  expect(fields('QueryBoxesConnection')).toEqual([
    'pageInfo: PageInfo!',
    'edges: [QueryBoxesEdge!]',
    'nodes: [Box!]',
    'totalCount: Int!',
  ]);
  expect(fields('BoxFilterInput')).toEqual([
    'and: [BoxFilterInput!]',
    'or: [BoxFilterInput!]',
    'id: IdOperationFilterInput',
    'name: StringOperationFilterInput',
  ]);
  expect(fields('BoxSortInput')).toEqual(['id: SortEnumType', 'name: SortEnumType']);
});

it('takes an idempotency key with every change but deletions from 2.1 on', () => {
  const change = (name: string): Fact[] => [
    { input: `${name}Input`, fields: id, v: '2.0', src: '/v2.0/graphql/types/X.md' },
    { mutation: name, args: { request: `${name}Input!` }, returns: 'Boolean!', v: '2.0' },
  ];
  const document = documentOf(
    { type: 'Box', fields: id, v: '2.0', ...page },
    ...change('UpdateBox'),
    ...change('DeleteBox'),
  );
  expect(formatRange(versionsOf(document, 'UpdateBoxInput.idempotencyKey'))).toBe('2.1-');
  expect(versionsOf(document, 'DeleteBoxInput.idempotencyKey')).toEqual([]);
});

it('makes a mutation of a documented request, with the answer that is named alike', () => {
  const document = documentOf(
    { type: 'Box', fields: id, v: '2.0', ...page },
    { type: 'ShipBoxResponse', fields: id, v: '2.1', src: '/v2.1/graphql/types/ShipBoxResponse.md' },
    ...['ShipBox', 'OpenBox'].map((name) => ({
      input: `${name}CommandRequestInput`,
      fields: id,
      v: '2.1',
      src: `/v2.1/graphql/types/${name}CommandRequestInput.md`,
    })),
  );
  const mutation = (name: string) =>
    document.types.get('Mutation')?.fields.find((field) => field.name === name);
  expect(mutation('ShipBox')).toMatchObject({
    type: 'ShipBoxResponse!',
    versions: ['2.1', '2.2', '2.3'],
    evidence: { documented: [], inferred: ['2.1', '2.2', '2.3'] },
    args: [{ name: 'request', type: 'ShipBoxCommandRequestInput!' }],
  });
  expect(mutation('OpenBox')?.type).toBe('Boolean!');
});

describe('an example of a request, which shows all that is required,', () => {
  const request: Fact[] = [
    { type: 'Box', fields: id, v: '2.0', ...page },
    {
      input: 'PackCommandRequestInput',
      fields: { ...id, lid: 'ID!', note: 'String' },
      v: '2.0-',
      inferred: true,
    },
    { input: 'PackCommandRequestInput', fields: { size: 'Int!' }, v: '2.0', cut: true, src: '/v2.0/x' },
    { requires: 'PackCommandRequestInput', required: ['id', 'note'], v: '2.0-' },
  ];
  it.each([
    ['keeps', 'id', 'ID!'],
    ['takes back', 'lid', 'ID'],
    ['adds', 'note', 'String!'],
    ['leaves what a page shows in full:', 'size', 'Int!'],
  ])('%s that a field is required: %s', (_, name, type) => {
    const input = documentOf(...request).types.get('PackCommandRequestInput');
    const field = input?.fields.find((one) => one.name === name);
    expect(field && [typeIn(field, '2.0'), typeIn(field, '2.3')]).toEqual([type, type]);
  });
});

it('leaves out what leads to a type that nothing shows, and says so', () => {
  const { text, left } = merged(undefined, [
    ...base,
    { type: 'Box', fields: { ...id, lid: 'Lid', weight: '?' }, v: '2.0', ...page },
  ]);
  expect(
    loadGraphqlDocument(text)
      .types.get('Box')
      ?.fields.map(({ name }) => name),
  ).toEqual(['id']);
  expect(left).toContain('Box.lid in 2.0: nothing shows the fields of Lid');
});

it('keeps the document as it stands when nothing is added', () => {
  expect(merged(graphqlText, []).text).toBe(graphqlText);
});
