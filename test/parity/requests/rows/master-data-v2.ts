import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { idAt } from '../../../contract/arrangement-context.ts';
import type { Body, Read, RequestRow, Scene } from '../request-row.ts';
import { channel, someKey } from './item-parts-v2.ts';

const names = (of: string): Record<string, string>[] => [
  { languageIso: 'DE', name: `${of} deutsch` },
  { languageIso: 'EN', name: `${of} englisch` },
];

const manufacturer = async (scene: Scene): Promise<Record<string, unknown>> => ({
  name: 'Hersteller 1',
  homepageUrl: 'https://hersteller.example',
  position: 2,
  manufacturerLanguages: [
    {
      languageId: someKey(scene, 'SpracheKey'),
      metaTitle: 'Titel 3',
      metaKeywords: 'Wörter 4',
      metaDescription: 'Meta 5',
      description: 'Text 6',
      seo: 'pfad-7',
    },
  ],
  contact: {
    companyName: 'Firma 8',
    salutation: 2,
    academicTitle: 'Dr. 9',
    lastName: 'Nachname 10',
    firstName: 'Vorname 11',
    street: 'Straße',
    houseNumber: '12',
    postalCode: '10013',
    city: 'Ort 14',
    countryIso: 'AT',
    phoneNumber: '030 15',
    mobileNumber: '0170 16',
    faxNumber: '030 17',
    companyAdditionalName: 'Zusatz 18',
    addressSupplement: 'Adresszusatz 19',
    emailAddress: 'hersteller@kai.example',
    state: 'Wien',
    stateIso: 'AT-9',
    type: 4,
    homepage: 'https://kontakt.example',
    isDefault: true,
  },
  imageId: packKey('BildKey', idAt(await scene.run('v1 POST /items/{itemId}/images'), 'BildKey', 'imageid')),
});
const manufacturerReads: Read[] = [{ by: 'v2 GET /manufacturers/{manufacturerId}' }];

const customField = (scene: Scene): Record<string, unknown> => ({
  name: 'Feld 1',
  groupName: 'Gruppe 2',
  displayLocation: 1,
  description: 'Beschreibung 3',
  isRequired: true,
  isHidden: true,
  sortOrder: 4,
  possibleValues: ['Wert 5', 'Wert 6'],
  productGroups: [someKey(scene, 'WarengruppeKey')],
});
const customFieldReads: Read[] = [{ by: 'v2 GET /custom-fields/by-id/{customFieldId}' }];

const attribute = {
  attributeId: 'attribut-1',
  groupName: 'Gruppe 2',
  description: 'Beschreibung 3',
  names: { names: names('Attribut') },
  possibleValues: {
    possibleValues: [
      { languageIso: 'DE', possibleValues: ['Wert 4', 'Wert 5'] },
      { languageIso: 'EN', possibleValues: ['Value 6', 'Value 7'] },
    ],
  },
  activeSalesChannels: [channel],
  sortNumber: 8,
};
const leastAttribute = { attributeId: 'attribut-9', groupName: 'Gruppe 9', relationType: 0, fieldType: 3 };
const answered: Read[] = [{ by: 'answer' }];

const unit = { displayCode: 'kg7', translations: names('Einheit') };
const salesUnit = { translations: names('Verkaufseinheit') };
const label = { name: 'Etikett 1', colorCode: '#112233' };

