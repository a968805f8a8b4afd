import { describeRequests } from './request-suite.ts';
import { returnRows } from './rows/returns.ts';

describeRequests(['2.0', '2.1', '2.3'], /^\/returns/, returnRows);
