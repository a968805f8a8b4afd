import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { otherItem, plainItem } from '../../../contract/fixture-rows.ts';
import { variationValue } from '../../../contract/preparations.ts';
import type { Read, RequestRow } from '../request-row.ts';
import { bothLanguages, details, item } from './item-body-v2.ts';
import { attributeValues, identifiers, prices, someKey } from './item-parts-v2.ts';

const otherName = 'another name of a field that has a value';
const unsent = {
  responsiblepersonid: 'the tenant has no such person, and no operation creates one',
  'descriptions.defaultdescription': otherName,
  'descriptions.defaultdescriptions.platformid': 'a default text is of no platform',
  'descriptions.defaultdescriptions.saleschannelid': 'a default text is of no sales channel',
  'descriptions.saleschanneldescriptions.platformid': 'the text is of a sales channel',
  'descriptions.platformdescriptions.saleschannelid': 'the text is of a platform',
  'prices.saleschannelprices.prices': otherName,
  'bundles.bundleitems.bundleid': 'Wawi gives the key of a new bundle',
  variations: 'a variation is changed where it is: the part has a row of its own',
};

/** Parts that a read of their own shows. */
const ownRead = 'the part has a read of its own';
const inList = 'read in the list of items';
const ofItem: Omit<Read, 'by'> = {
  names: {
    sku: 'identifiers.sku',
    name: 'descriptions.defaultdescriptions.descriptiondata.itemname',
    maincategoryid: 'categories.categories.categoryid',
    salespricenet: 'prices.salespricenet',
    note: 'notes',
    'attributes.attributes': 'attributes.values',
    'identifiers.taric': 'identifiers.tariccode',
    'identifiers.itemasins.asin': 'identifiers.defaultasin',
    '*.languageid': 'languageiso',
    'images.defaultimages.imageid': 'images.defaultimages.blobidentifier',
    'images.platformimages.images.imageid': 'images.platformimages.images.blobidentifier',
    'images.saleschannelimages.images.imageid': 'images.saleschannelimages.images.blobidentifier',
    'images.ebayimages.images.imageid': 'images.ebayimages.images.blobidentifier',
    isavailableforpricelist: 'includeinpricelist',
    isignoredforpurchaseproposals: 'ignoreordersuggestions',
  },
  hidden: {
    isactive: inList,
    sortorder: inList,
    isnew: inList,
    istopitem: inList,
    newinassortmentdate: 'no answer of any version has it',
    companyid: 'an item belongs to every company',
    'identifiers.itemasins.isdefault': 'the one that is shown is the default',
    'identifiers.itemepids': 'the part has a read of its own',
    shippingdetails: 'read in v1',
    bundles: ownRead,
    orderingconstraints: ownRead,
    crosssellinggroups: ownRead,
    warehouseconstraints: ownRead,
    bom: ownRead,
    configurationgroups: ownRead,
  },
  since: { taxclassid: '2.1' },
};
const itemReads: Read[] = [
  {
    by: { query: 'QueryItems', key: 'ArtikelKey' },
    only: { isactive: true, sortorder: true, isnew: true, istopitem: true },
    names: { sortorder: 'sortnumber' },
  },
  {
    by: 'v1 GET /items/{itemId}',
    only: { isactive: true, sortorder: true, shippingdetails: true, taxclassid: true },
    names: {
      sortorder: 'sortnumber',
      'shippingdetails.deliverydayswhensoldout': 'storageoptions.procurementtime',
      'shippingdetails.hasautomaticdeliverydays': 'storageoptions.determineprocurementtimeautomatically',
      'shippingdetails.processingtime': 'storageoptions.additionalhandlingtime',
      'shippingdetails.releasedate': 'releasedondate',
      'shippingdetails.availabilityid': 'availabilityid',
    },
  },
  {
    by: 'v2 GET /items/{itemid}/identifiers',
    only: { 'identifiers.itemasins': true, 'identifiers.itemepids': true },
    names: { identifiers: '' },
  },
  { by: 'v2 GET /items/{Id}', ...ofItem },
  { by: { query: 'GetItemById', argument: 'itemId', key: 'ArtikelKey' }, ...ofItem },
  {
    by: 'v2 GET /items/{itemid}/bundles',
    only: { bundles: true },
    names: { bundles: '', 'bundles.bundleitems': 'bundleitems' },
  },
  {
    by: 'v2 GET /items/{itemid}/ordering-constraints',
    only: { orderingconstraints: true },
    names: { orderingconstraints: '' },
  },
  {
    by: 'v2 GET /items/{itemid}/warehouse-constraints',
    only: { warehouseconstraints: true },
    names: { warehouseconstraints: '' },
  },
  { by: 'v2 GET /items/{itemid}/bom', only: { bom: true }, names: { bom: '' } },
  {
    by: 'v2 GET /items/{itemid}/cross-selling-groups',
    only: { crosssellinggroups: true },
    names: { crosssellinggroups: '', 'crosssellinggroups.groups': 'groups' },
  },
  {
    by: 'v2 GET /items/{itemid}/configuration-groups',
    only: { configurationgroups: true },
    names: { configurationgroups: '' },
  },
];

