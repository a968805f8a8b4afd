import { describe, expect, it } from 'vitest';
import { merged } from '../../scripts/contract/rest/files.ts';
import type { EnumLine } from '../../scripts/contract/rest/enums.ts';
import type { FactLine } from '../../scripts/contract/rest/facts.ts';
import { expanded } from '../../scripts/contract/rest/read.ts';
import { contradictions } from '../../src/wawi/contract/openapi/check.ts';
import type { ContractDocument, SchemaNode } from '../../src/wawi/contract/openapi/model.ts';

/** The operations of the beta: one operation of every version, inferred. */
const beta: ContractDocument = {
  openapi: '3.0.3',
  info: { title: 'Test', version: '2.0 to 2.3', description: '' },
  'x-versions': '2.0-',
  paths: {
    '/box/create': {
      post: {
        operationId: 'CreateBox',
        summary: 'Creates a box.',
        tags: ['box'],
        'x-scopes': ['boxes.write'],
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/CreateBox' } } },
        },
        responses: { '201': { description: 'Done.' } },
      },
    },
  },
  components: {
    schemas: {
      CreateBox: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          size: { type: 'number', format: 'decimal' },
          colour: { type: 'integer', format: 'int32', enum: [1, 2], 'x-enum-varnames': ['Red', 'Blue'] },
          boxTypeId: { type: 'string', format: 'uuid', 'x-key': 'BoxTypeKey' },
        },
      },
      ErrorResponse: { type: 'object', properties: { errorCode: { type: 'string' } } },
    },
  },
};

function merge(...lines: (FactLine | EnumLine)[]): ContractDocument {
  const { document } = merged(beta, 'v2', lines);
  expect(contradictions(document)).toEqual([]);
  expect(merged(document, 'v2', lines).document, 'merging again').toEqual(document);
  return document;
}

const create = { m: 'POST', p: '/v2/box/create' };
const boxes = { m: 'GET', p: '/v2/boxes' };

function property(document: ContractDocument, name: string): SchemaNode | undefined {
  return document.components.schemas['CreateBox']?.properties?.[name];
}

/** @returns the evidence of a property by version */
function kinds(document: ContractDocument, name: string): Record<string, string> {
  const element = expanded(document).schemas.get('CreateBox')?.properties.get(name) ?? new Map();
  return Object.fromEntries([...element].map(([version, { evidence }]) => [version, evidence as string]));
}

describe('presence of an operation', () => {
  it.each([
    [
      'above and below the version that shows it, inferred',
      [{ v: '2.1' }],
      undefined,
      { documented: '2.1', inferred: '2.0, 2.2-2.3' },
    ],
    [
      'between two versions that show it, inferred',
      [{ v: '2.0, 2.2' }],
      undefined,
      { documented: '2.0, 2.2', inferred: '2.1, 2.3' },
    ],
    [
      'absent where a fact says so',
      [{ v: '2.2' }, { v: '2.0, 2.1', absent: true }],
      '2.2-',
      { documented: '2.2', inferred: '2.3' },
    ],
    [
      'present where a page shows it, even if another source says that it is absent',
      [{ v: '2.0' }, { v: '2.0', absent: true }],
      undefined,
      { documented: '2.0', inferred: '2.1-2.3' },
    ],
    [
      'seen on a live system',
      [{ v: '2.1', live: true }],
      undefined,
      { seen: '2.1', inferred: '2.0, 2.2-2.3' },
    ],
    [
      'documented rather than seen',
      [{ v: '2.1', live: true }, { v: '2.1' }],
      undefined,
      { documented: '2.1', inferred: '2.0, 2.2-2.3' },
    ],
    ['inferred where only the beta has it', [{ v: '2.0 (beta)' }], undefined, undefined],
  ])('is %s', (_, facts, versions, evidence) => {
    const node = merge(...facts.map((fact) => ({ ...boxes, ...fact }))).paths['/boxes']?.get;
    expect(node?.['x-versions']).toBe(versions);
    expect(node?.['x-evidence']).toEqual(evidence);
  });
});

