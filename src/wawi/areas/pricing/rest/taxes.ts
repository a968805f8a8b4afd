import { defaultTaxClassId, taxFor } from '../operations/tax-rates.ts';
import type { Answer, SharedBindings, Call, Handler } from '../../../wire/rest/call.ts';

/** The tax on selling an item. */
const taxOfItem: Handler = (call) => {
  const item = call.data.get('item', call.params['itemId'] as number);
  return taxAnswer(call, item.taxClassId ?? defaultTaxClassId(call.data));
};

/** The tax on selling something of a class. */
const taxOfClass: Handler = (call) => taxAnswer(call, call.params['taxClassId'] as number);

function taxAnswer(call: Call, taxClassId: number): Answer {
  const { companyId, departureCountryISO, shipmentCountryISO } = call.params;
  const { taxNumber } = call.query;
  const value = taxFor(call.data, {
    taxClassId,
    companyId: companyId as number,
    departureCountryIso: departureCountryISO as string,
    shipmentCountryIso: shipmentCountryISO as string,
    ...(taxNumber === undefined ? {} : { vatId: taxNumber as string }),
  });
  return { value, assumptions: ['tax-rates'] };
}

/** Tax rates in both versions. */
export const taxBindings: SharedBindings = {
  'GET /tax/item/{itemId}/{companyId}/{departureCountryISO}/{shipmentCountryISO}': taxOfItem,
  'GET /tax/taxclass/{taxClassId}/{companyId}/{departureCountryISO}/{shipmentCountryISO}': taxOfClass,
};
