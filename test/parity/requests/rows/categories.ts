import { packKey } from '../../../../src/wawi/contract/keys.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { attributeValues, channel, defaultPlatform, someKey, texts } from './item-parts-v2.ts';

const parent = ({ client }: Scene): number => client.row('category').id;
const child = ({ client }: Pick<Scene, 'client'>): number =>
  client.row('category', (one) => one.parentCategoryId !== undefined).id;

const noChannelImages = 'categories have no images of single sales channels';

/** Reads the fields of v2 that only v1 shows. */
const inV1: Read = {
  by: 'v1 GET /categories/{categoryId}',
  only: { name: true, parentid: true, sortnumber: true, saleschannels: true },
  names: { parentid: 'parentcategoryid', 'saleschannels.saleschannelid': 'activesaleschannels' },
  hidden: { 'saleschannels.includecategoryimages': noChannelImages },
};

const categoryV1 = (scene: Scene): Record<string, unknown> => ({
  Name: 'Kategorie 1',
  Description: 'Text 2',
  ParentCategoryId: parent(scene),
  SortNumber: 43,
  ActiveSalesChannels: [channel],
});
const description = {
  Name: 'Kategorie 11',
  Description: 'Text 12',
  SeoPath: 'pfad-13',
  SeoMetaDescription: 'Meta 14',
  SeoTitleTag: 'Titel 15',
  SeoMetaKeywords: 'Wörter 16',
};

const parts = (scene: Scene): Record<string, unknown> => ({
  sortNumber: 44,
  descriptions: {
    defaultDescriptions: [
      {
        platformId: defaultPlatform,
        languageId: 'DE',
        descriptionData: { ...texts('Standard'), itemName: 'Kategorie 21' },
      },
    ],
    salesChannelDescriptions: [
      { salesChannelId: channel, languageId: 'EN', descriptionData: texts('Kanal') },
    ],
  },
  attributes: { values: attributeValues(scene) },
  customFields: { values: [{ customFieldId: someKey(scene, 'AttributKey'), value: 'Eigenes 17' }] },
  discounts: {
    values: [{ shopId: channel, customerGroupId: someKey(scene, 'KundenGruppeKey'), discount: 18.5 }],
  },
  hiddenForCustomerGroups: {
    values: [{ shopId: channel, customerGroupId: someKey(scene, 'KundenGruppeKey') }],
  },
  shops: { values: [{ shopId: channel }] },
});
const partReads: Read[] = [
  {
    by: 'answer',
    hidden: { 'saleschannels.includecategoryimages': noChannelImages },
    names: {
      name: 'descriptions.defaultdescriptions.descriptiondata.itemname',
      parentid: 'parentcategoryid',
      'saleschannels.saleschannelid': 'shops.values.shopid',
    },
  },
];

const head = (scene: Scene): Record<string, unknown> => ({
  name: 'Kategorie 21',
  parentId: packKey('KategorieKey', parent(scene)),
  sortNumber: 45,
});
const channels = [{ salesChannelId: channel, includeCategoryImages: true }];

export const categoryRows: RequestRow[] = [
  {
    operation: 'v1 POST /categories',
    minimal: () => ({ Name: 'Kategorie 3' }),
    full: categoryV1,
    reads: [{ by: 'answer' }, { by: 'v1 GET /categories/{categoryId}' }],
  },
  {
    operation: 'v1 PATCH /categories/{categoryId}',
    minimal: () => ({}),
    full: (scene) => ({ ...categoryV1(scene), ActiveSalesChannels: [channel] }),
    reads: [{ by: 'v1 GET /categories/{categoryId}' }],
  },
  {
    operation: 'v1 POST /categories/{categoryId}/descriptions',
    minimal: () => ({ LanguageIso: 'EN', SalesChannelId: channel, Name: 'Kategorie 4' }),
    full: () => ({ ...description, LanguageIso: 'EN', SalesChannelId: channel }),
    reads: [
      {
        by: 'v1 GET /categories/{categoryId}/descriptions',
        row: (one) => one['Name'] === description.Name,
      },
    ],
  },
  {
    operation: 'v1 PATCH /categories/{categoryId}/descriptions/{salesChannelId}/{languageIso}',
    minimal: () => ({}),
    full: () => description,
    reads: [
      {
        by: 'v1 GET /categories/{categoryId}/descriptions',
        row: (one) => one['Name'] === description.Name,
      },
    ],
  },
  {
    operation: 'v2 POST /categories',
    minimal: () => ({ name: 'Kategorie 5' }),
    full: (scene) => ({ ...parts(scene), ...head(scene), shops: undefined, salesChannels: channels }),
    without: { shops: 'the sales channels of later versions are the same' },
    reads: partReads,
  },
  {
    operation: 'v2 PATCH /categories/{categoryId}',
    values: (scene) => ({ categoryid: packKey('KategorieKey', child(scene)) }),
    minimal: () => ({}),
    full: (scene) => ({
      ...parts(scene),
      ...head(scene),
      parentCategoryId: packKey('KategorieKey', parent(scene)),
      salesChannels: channels,
    }),
    reads: [inV1, ...partReads],
  },
  {
    operation: 'v2 POST /create-category',
    minimal: () => ({ name: 'Kategorie 6' }),
    full: head,
    reads: [inV1],
  },
  {
    operation: 'v2 PATCH /update-category',
    minimal: (scene) => ({ id: packKey('KategorieKey', child(scene)) }),
    full: (scene) => ({ ...head(scene), id: packKey('KategorieKey', child(scene)) }),
    reads: [{ ...inV1, values: (scene) => ({ categoryid: String(child(scene)) }) }],
  },
  {
    operation: 'v2 DELETE /categories/{categoryId}',
    values: withChild,
    minimal: (scene) => ({ childCategoryDestination: packKey('KategorieKey', parent(scene)) }),
    full: (scene) => ({ childCategoryDestination: packKey('KategorieKey', parent(scene)) }),
    reads: [
      {
        by: 'v1 GET /categories/{categoryId}',
        values: (scene) => ({ categoryid: String(nextId(scene) + 1) }),
        names: { childcategorydestination: 'parentcategoryid' },
      },
    ],
  },
  {
    operation: 'v2 DELETE /delete-category',
    values: async (scene) => {
      await withChild(scene);
      return {};
    },
    minimal: (scene) => ({
      id: packKey('KategorieKey', nextId(scene)),
      moveChildrenTargetId: packKey('KategorieKey', parent(scene)),
    }),
    full: (scene) => ({
      id: packKey('KategorieKey', nextId(scene)),
      moveChildrenTargetId: packKey('KategorieKey', parent(scene)),
    }),
    reads: [
      {
        by: 'v1 GET /categories/{categoryId}',
        values: (scene) => ({ categoryid: String(nextId(scene) + 1) }),
        only: { movechildrentargetid: true },
        names: { movechildrentargetid: 'parentcategoryid' },
      },
    ],
  },
];

/** @returns the id of the first category that is created */
function nextId({ client }: Pick<Scene, 'client'>): number {
  return client.data.clone().nextId('category');
}

/** Creates a category and one below it. */
async function withChild(scene: Omit<Scene, 'values'>): Promise<Record<string, string>> {
  const categoryid = packKey('KategorieKey', nextId(scene));
  await scene.run('v1 POST /categories', { body: { Name: 'Oben' } });
  await scene.run('v1 POST /categories', { body: { Name: 'Unten', ParentCategoryId: nextId(scene) } });
  return { categoryid };
}
