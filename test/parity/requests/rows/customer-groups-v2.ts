import type { Read, RequestRow } from '../request-row.ts';

const group = { name: 'Großhandel 2', isDefault: true, discount: 8.5, isNetPrice: true };
const groupReads: Read[] = [
  { by: 'v2 GET /customer-groups/{customergroupId}' },
  { by: 'v1 GET /customerGroups/{customergroupId}' },
  { by: { query: 'QueryCustomerGroups', key: 'KundenGruppeKey' } },
];
const categoryReads: Read[] = [
  { by: 'v2 GET /customer-categories/{customercategoryId}' },
  { by: 'v1 GET /customerCategories/{customercategoryId}' },
];

export const customerGroupsV2: RequestRow[] = [
  {
    operation: 'v2 POST /customer-groups',
    minimal: () => ({ name: 'Nur ein Name' }),
    full: () => group,
    reads: [{ by: 'answer' }, ...groupReads],
  },
  {
    operation: 'v2 PATCH /customer-groups/{customergroupId}',
    minimal: () => ({}),
    full: () => group,
    reads: [{ by: 'answer' }, ...groupReads],
  },
  {
    operation: 'v2 POST /customer-categories',
    minimal: () => ({ name: 'Verein 1' }),
    full: () => ({ name: 'Verein 2' }),
    reads: [{ by: 'answer' }, ...categoryReads],
  },
  {
    operation: 'v2 PATCH /customer-categories/{customercategoryId}',
    minimal: () => ({}),
    full: () => ({ name: 'Verein 3' }),
    reads: [{ by: 'answer' }, ...categoryReads],
  },
];
