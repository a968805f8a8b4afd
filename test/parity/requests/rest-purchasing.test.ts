import { describeRequests } from './request-suite.ts';
import { purchasingV2 } from './rows/purchasing-v2.ts';

describeRequests(['2.1', '2.2', '2.3'], /^\/(?:suppliers|purchaseorders)/, purchasingV2);
