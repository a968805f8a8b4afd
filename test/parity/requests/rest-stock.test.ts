import { describeRequests } from './request-suite.ts';
import { stockRows } from './rows/stock.ts';

describeRequests(
  ['2.0', '2.3'],
  /^\/(?:stocks|stocktransfers|inventorycounts|warehouses)(?:\/|$)/,
  stockRows,
);
