import { describeRequests } from './request-suite.ts';
import { taxesV2 } from './rows/taxes-v2.ts';

describeRequests(['2.0', '2.3'], /^\/tax/, taxesV2);
