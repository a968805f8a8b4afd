import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { GraphqlClient } from './graphql-client.ts';

const itemId = packKey('ArtikelKey', 7);
const otherItemId = packKey('ArtikelKey', 8);
const attributeId = packKey('AttributKey', 2);

const change = `mutation($request: ChangeItemCommandRequestInput!) {
  ChangeItem(request: $request) {
    item { id attributes { values { attributeId defaultValues { languageIso value }
      salesChannelValues { salesChannelId values { languageIso value } } } } }
  }
}`;

/** The attribute of an item, as REST v2 reads it. */
async function attributeOf(client: GraphqlClient, id: string): Promise<unknown> {
  const { attributes } = await client.rest<{ attributes: { values: { attributeId: string }[] } }>(
    'GET',
    `/items/${id}`,
  );
  return attributes.values.find((one) => one.attributeId === attributeId);
}

describe.each(['2.1', '2.2'] as const)('ChangeItem of version %s', (erpVersion) => {
  let client: GraphqlClient;
  beforeAll(async () => {
    client = await GraphqlClient.start({ erpVersion });
  });
  afterAll(() => client.close());

  it('merges attributes by attribute, channel and language, as PATCH /items/{id} does', async () => {
    const first = [{ attributeId, defaultValues: [{ languageIso: 'DE', value: '5000' }] }];
    const second = [
      {
        attributeId,
        defaultValues: [{ languageIso: 'EN', value: '5,000' }],
        salesChannelValues: [{ salesChannelId: '2-2-1', values: [{ languageIso: 'EN', value: '5' }] }],
      },
    ];
    for (const values of [first, second]) {
      await client.rest('PATCH', `/items/${otherItemId}`, { attributes: { values } });
      const answer = await client.send(change, { request: { itemId, attributes: { values } } });
      expect(answer.errors).toBeUndefined();
    }
    const merged = {
      attributeId,
      defaultValues: [
        { languageIso: 'DE', value: '5000' },
        { languageIso: 'EN', value: '5,000' },
      ],
      salesChannelValues: [{ salesChannelId: '2-2-1', values: [{ languageIso: 'EN', value: '5' }] }],
    };
    expect(await attributeOf(client, itemId)).toEqual(merged);
    expect(await attributeOf(client, otherItemId)).toEqual(merged);

    const removal = [{ attributeId, defaultValues: [{ languageIso: 'DE', value: null }] }];
    const { ChangeItem } = await client.data<{
      ChangeItem: { item: { id: string; attributes: { values: unknown[] } } };
    }>(change, { request: { itemId, attributes: { values: removal } } });
    expect(ChangeItem.item.id).toBe(itemId);
    expect(ChangeItem.item.attributes.values).toContainEqual({
      ...merged,
      defaultValues: [{ languageIso: 'EN', value: '5,000' }],
    });
  });

  it('names an attribute that does not exist, and changes nothing', async () => {
    const before = await client.rest('GET', `/items/${itemId}`);
    const unknown = packKey('AttributKey', 9999);
    const answer = await client.send(change, {
      request: { itemId, attributes: { values: [{ attributeId: unknown }] } },
    });
    // The field must not be null, so its failure leaves no data at all.
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]).toMatchObject({
      path: ['ChangeItem'],
      extensions: {
        code: 'VALIDATION_ERROR',
        validationErrors: {
          'request.attributes.values[0].attributeId': expect.stringContaining(unknown) as string,
        },
      },
    });
    expect(await client.rest('GET', `/items/${itemId}`)).toEqual(before);
  });
});

describe('changing an item in version 2.0', () => {
  let client: GraphqlClient;
  beforeAll(async () => {
    client = await GraphqlClient.start({ erpVersion: '2.0' });
  });
  afterAll(() => client.close());

  it('knows no attributes and answers the item', async () => {
    const send = (request: object) => client.send(change.replace(/attributes \{.*\} \}/su, '}'), { request });
    const companyId = packKey('FirmaKey', 1);
    const measurements = { weight: 2 };
    expect((await send({ itemId, companyId, measurements })).data).toEqual({
      ChangeItem: { item: { id: itemId } },
    });
    expect((await send({ itemId, measurements })).data).toEqual({ ChangeItem: { item: { id: itemId } } });
    const { errors } = await send({ itemId, attributes: { values: [] } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'HC0016' });
  });
});

describe.each([
  ['2.0', { validationErrors: { companyId: 'The CompanyId field is required.' } }],
  ['2.1', { item: { id: itemId } }],
  ['2.2', { item: { id: itemId } }],
] as const)('PATCH /itemdetails/change of version %s', (erpVersion, expected) => {
  it(`${erpVersion === '2.0' ? 'wants' : 'does without'} a company`, async () => {
    const client = await GraphqlClient.start({ erpVersion });
    try {
      const body = { itemId, measurements: { weight: 2 } };
      expect(await client.rest('PATCH', '/itemdetails/change', body)).toMatchObject(expected);
    } finally {
      await client.close();
    }
  });
});
