import { describeRequests } from './request-suite.ts';
import { deliveryRows } from './rows/delivery.ts';
import { packageRows } from './rows/packages.ts';

describeRequests(['2.0', '2.3'], /^\/(?:deliverynotes|packages?|delivery|wms\/shippingline)(?:\/|$)/, [
  ...packageRows,
  ...deliveryRows,
]);
