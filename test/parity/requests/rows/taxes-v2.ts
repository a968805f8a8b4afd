import { packKey } from '../../../../src/wawi/contract/keys.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { someKey } from './item-parts-v2.ts';

const code = {
  cashDiscountAccount: '8731',
  generalLedgerAccount: '8402',
  isAutomatic: true,
  name: 'Steuerschlüssel 3',
  number: 774,
};
const codeReads: Read[] = [{ by: { query: 'QueryTaxCodes', key: 'SteuerschluesselKey' } }];

export const taxesV2: RequestRow[] = [
  {
    operation: 'v2 POST /tax-codes',
    minimal: () => ({
      cashDiscountAccount: '8736',
      generalLedgerAccount: '8400',
      isAutomatic: false,
      name: 'Steuerschlüssel 4',
    }),
    full: () => code,
    reads: [{ ...codeReads[0]!, at: nextCode }],
  },
  {
    operation: 'v2 PATCH /tax-codes/{id}',
    values: async (scene) => {
      await scene.run('v2 POST /tax-codes');
      return { id: nextCode(scene) };
    },
    minimal: () => ({}),
    full: () => code,
    reads: codeReads,
  },
  {
    operation: 'v2 POST /taxes',
    minimal: () => ({ taxZones: [] }),
    full: async (scene) => {
      const codes = await newCodes(scene);
      return {
        taxZones: [
          {
            id: someKey(scene, 'SteuerzoneKey'),
            companyId: someKey(scene, 'FirmaKey'),
            name: 'Zone 1',
            departureCountryIso: 'AT',
            countries: [{ countryIso: 'FR', stateCode: 'IDF' }],
            taxRates: [
              {
                taxClassId: someKey(scene, 'SteuerklasseKey'),
                vatRate: 21.5,
                taxCodeId: codes[0],
                intraCommunityDeliveryTaxCodeId: codes[1],
                exemptFromVatNotEuTaxCodeId: codes[2],
                reverseChargeTaxCodeId: codes[3],
              },
            ],
          },
        ],
      };
    },
    without: {
      'taxzones.taxrates.id': 'without it the rate is a new one',
      'taxzones.taxrates.taxrateassignments': 'refused with 501, as no source says what they do',
    },
    reads: [{ by: 'v2 GET /tax-zones', row: (one) => one['name'] === 'Zone 1', names: { taxzones: '' } }],
  },
  {
    operation: 'v2 POST /tax-classes',
    minimal: () => ({ name: 'Klasse 1' }),
    full: () => ({ name: 'Klasse 2', isStandard: true, taxType: 2 }),
    reads: [
      {
        by: { query: 'QueryTaxClasses', key: 'SteuerklasseKey' },
        at: nextClass,
        shows: { taxtype: 'REDUCED_LOW' },
      },
    ],
  },
  {
    operation: 'v2 POST /taxclass/create',
    minimal: () => ({ name: 'Klasse 1', taxType: 1 }),
    full: () => ({ name: 'Klasse 2', taxType: 2 }),
    reads: [
      {
        by: { query: 'QueryTaxClasses', key: 'SteuerklasseKey' },
        at: nextClass,
        shows: { taxtype: 'REDUCED_LOW' },
      },
    ],
  },
];

/** The answer has no key; the fixture's codes come first. */
function nextCode({ client }: Pick<Scene, 'client'>): string {
  return packKey('SteuerschluesselKey', client.data.clone().nextId('taxCode'));
}

/** Makes four tax codes. */
async function newCodes(scene: Pick<Scene, 'client' | 'run'>): Promise<string[]> {
  const first = scene.client.data.clone().nextId('taxCode');
  const offsets = [0, 1, 2, 3];
  for (const offset of offsets)
    await scene.run('v2 POST /tax-codes', { body: { Name: `Schlüssel ${offset}`, Number: 900 + offset } });
  return offsets.map((offset) => packKey('SteuerschluesselKey', first + offset));
}

function nextClass({ client }: Pick<Scene, 'client'>): string {
  return packKey('SteuerklasseKey', client.data.clone().nextId('taxClass'));
}
