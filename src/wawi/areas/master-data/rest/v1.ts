import type { BindingsV1 } from '../../../wire/rest/call.ts';
import { all } from '../../../wire/rest/handlers.ts';
import { features, printers } from '../../system/rest/features.ts';
import { odataMetadata } from '../../system/rest/odata.ts';

/** Companies, taxes, channels and what a Wawi has set up. */
export const masterBindingsV1: BindingsV1 = {
  'GET /companies': all('company'),
  'GET /salesChannels': all('salesChannel'),
  'GET /taxClasses': all('taxClass'),
  'GET /feature': features,
  'GET /printers': printers,
  'GET /odata/$metadata': odataMetadata,
};
