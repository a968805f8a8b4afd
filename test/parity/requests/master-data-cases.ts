import { packKey } from '../../../src/wawi/contract/keys.ts';
import type { CommandCase, CommandTools } from './command-cases.ts';
import type { GivenValues } from './full-request.ts';
import { keys } from './values.ts';

let number = 0;
const nextName = (prefix: string): string => `${prefix} ${++number}`;

function productGroups(tools: CommandTools): Promise<unknown> {
  return tools.query('QueryProductGroups', { first: 500 });
}

async function newGroup(tools: CommandTools): Promise<unknown> {
  const name = nextName('Gruppe');
  await tools.run('AddProductGroups', { names: [name] });
  type Groups = { nodes: { id: string }[] };
  const { nodes } = await tools.query<Groups>('QueryProductGroups', { where: { name: { eq: name } } });
  return nodes[0]!.id;
}

const productGroupCases: readonly CommandCase[] = [
  { mutation: 'CreateProductGroup', given: () => ({ name: nextName('Gruppe') }), read: productGroups },
  ...['AddProductGroups', 'CreateProductGroups'].map((mutation) => ({
    mutation,
    given: () => ({ names: [nextName('Gruppe'), nextName('Gruppe')] }),
    read: productGroups,
    otherNames: { names: 'name' },
  })),
  {
    mutation: 'UpdateProductGroups',
    given: async (tools) => ({
      'productGroups.productGroupId': await newGroup(tools),
      'productGroups.name': nextName('Gruppe'),
    }),
    read: productGroups,
    otherNames: { 'productGroups.productGroupId': 'id' },
  },
  {
    mutation: 'DeleteProductGroups',
    given: async (tools) => ({ ids: [await newGroup(tools)] }),
    read: productGroups,
    otherNames: { ids: 'id' },
    removes: ['ids'],
  },
];

function taxClasses(tools: CommandTools): Promise<unknown> {
  return tools.query('QueryTaxClasses', { first: 500 });
}

function newTaxClass(tools: CommandTools): Promise<string> {
  const name = nextName('Klasse');
  return tools.run<string>('CreateTaxClass', { name, taxType: 'REDUCED', isStandard: false });
}

function taxCodes(tools: CommandTools): Promise<unknown> {
  return tools.query('QueryTaxCodes', { first: 500 });
}

function newTaxCode(tools: CommandTools): Promise<string> {
  const account = { cashDiscountAccount: '8736', generalLedgerAccount: '1776' };
  return tools.run<string>('CreateTaxCode', { ...account, isAutomatic: false, name: nextName('Schlüssel') });
}

const taxCases: readonly CommandCase[] = [
  {
    mutation: 'CreateTaxClass',
    given: () => ({ name: nextName('Klasse'), taxType: 'INTERMEDIATE', isStandard: false }),
    read: taxClasses,
  },
  {
    mutation: 'UpdateTaxClass',
    given: async (tools) => ({
      id: await newTaxClass(tools),
      name: nextName('Klasse'),
      taxType: 'INTERMEDIATE',
      isStandard: false,
    }),
    read: taxClasses,
  },
  {
    mutation: 'DeleteTaxClass',
    given: async (tools) => ({ id: await newTaxClass(tools) }),
    read: taxClasses,
    removes: ['id'],
  },
  { mutation: 'CreateTaxCode', given: () => ({ number: 1000 + ++number }), read: taxCodes },
  {
    mutation: 'UpdateTaxCode',
    given: async (tools) => ({ id: await newTaxCode(tools), number: 1000 + ++number }),
    read: taxCodes,
  },
  {
    mutation: 'DeleteTaxCode',
    given: async (tools) => ({ id: await newTaxCode(tools) }),
    read: taxCodes,
    removes: ['id'],
  },
  {
    mutation: 'SaveTaxConfiguration',
    given: async (tools, extent) =>
      // A new zone needs all its parts, and a minimal request has none; so it saves no zones.
      extent === 'minimal' ? { taxZones: [] } : taxZone(tools),
    read: async (tools) => [
      await tools.v2('/tax-zones'),
      await tools.query('ListTaxClassesWithTaxRates', {
        companyId: keys.company,
        departureCountryIso: 'DE',
        shipmentAddressCountryIso: 'AT',
        shipmentAddressState: 'W',
      }),
    ],
    unshown: { 'taxZones.vatIdB2B': 'REST shows its number', 'taxZones.vatIdB2C': 'REST shows its number' },
    showsOfFull: { vatIdB2B: 2, vatIdB2C: 1 },
  },
];

