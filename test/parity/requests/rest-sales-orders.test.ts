import { describeRequests } from './request-suite.ts';
import { salesOrderCalculations } from './rows/sales-order-calculations.ts';
import { salesOrderPartsV2 } from './rows/sales-order-parts-v2.ts';
import { salesOrdersV1 } from './rows/sales-orders-v1.ts';
import { salesOrdersV2 } from './rows/sales-orders-v2.ts';

describeRequests(['2.0', '2.3'], /^\/salesorders?(?:\/|$)/, [
  ...salesOrdersV1,
  ...salesOrdersV2,
  ...salesOrderPartsV2,
  ...salesOrderCalculations,
]);