export const itemsV2: RequestRow[] = [
  {
    operation: 'v2 POST /items/{itemId}/children/{childItemId}',
    values: ({ client }) => ({
      itemid: packKey('ArtikelKey', plainItem(client)),
      childitemid: packKey('ArtikelKey', otherItem(client)),
    }),
    minimal: async (scene) => [await variationValue(scene, plainItem(scene.client))],
    full: async (scene) => [await variationValue(scene, plainItem(scene.client))],
    reads: [],
    unread: 'the values say what the child stands for; its parent shows in the child',
  },
  {
    operation: 'v2 POST /items',
    minimal: () => ({ name: 'Nur ein Name' }),
    full: async (scene) => ({
      ...(await item(scene)),
      sku: identifiers.sku,
      name: 'Standard Name',
      mainCategoryId: someKey(scene, 'KategorieKey'),
      salesPriceNet: prices.salesPriceNet,
    }),
    without: unsent,
    reads: itemReads,
  },
  {
    operation: 'v2 PATCH /items/{itemid}',
    values: ({ client }) => ({ itemid: packKey('ArtikelKey', plainItem(client)) }),
    minimal: () => ({}),
    full: async (scene) => ({ id: scene.values['itemid'], ...(await item(scene)) }),
    without: unsent,
    reads: itemReads,
  },
  {
    operation: 'v2 POST /itemdetails/create',
    minimal: () => ({
      categories: { categories: [] },
      identifiers: {},
      descriptions: {
        defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Nur ein Name' } }],
      },
    }),
    full: async (scene) => details(await item(scene)),
    without: { 'suppliers.suppliers.packageunit': otherName },
    reads: itemReads,
  },
  {
    operation: 'v2 PATCH /itemdetails/change',
    minimal: ({ client }) => ({
      itemId: packKey('ArtikelKey', plainItem(client)),
      companyId: packKey('FirmaKey', client.row('company').id),
    }),
    full: async (scene) => ({
      ...details(await item(scene)),
      itemId: packKey('ArtikelKey', plainItem(scene.client)),
      companyId: packKey('FirmaKey', scene.client.row('company').id),
      attributes: {
        attributes: bothLanguages(attributeValues(scene)),
        values: bothLanguages(attributeValues(scene)),
      },
    }),
    reads: itemReads.map((read): Read => ({
      ...read,
      at: ({ client }) => packKey('ArtikelKey', plainItem(client)),
      values: ({ client }) => {
        const id = plainItem(client);
        const itemid = read.by === 'v1 GET /items/{itemId}' ? String(id) : packKey('ArtikelKey', id);
        return { itemid, id: itemid };
      },
      hidden: { ...read.hidden, itemid: 'the item itself' },
    })),
  },
];
