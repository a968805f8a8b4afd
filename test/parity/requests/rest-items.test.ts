import { describeRequests } from './request-suite.ts';
import { itemActions } from './rows/item-actions.ts';
import { itemPartsV1 } from './rows/item-parts-v1.ts';
import { itemPartsV2 } from './rows/item-parts-v2.ts';
import { itemsV1 } from './rows/items-v1.ts';
import { itemsV2 } from './rows/items-v2.ts';

describeRequests(['2.0', '2.3'], /^\/item(?:s|details)(?:\/|$)/, [
  ...itemPartsV2,
  ...itemsV2,
  ...itemsV1,
  ...itemPartsV1,
  ...itemActions,
]);
