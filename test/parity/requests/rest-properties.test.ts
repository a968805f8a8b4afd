import { describeRequests } from './request-suite.ts';
import { propertyRows } from './rows/properties.ts';

describeRequests(['2.0', '2.3'], /^\/properties(?:\/|$)/, propertyRows);
