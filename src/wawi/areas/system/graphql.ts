import { taxFor } from '../pricing/operations/tax-rates.ts';
import { argument, requiredKey, textArgument } from '../../wire/graphql/arguments.ts';
import { byKey, list, nothing, one, rows } from '../../wire/graphql/bindings.ts';
import type { RootBindings, RootCall } from '../../wire/graphql/call.ts';

/** Tax classes with the rate that a sale from one country to another bears; without a destination, a sale at home. */
function taxClassesWithRates({ args, data }: RootCall): unknown {
  const companyId = requiredKey(args, 'companyId', 'FirmaKey');
  const departureCountryIso = textArgument(args, 'departureCountryIso') ?? '';
  const wanted = (argument(args, 'taxClasses') as readonly (string | null)[] | undefined)
    ?.filter((id): id is string => id !== null)
    .map((taxClassId) => requiredKey({ taxClassId }, 'taxClassId', 'SteuerklasseKey'));
  const vatId = textArgument(args, 'shipmentAddressVatId') ?? textArgument(args, 'billingAddressVatId');
  return [...data.of('taxClass').values()]
    .filter((taxClass) => wanted === undefined || wanted.includes(taxClass.id))
    .map((taxClass) => ({
      ...taxClass,
      rate: taxFor(data, {
        taxClassId: taxClass.id,
        companyId,
        departureCountryIso,
        shipmentCountryIso:
          textArgument(args, 'shipmentAddressCountryIso') ??
          textArgument(args, 'billingAddressCountryIso') ??
          departureCountryIso,
        ...(vatId === undefined ? {} : { vatId }),
      }).rate,
    }));
}

/** Companies, countries, payment and shipping, workbenches, production. */
export const systemQueries: RootBindings = {
  GetCompanyById: byKey('system.read', 'company', 'companyId'),
  QueryCompanies: list('system.read', 'company'),
  QueryCountries: list('system.read', 'country'),
  QueryLanguages: list('system.read', 'language', () => (language) => language.isActive),
  QueryCurrencies: list('system.read', 'currency'),
  QueryTaxClasses: list('taxes.read', 'taxClass'),
  ListTaxClassesWithTaxRates: one('taxes.read', taxClassesWithRates),
  QueryTaxCodes: nothing('taxes.read'),
  QueryPaymentMethods: list('invoices.read', 'paymentMethod'),
  QueryShippingMethods: list('deliveries.read', 'shippingMethod'),
  QuerySalesChannels: list('saleschannels.read', 'salesChannel'),
  QueryResourceCategories: rows('system.read', () => []),
  QueryWorkbenchResources: list('system.read', 'workbenchResource'),
  QueryWorkbenchResourceById: byKey('system.read', 'workbenchResource', 'id'),
  QueryWorkbenchResourceTypes: list('system.read', 'workbenchResourceType'),
  QueryWorkbenchResourceTypeById: byKey('system.read', 'workbenchResourceType', 'id'),
  QueryBillOfMaterialsItemById: one('items.read', () => undefined),
  QueryBillOfMaterialsItemsByBillOfMaterialsId: one('items.read', () => []),
  QueryBillOfMaterialsItemsByBillOfMaterialsOperationId: one('items.read', () => []),
  QueryBillOfMaterialsOperationById: one('items.read', () => undefined),
  QueryBillOfMaterialsOperationsByBillOfMaterialsId: one('items.read', () => []),
  QueryBillOfMaterialsById: one('items.read', () => undefined),
  QueryBillsOfMaterialsByProductionItemId: nothing('items.read'),
  QueryLotSizeById: one('items.read', () => undefined),
  QueryLotSizesByProductionItemId: nothing('items.read'),
  QueryProductionItems: nothing('items.read'),
  QueryProductionItemById: one('items.read', () => undefined),
  QueryProductionItemByItemId: one('items.read', () => undefined),
  QueryProductionOrders: nothing('items.read'),
  QueryProductionOrderById: one('items.read', () => undefined),
};