describe('a property', () => {
  it('that a page adds is inferred above and, unless a whole page lacks it, below', () => {
    const document = merge({ ...create, v: '2.1', body: { name: 'string', weight: 'number' }, cut: true });
    expect(property(document, 'weight')).toMatchObject({ type: 'number', format: 'decimal' });
    expect(kinds(document, 'weight')).toEqual({
      '2.0': 'inferred',
      '2.1': 'documented',
      '2.2': 'inferred',
      '2.3': 'inferred',
    });
    expect(kinds(document, 'size')).toEqual({
      '2.0': 'inferred',
      '2.1': 'inferred',
      '2.2': 'inferred',
      '2.3': 'inferred',
    });
  });

  it('does not exist below a version whose whole page lacks it', () => {
    const document = merge(
      {
        ...create,
        v: '2.0 (release)',
        body: { name: 'string', size: 'number', boxTypeId: 'Key' },
        src: '/a',
      },
      { ...create, v: '2.2', body: { name: 'string', weight: 'number' }, cut: true, src: '/b' },
    );
    expect(property(document, 'weight')?.['x-versions']).toBe('2.1-');
  });

  it('of the beta is absent where a whole release page lacks it, unless examples leave such fields out', () => {
    const document = merge({ ...create, v: '2.0', body: { name: 'string', boxTypeId: 'Key' }, src: '/a' });
    expect(property(document, 'size')?.['x-versions']).toBe('2.1-');
    expect(property(document, 'colour')?.['x-versions']).toBeUndefined();
  });

  it.each([
    ['the page was cut', { cut: true }],
    ['the page shows an example only', { evidence: 'example' }],
    ['the page is older than the release', { v: '2.0 (early)' }],
  ])('stays where %s', (_, fact) => {
    const document = merge({
      ...create,
      v: '2.0',
      body: { name: 'string', boxTypeId: 'Key' },
      src: '/a',
      ...fact,
    });
    expect(property(document, 'size')?.['x-versions']).toBeUndefined();
  });

  it('takes the type that a release page shows, from that version on', () => {
    const document = merge({
      ...create,
      v: '2.1',
      body: { name: 'string', size: 'string', boxTypeId: 'Key' },
    });
    expect(property(document, 'size')).toMatchObject({
      type: 'string',
      'x-variants': [{ versions: '2.0', type: 'number', format: 'decimal' }],
    });
  });

  it('keeps the type of a release page against older pages of its version, in any order', () => {
    const release: FactLine = { ...create, v: '2.1', body: { name: 'string', size: 'string' }, cut: true };
    const early: FactLine = {
      ...create,
      v: '2.1 (early)',
      body: { name: 'string', size: 'boolean' },
      cut: true,
    };
    for (const lines of [
      [release, early],
      [early, release],
    ])
      expect(property(merge(...lines), 'size')).toMatchObject({ type: 'string' });
  });

  it('keeps what the document knows more exactly than the page', () => {
    const document = merge({ ...create, v: '2.1', body: { boxTypeId: 'Key', colour: 'enum' }, cut: true });
    expect(property(document, 'boxTypeId')).toMatchObject({ format: 'uuid', 'x-key': 'BoxTypeKey' });
    expect(property(document, 'colour')).toMatchObject({ enum: [1, 2], 'x-enum-varnames': ['Red', 'Blue'] });
  });

  it('is required in the versions whose pages mark required fields', () => {
    const body = { name: 'string', size: 'number!', boxTypeId: 'Key' };
    const document = merge({ ...create, v: '2.1', body });
    expect(document.components.schemas['CreateBox']?.required).toEqual(['size']);
    expect(property(document, 'name')?.['x-variants']).toEqual([{ versions: '2.0', required: true }]);
    expect(property(document, 'size')?.['x-variants']).toEqual([{ versions: '2.0', required: false }]);
  });

  it('that holds an object is required if its name is marked', () => {
    const body = { name: 'string!', size: 'number', 'lid!': { weight: 'number' } };
    const { schemas } = merge({ ...create, v: '2.1, 2.2, 2.3', body }).components;
    expect(schemas['CreateBox']?.required).toEqual(['name', 'lid']);
  });

  it('that holds an object gets a schema of its own', () => {
    const document = merge({
      ...create,
      v: '2.1',
      body: { name: 'string', size: 'number', lid: { weight: 'number' }, parts: [{ name: 'string' }] },
      cut: true,
    });
    expect(property(document, 'lid')).toMatchObject({ $ref: '#/components/schemas/CreateBox.Lid' });
    expect(property(document, 'parts')).toMatchObject({
      type: 'array',
      items: { $ref: '#/components/schemas/CreateBox.Part' },
    });
    expect(document.components.schemas['CreateBox.Lid']?.properties?.['weight']).toMatchObject({
      type: 'number',
    });
  });
});

describe('a fact taken from the same command of GraphQL', () => {
  const part: FactLine = { ...create, v: '2.1, 2.2, 2.3', inferred: true, cut: true };

  it('says what is required, adds fields as inferred, and changes no type', () => {
    const document = merge({ ...part, body: { name: 'int32', size: 'number!', weight: 'number' } });
    expect(document.components.schemas['CreateBox']?.required).toEqual(['size']);
    expect(property(document, 'name')).toMatchObject({
      type: 'string',
      'x-variants': [{ versions: '2.0', required: true }],
    });
    expect(new Set(Object.values(kinds(document, 'weight')))).toEqual(new Set(['inferred']));
  });

  it('leaves required what it does not show, if it shows a part only', () => {
    const body = { size: 'number', '+cut': true };
    expect(merge({ ...part, body }).components.schemas['CreateBox']?.required).toEqual(['name']);
  });

  it('adds no operation', () => {
    expect(
      merge({ m: 'POST', p: '/v2/lids', v: '2.1', inferred: true, body: { name: 'string' } }).paths,
    ).toEqual(beta.paths);
  });
});

