import { describeRequests } from './request-suite.ts';
import { packageRows } from './rows/packages.ts';

describeRequests(['2.0', '2.3'], /^\/(?:deliverynotes|packages?|wms\/shippingline)(?:\/|$)/, [
  ...packageRows,
]);
