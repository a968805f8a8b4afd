import { taxFor } from '../operations/tax-rates.ts';
import { itemPriceDetails } from './price-details.ts';
import { argument, requiredKey, textArgument } from '../../../wire/graphql/arguments.ts';
import { one } from '../../../wire/graphql/bindings.ts';
import type { RootBindings, RootCall } from '../../../wire/graphql/call.ts';

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

const priceDetails = one('items.read', ({ args, data }) =>
  itemPriceDetails(
    data,
    (argument(args, 'itemIds') as readonly string[]).map((itemId) =>
      requiredKey({ itemId }, 'itemId', 'ArtikelKey'),
    ),
    requiredKey(args, 'customerId', 'KundeKey'),
  ),
);

/** Tax rates and price details. */
export const pricingQueries: RootBindings = {
  ListTaxClassesWithTaxRates: one('taxes.read', taxClassesWithRates),
  ListItemPriceDetails: priceDetails,
  GetItemPriceDetails: priceDetails,
};
