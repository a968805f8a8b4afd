import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { GraphqlClient, tenants, type GraphqlAnswer } from './graphql-client.ts';

let client: GraphqlClient;
beforeAll(async () => {
  client = await GraphqlClient.start();
});
afterAll(() => client.close());

const createCategory =
  'mutation Create($name: String!) { CreateCategory(request: {name: $name}) { categoryId } }';
const item = packKey('ArtikelKey', 1);
const replayed = (...names: string[]) => ({
  idempotency: Object.fromEntries(names.map((name) => [name, { wasReplayed: true }])),
});

function keyed(
  key: string,
  query: string,
  variables: object = {},
  sender: GraphqlClient = client,
): Promise<GraphqlAnswer> {
  return sender.post({ query, variables }, { 'Idempotency-Key': key });
}

const create = (key: string, name: string, sender?: GraphqlClient) =>
  keyed(key, createCategory, { name }, sender);

async function countOf(name: string, sender: GraphqlClient = client): Promise<number> {
  type Names = { QueryCategories: { nodes: { name: string }[] } };
  const { QueryCategories } = await sender.data<Names>('{ QueryCategories(first: 500) { nodes { name } } }');
  return QueryCategories.nodes.filter((node) => node.name === name).length;
}

describe('a mutation under an Idempotency-Key', () => {
  it('is done once; the repeat has the same data and says that it was replayed', async () => {
    const first = await create('once', 'Einmalig');
    expect(first).not.toHaveProperty('errors');
    expect(first).not.toHaveProperty('extensions');
    const second = await create('once', 'Einmalig');
    expect(second).toMatchObject({ status: 200, data: first.data, extensions: replayed('CreateCategory') });
    expect(await countOf('Einmalig')).toBe(1);
  });

  it('names the replayed fields by their aliases, and keeps fields of one name apart', async () => {
    const query = `mutation { eins: CreateCategory(request: {name: "Paar 1"}) { categoryId }
      zwei: CreateCategory(request: {name: "Paar 2"}) { categoryId } }`;
    const first = await keyed('pair', query);
    const second = await keyed('pair', query);
    expect(second).toMatchObject({ data: first.data, extensions: replayed('eins', 'zwei') });
    expect([await countOf('Paar 1'), await countOf('Paar 2')]).toEqual([1, 1]);
  });

  it('is done once when ten requests arrive together', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => create('together', 'Gleichzeitig')));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data)))).toHaveLength(1);
    expect(answers.filter(({ extensions }) => extensions === undefined)).toHaveLength(1);
    expect(await countOf('Gleichzeitig')).toBe(1);
  });

  it('is refused with another payload', async () => {
    await create('reused', 'Erste');
    const answer = await create('reused', 'Zweite');
    expect(answer).toMatchObject({
      status: 200,
      data: null,
      errors: [{ path: ['CreateCategory'], extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }],
    });
    expect(answer.headers.get('x-emulator-reason')).toContain(
      "'reused' came with another payload before; use a new key",
    );
    expect(answer.headers.get('x-emulator-assumption')).toContain('idempotency-key=default');
    expect(await countOf('Zweite')).toBe(0);
  });

  it('answers the fields that the repeat selects, as they were at first', async () => {
    const change = (fields: string) =>
      `mutation { ChangeItem(request: {itemId: "${item}", measurements: {weight: 0.5}}) { item { ${fields} } } }`;
    const first = await keyed('selected', change('id measurements { weight }'));
    expect(first.data).toEqual({ ChangeItem: { item: { id: item, measurements: { weight: 0.5 } } } });
    await client.send(change('id').replace('0.5', '0.75'));
    const second = await keyed('selected', change('measurements { weight } identifiers { sku }'));
    expect(second).toMatchObject({
      data: { ChangeItem: { item: { measurements: { weight: 0.5 }, identifiers: { sku: 'BO-0001' } } } },
      extensions: replayed('ChangeItem'),
    });
  });

  it('is another write for another tenant, another app and another mutation', async () => {
    const neuland = client.in(tenants.neuland);
    await create('elsewhere', 'Anderswo');
    expect(await create('elsewhere', 'Anderswo', neuland)).not.toHaveProperty('extensions');
    expect(await countOf('Anderswo', neuland)).toBe(1);
    const { appId } = await client.emulator.apps.register({
      manifest: {
        technicalName: 'second-app',
        version: '1.0.0',
        capabilities: { erp: { api: { scopes: ['items.write'] } } },
      },
    });
    await client.emulator.apps.install(appId, 'bergmann-outdoor');
    const otherApp = client.as(await client.emulator.tokens.access({ appId }));
    expect(await create('elsewhere', 'Anderswo', otherApp)).not.toHaveProperty('extensions');
    expect(await countOf('Anderswo')).toBe(2);
    const query = 'mutation { ActivateLanguage(request: {cultureOrIso: "fr"}) }';
    const other = await keyed('elsewhere', query);
    expect(other).not.toHaveProperty('errors');
    expect(other).not.toHaveProperty('extensions');
  });

  it('can be tried again with another payload after it was refused', async () => {
    expect((await create('refused', '')).errors).toHaveLength(1);
    expect((await create('refused', 'Jetzt aber')).data).toMatchObject({ CreateCategory: {} });
  });

  it.each([
    [0, false],
    [1, true],
    [255, true],
    [256, false],
  ])('with a key of %i characters: taken is %s', async (length, isTaken) => {
    const answer = await create('k'.repeat(length), `Länge ${length}`);
    expect(await countOf(`Länge ${length}`)).toBe(isTaken ? 1 : 0);
    if (isTaken) return;
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_ERROR',
      validationErrors: { 'Idempotency-Key': 'The length must be between 1 and 255 characters.' },
    });
    expect(answer.headers.get('x-emulator-reason')).toContain('Idempotency-Key');
  });

  it('is done again when it deletes: deletes have no idempotency', async () => {
    const { data } = await create('to-delete', 'Vorübergehend');
    const { categoryId } = data!['CreateCategory'] as { categoryId: string };
    const remove = () =>
      keyed('delete', `mutation { DeleteCategory(request: {categoryId: "${categoryId}"}) }`);
    expect((await remove()).data).toEqual({ DeleteCategory: true });
    const second = await remove();
    expect(second.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    expect(second).not.toHaveProperty('extensions');
  });

  it('is not replayed to a caller who has lost the scope', async () => {
    await create('scoped', 'Geheim');
    const narrow = client.as(await client.emulator.tokens.access({ scopes: ['items.read'] }));
    const answer = await create('scoped', 'Geheim', narrow);
    expect(answer).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'INTERNAL_ERROR' } }],
    });
    expect(answer).not.toHaveProperty('extensions');
  });

  it('leaves queries alone', async () => {
    const query = '{ QueryItems(first: 1) { nodes { sku } } }';
    await keyed('query', query);
    expect(await keyed('query', query)).not.toHaveProperty('extensions');
  });
});

