import { expect, it } from 'vitest';
import { loadGraphqlContract } from '../../src/wawi/contract/graphql-contract.ts';
import { loadContractV2 } from '../../src/wawi/contract/load.ts';
import { enumName, enumNumber } from '../../src/wawi/contract/graphql-enums.ts';
import { tenants, GraphqlClient } from './graphql-client.ts';

const rest = await loadContractV2('2.2');
const { enums } = await loadGraphqlContract('2.2');

/** Enums of REST and the enums of GraphQL that show the same fields. */
const pairs: [string, string][] = [
  ['WorkbenchResources.ExpiredComponentsUsage', 'ExpiredComponentsUsage'],
  [
    'WorkbenchResources.ReplenishmentCreationAvailableStockReservationMode',
    'ReplenishmentCreationAvailableStockReservationMode',
  ],
  ['WorkbenchResources.ReservationMode', 'ReservationMode'],
  ['V1.Invoice.InvoiceLineItemType', 'LineItemType'],
  ['V1.Invoice.InvoicePaymentStatus', 'InvoicePaymentStatus'],
  ['AccountingData.TaxClassType', 'TaxType'],
  ['CustomField.CustomFieldDataType', 'CustomFieldType'],
  ['CustomField.ReferenceType', 'CustomFieldReferenceType'],
  ['Item.SerialNumberType', 'SerialNumberType'],
  ['Item.VariationType', 'VariationType'],
  ['SalesOrderDomain.SalesOrderTaxSetting', 'TaxSetting'],
  ['SalesOrderDomain.BillOfMaterialsType', 'BillOfMaterialsType'],
  ['SalesOrderDomain.ConfigurationItemType', 'ConfigurationItemType'],
  ['SalesOrderDomain.ExternalSalesInvoiceType', 'ExternalSalesInvoiceType'],
  ['SalesOrderDomain.ItemDescriptionType', 'ItemDescriptionType'],
  ['SalesOrderDomain.LineItemType', 'LineItemType'],
  ['SalesOrderDomain.ReadOnlyType', 'ReadOnlyType'],
  ['SalesOrderDomain.RecalculateTaxMode', 'RecalculateTaxMode'],
  ['SalesOrderDomain.SpecialTaxTreatment', 'SpecialTaxTreatment'],
];

/** Kinds of custom fields that GraphQL does not list (fidelity row `custom-fields-of-named-kinds`). */
const unnamed: ReadonlySet<string> = new Set(['Wawi', 'Resource', 'ProductionFacility', 'ProductionItem']);

const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

it.each(pairs)('every value of %s has its name in %s', (restName, graphqlName) => {
  const names = enums[graphqlName] ?? [];
  const labels = [...(rest.enumValues(restName) ?? [])];
  expect(labels.length).toBeGreaterThan(1);
  for (const [number, label] of labels) {
    const name = enumName(graphqlName, names, number);
    if (unnamed.has(label)) {
      expect([label, name]).toEqual([label, null]);
      continue;
    }
    expect([label, name]).toEqual([label, expect.any(String)]);
    expect(enumNumber(graphqlName, names, name ?? '')).toBe(number);
    const sameName = names.find((one) => plain(one) === plain(label));
    expect([label, name]).toEqual([label, sameName ?? name]);
  }
});

it('custom fields of every kind can be made over REST; GraphQL lists those whose kind it names', async () => {
  const client = (await GraphqlClient.start()).in(tenants.neuland);
  try {
    const kinds = [...(rest.enumValues('CustomField.ReferenceType') ?? [])];
    for (const [referenceType, name] of kinds)
      await client.rest('POST', '/custom-fields', {
        name,
        groupName: 'g',
        dataType: 0,
        displayLocation: 0,
        referenceType,
      });
    const listed = await client.send('{ QueryCustomFields { totalCount nodes { name referenceType } } }');
    expect(listed.errors).toBeUndefined();
    expect(listed.headers.get('x-emulator-assumption')).toContain('custom-fields-of-named-kinds');
    const { nodes, totalCount } = listed.data?.['QueryCustomFields'] as {
      nodes: { name: string; referenceType: string }[];
      totalCount: number;
    };
    const named = kinds.map(([, name]) => name).filter((name) => !unnamed.has(name));
    expect(nodes.map(({ name }) => name)).toEqual(named);
    expect(nodes.map(({ referenceType }) => plain(referenceType))).toEqual(named.map(plain));
    expect(totalCount).toBe(named.length);
  } finally {
    await client.close();
  }
});
