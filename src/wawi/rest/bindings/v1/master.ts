import type { Bindings } from '../../call.ts';
import { all } from '../../combinators.ts';
import { features, printers } from '../features.ts';
import { odataMetadata } from '../odata.ts';
import { taxOfClass, taxOfItem } from '../taxes.ts';

/** Companies, taxes, channels and what a Wawi has set up. */
export const masterBindingsV1: Bindings = {
  'GET /companies': all('company'),
  'GET /salesChannels': all('salesChannel'),
  'GET /taxClasses': all('taxClass'),
  'GET /tax/item/{itemId}/{companyId}/{departureCountryISO}/{shipmentCountryISO}': taxOfItem,
  'GET /tax/taxclass/{taxClassId}/{companyId}/{departureCountryISO}/{shipmentCountryISO}': taxOfClass,
  'GET /feature': features,
  'GET /printers': printers,
  'GET /odata/$metadata': odataMetadata,
};