export const masterDataV2: RequestRow[] = [
  {
    operation: 'v2 POST /manufacturers',
    minimal: () => ({ name: 'Hersteller 2' }),
    full: manufacturer,
    reads: manufacturerReads,
  },
  {
    operation: 'v2 PATCH /manufacturers/{manufacturerId}',
    minimal: () => ({}),
    full: manufacturer,
    reads: manufacturerReads,
  },
  {
    operation: 'v2 POST /labels',
    minimal: () => ({ type: 2, name: 'Etikett 2', colorCode: '#445566' }),
    full: () => ({ ...label, type: 2 }),
    reads: [{ by: 'v2 GET /labels' }],
  },
  {
    operation: 'v2 PATCH /labels/{labelId}',
    minimal: () => ({}),
    full: () => label,
    reads: [{ by: 'v2 GET /labels' }],
  },
  {
    operation: 'v2 POST /units-of-measure/units-of-measurement',
    minimal: () => ({ displayCode: 'm8', translations: [] }),
    full: () => unit,
    reads: [{ by: 'v2 GET /units-of-measure/units-of-measurement' }],
  },
  {
    operation: 'v2 PATCH /units-of-measure/units-of-measurement/{unitId}',
    minimal: () => ({ displayCode: 'm9', translations: [] }),
    full: () => unit,
    reads: [{ by: 'v2 GET /units-of-measure/units-of-measurement' }],
  },
  {
    operation: 'v2 POST /units-of-measure/sales-units',
    minimal: () => ({ translations: names('Stück') }),
    full: () => salesUnit,
    reads: [{ by: 'v2 GET /units-of-measure/sales-units' }],
  },
  {
    operation: 'v2 PATCH /units-of-measure/sales-units/{salesUnitId}',
    minimal: () => ({ translations: names('Karton') }),
    full: () => salesUnit,
    reads: [{ by: 'v2 GET /units-of-measure/sales-units' }],
  },
  {
    operation: 'v2 POST /product-groups',
    minimal: () => ({ name: 'Warengruppe 1' }),
    full: () => ({ name: 'Warengruppe 2' }),
    reads: [{ by: 'v2 GET /product-groups' }],
  },
  {
    operation: 'v2 POST /productgroup/create',
    minimal: () => ({ name: 'Warengruppe 1' }),
    full: () => ({ name: 'Warengruppe 2' }),
    reads: [{ by: 'v2 GET /product-groups' }],
  },
  {
    operation: 'v2 PATCH /product-groups/{id}',
    minimal: ({ values }) => ({ id: values['id'], name: 'Warengruppe 4' }),
    full: ({ values }) => ({ id: values['id'], name: 'Warengruppe 3' }),
    reads: [{ by: 'v2 GET /product-groups' }],
  },
  {
    operation: 'v2 POST /shippingclass/create',
    minimal: () => ({ name: 'Versandklasse 1' }),
    full: () => ({ name: 'Versandklasse 2' }),
    reads: [{ by: 'v2 GET /shipping-classes' }],
  },
  {
    operation: 'v2 POST /custom-fields',
    minimal: () => ({
      name: 'Feld 7',
      groupName: 'Gruppe 8',
      dataType: 3,
      referenceType: 3,
      displayLocation: 0,
    }),
    full: (scene) => ({ ...customField(scene), dataType: 5, referenceType: 0 }),
    reads: customFieldReads,
  },
  {
    operation: 'v2 PATCH /custom-fields/{customFieldId}',
    minimal: () => ({}),
    full: customField,
    reads: customFieldReads,
  },
  {
    operation: 'v2 PATCH /custom-fields/groups/{groupName}/{referenceType}',
    minimal: () => 'Gruppe 10' as unknown as Body,
    full: () => 'Gruppe 11' as unknown as Body,
    reads: [
      {
        by: 'v2 GET /custom-fields/groups',
        row: (one) => Object.values(one).includes('Gruppe 11'),
        names: { '': 'groupname' },
      },
    ],
  },
  {
    operation: 'v2 POST /attributes/attribute',
    minimal: () => ({ ...leastAttribute, names: { names: names('Attribut') } }),
    full: () => ({ ...attribute, relationType: 1, fieldType: 5 }),
    reads: answered,
  },
  {
    operation: 'v2 POST /attributes/function-attribute',
    minimal: () => ({ ...leastAttribute, name: 'funktion_9' }),
    full: () => ({
      ...attribute,
      names: undefined,
      name: 'funktion_1',
      possibleValues: ['Wert 4', 'Wert 5'],
      relationType: 1,
      fieldType: 5,
    }),
    reads: answered,
  },
  {
    operation: 'v2 PATCH /attributes/{attributeId}',
    minimal: () => ({}),
    full: () => attribute,
    reads: answered,
  },
];