it('gives an operation without a body one that may be left out, unless a field of it is required', () => {
  const lone: ContractDocument = structuredClone(beta);
  delete lone.paths['/box/create']?.post?.requestBody;
  const bodyOf = (type: string): unknown =>
    merged(lone, 'v2', [{ ...create, v: '2.1', body: { name: type } }]).document.paths['/box/create']?.post
      ?.requestBody;
  expect(bodyOf('string')).toMatchObject({ required: false });
  expect(bodyOf('string!')).toMatchObject({ required: true });
});

describe('a path', () => {
  it("of a release page becomes the operation's own, and the older one a further one", () => {
    const { paths } = merge({ m: 'POST', p: '/v2/boxes', v: '2.0 (release)', also: ['/v2/box/create'] });
    expect(Object.keys(paths)).toEqual(['/boxes']);
    expect(paths['/boxes']?.post).toMatchObject({
      operationId: 'CreateBox',
      'x-also-at': [{ path: '/box/create', versions: '2.0-' }],
    });
  });

  it('of an older page is a further one', () => {
    const { paths } = merge({ m: 'POST', p: '/v2/boxes/add', v: '2.1 (early)', also: ['/v2/box/create'] });
    expect(paths['/box/create']?.post?.['x-also-at']).toEqual([{ path: '/boxes/add', versions: '2.1' }]);
  });

  it('is the same in another spelling of case and hyphens', () => {
    const { paths } = merge({ m: 'POST', p: '/v2/Box/Create', v: '2.1' });
    expect(Object.keys(paths)).toEqual(['/box/create']);
  });
});

it.each([
  [
    'a page',
    { totalItems: 'int32', items: [{ id: 'Key', name: 'string' }] },
    (row: object) => ({ 'x-page-of': row }),
  ],
  ['a bare list', [{ id: 'Key', name: 'string' }], (row: object) => ({ type: 'array', items: row })],
  ['an object', { id: 'Key', name: 'string' }, (row: object) => row],
])('reads an answer that is %s', (_, answer, expected) => {
  const node = merge({ ...boxes, v: '2.1', resp: { 200: answer }, src: '/x/query-boxes' }).paths['/boxes']
    ?.get;
  const row = { $ref: `#/components/schemas/${node?.operationId}Response` };
  expect(node?.responses['200']?.content?.['application/json']?.schema).toEqual(expected(row));
});

describe('an enum', () => {
  const colour = { type: 'integer', format: 'int32', enum: [1, 2], 'x-enum-varnames': ['Red', 'Blue'] };
  const schemas = { ...beta.components.schemas, Colour: colour };
  const enumeration: ContractDocument = { ...beta, components: { schemas } };
  const line: EnumLine = { enum: 'Colour', v: '2.1', values: { '1': 'RED', '5': 'LIGHT_GREEN' } };

  it('has the values of a page from its version on, and the old ones below', () => {
    const { document } = merged(enumeration, 'v2', [line]);
    expect(document.components.schemas['Colour']).toMatchObject({
      enum: [1, 2, 5],
      'x-enum-varnames': ['Red', 'Blue', 'LightGreen'],
      'x-enum-versions': { '2': '2.0', '5': '2.1-' },
      'x-enum-evidence': { '1': { documented: '2.1' }, '5': { documented: '2.1' } },
    });
    expect(contradictions(document)).toEqual([]);
    expect(merged(document, 'v2', [line]).changes).toEqual([]);
  });

  it('is refused for a schema that is not there', () => {
    expect(() => merged(beta, 'v2', [line])).toThrow("there is no schema 'Colour'");
  });
});

it('remembers each page with its versions, its age and whether it was cut', () => {
  const node = merge(
    { ...boxes, v: '2.1', src: '/cloud/a' },
    { ...boxes, v: '2.2', src: '/cloud/a' },
    { ...boxes, v: '2.1 (early)', src: '/b', cut: true },
  ).paths['/boxes']?.get;
  expect(node?.['x-pages']).toEqual([
    { versions: '2.1', page: '/b', age: 'early', cut: true },
    { versions: '2.1-2.2', page: '/cloud/a' },
  ]);
});

it('refuses a line without method or path', () => {
  expect(() => merged(beta, 'v2', [{ m: 'FETCH', p: '/v2/boxes', v: '2.1' }])).toThrow(/needs m and p/);
});
