import { describeRequests } from './request-suite.ts';
import { masterDataV2 } from './rows/master-data-v2.ts';

describeRequests(
  ['2.0', '2.3'],
  /^\/(?:manufacturers|labels|unitsofmeasure|productgroups?|shippingclass|customfields|attributes)(?:\/|$)/,
  masterDataV2,
);