it('version 2.0 ignores the key: a mutation is done each time', async () => {
  const old = await GraphqlClient.start({ erpVersion: '2.0' });
  try {
    await create('old', 'Zweimal', old);
    expect(await create('old', 'Zweimal', old)).not.toHaveProperty('extensions');
    expect(await countOf('Zweimal', old)).toBe(2);
  } finally {
    await old.close();
  }
});

describe('a mutation with an idempotencyKey in its input', () => {
  const query = `mutation($request: CreateCategoryCommandRequestInput!) {
    CreateCategory(request: $request) { categoryId } }`;
  const send = (request: object, header?: string) =>
    client.post({ query, variables: { request } }, header === undefined ? {} : { 'Idempotency-Key': header });

  it('is done once, for any value of the header', async () => {
    const request = { name: 'Mit Feld', idempotencyKey: 'field' };
    const first = await send(request, 'header-1');
    expect(first).not.toHaveProperty('errors');
    expect(first).not.toHaveProperty('extensions');
    expect(await send(request, 'header-2')).toMatchObject({
      data: first.data,
      extensions: replayed('CreateCategory'),
    });
    expect(await countOf('Mit Feld')).toBe(1);
  });

  it('is the same write as with the header', async () => {
    const first = await send({ name: 'Beides', idempotencyKey: 'either' });
    expect(await send({ name: 'Beides' }, 'either')).toMatchObject({
      data: first.data,
      extensions: replayed('CreateCategory'),
    });
  });

  it('is refused with another payload, and with a key that is too long', async () => {
    await send({ name: 'Feld', idempotencyKey: 'reused-field' });
    const other = await send({ name: 'Feld, anders', idempotencyKey: 'reused-field' });
    expect(other.errors?.[0]?.extensions['code']).toBe('IDEMPOTENCY_KEY_REUSED');
    const long = await send({ name: 'Feld, lang', idempotencyKey: 'k'.repeat(256) });
    expect(long.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_ERROR',
      validationErrors: { 'request.idempotencyKey': 'The length must be between 1 and 255 characters.' },
    });
    expect(await countOf('Feld, lang')).toBe(0);
  });

  it('needs none: null is not a key', async () => {
    await send({ name: 'Ohne', idempotencyKey: null });
    expect(await send({ name: 'Ohne', idempotencyKey: null })).not.toHaveProperty('extensions');
  });
});

describe('with a data folder', () => {
  let folder: string;
  let own: GraphqlClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jtl-emulator-graphql-keys-'));
    own = await GraphqlClient.start({ dataDir: folder });
  });
  afterAll(async () => {
    await own.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function restart(): Promise<void> {
    await own.close();
    own = await GraphqlClient.start({ dataDir: folder });
  }

  it('a mutation is replayed after a restart', async () => {
    const first = await create('kept', 'Dauerhaft', own);
    await restart();
    expect(await create('kept', 'Dauerhaft', own)).toMatchObject({
      data: first.data,
      extensions: replayed('CreateCategory'),
    });
    expect(await countOf('Dauerhaft', own)).toBe(1);
  });

  it('a mutation is not done again when the process ended before it answered', async () => {
    await create('killed', 'Abgebrochen', own);
    await own.close();
    // The state that a process leaves when it is killed between the write and its answer.
    const file = join(folder, 'state', 'tenants', tenants.bergmann, 'idempotentWrite.json');
    const marks = JSON.parse(await readFile(file, 'utf8')) as object[];
    await writeFile(file, JSON.stringify(marks.map((mark) => ({ ...mark, answer: undefined }))));
    own = await GraphqlClient.start({ dataDir: folder });
    const answer = await create('killed', 'Abgebrochen', own);
    expect(answer.errors?.[0]?.extensions['code']).toBe('IDEMPOTENT_WRITE_INTERRUPTED');
    expect(await countOf('Abgebrochen', own)).toBe(1);
  });
});
