import { describeRequests } from './request-suite.ts';
import { categoryRows } from './rows/categories.ts';

describeRequests(
  ['2.0', '2.1', '2.2', '2.3'],
  /^\/(?:categories$|categories\/\{\}(?!\/items)|(?:create|update|delete)category)/,
  categoryRows,
);