async function taxZone(tools: CommandTools): Promise<GivenValues> {
  return {
    'taxZones.id': undefined,
    'taxZones.companyId': keys.company,
    'taxZones.departureCountryIso': 'DE',
    'taxZones.vatIdB2B': 'FROM_DEPARTURE_COUNTRY',
    'taxZones.vatIdB2C': 'FROM_COMPANY_LOCATION',
    'taxZones.countries.countryIso': 'AT',
    'taxZones.countries.stateCode': 'W',
    'taxZones.taxRates.id': undefined,
    'taxZones.taxRates.taxClassId': keys.taxClass,
    'taxZones.taxRates.taxCodeId': await newTaxCode(tools),
    'taxZones.taxRates.intraCommunityDeliveryTaxCodeId': await newTaxCode(tools),
    'taxZones.taxRates.exemptFromVatNotEuTaxCodeId': await newTaxCode(tools),
    'taxZones.taxRates.reverseChargeTaxCodeId': await newTaxCode(tools),
  };
}

const resource = () => ({
  number: nextName('WB'),
  workbenchResourceTypeId: '',
  warehouseId: keys.warehouse,
  reservationMode: 'ITERATION',
  expiredComponentsUsage: 'PERMITTED',
  replenishmentCreationStockReservationMode: 'AUTO',
});

async function resourceType(tools: CommandTools): Promise<unknown> {
  return (await tools.run('CreateWorkbenchResourceType', { name: nextName('Platz') }))['id'];
}

const productionPlaceCases: readonly CommandCase[] = [
  {
    mutation: 'CreateWorkbenchResourceType',
    given: () => ({ name: nextName('Platz') }),
    read: (tools) => tools.query('QueryWorkbenchResourceTypes', { first: 500 }),
  },
  {
    mutation: 'CreateWorkbenchResource',
    given: async (tools) => ({ ...resource(), workbenchResourceTypeId: await resourceType(tools) }),
    read: (tools) => tools.query('QueryWorkbenchResources', { first: 500 }),
  },
];

/** A command with the name of a language, which the list of active languages shows or not. */
function language(mutation: string, before: string, removes: readonly string[]): CommandCase {
  return {
    mutation,
    given: async (tools) => {
      await tools.run(before, { cultureOrIso: 'FR' });
      return { cultureOrIso: 'FR' };
    },
    read: (tools) => tools.query('ListActivatedLanguages', { first: 500 }),
    otherNames: { cultureOrIso: 'languageIso2' },
    ...(removes.length > 0 && { removes }),
  };
}

export const masterDataCases: readonly CommandCase[] = [
  ...productGroupCases,
  ...taxCases,
  ...productionPlaceCases,
  {
    mutation: 'CreateShippingClass',
    given: () => ({ name: nextName('Versandklasse') }),
    read: (tools) => tools.query('QueryShippingClasses', { first: 500 }),
  },
  language('ActivateLanguage', 'DeactivateLanguage', []),
  language('DeactivateLanguage', 'ActivateLanguage', ['cultureOrIso']),
  {
    mutation: 'DeactivateShippingMethod',
    given: () => ({ shippingMethodId: packKey('VersandartKey', 3) }),
    read: (tools, _, { shippingMethodId }) =>
      tools.query('QueryShippingMethods', { where: { id: { eq: shippingMethodId } } }),
    otherNames: { shippingMethodId: 'id' },
    shows: { isActive: false },
  },
];
