import { describeRequests } from './request-suite.ts';
import { customerGroupsV2 } from './rows/customer-groups-v2.ts';
import { customersV1 } from './rows/customers-v1.ts';
import { customersOfWawiApp } from './rows/customers-wawi-app.ts';
import { customersV2 } from './rows/customers-v2.ts';

describeRequests(['2.0', '2.3'], /^\/(?:wawiapp\/)?customer/, [
  ...customersV1,
  ...customersV2,
  ...customersOfWawiApp,
  ...customerGroupsV2,
]);
