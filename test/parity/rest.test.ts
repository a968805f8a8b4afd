import { expect, it } from 'vitest';
import { loadGraphqlContract } from '../../src/wawi/contract/graphql-contract.ts';
import type { AnyVersion } from '../../src/wawi/contract/versions.ts';
import { restContract, versions } from '../contract-documents/rest-document.ts';
import { Mismatches } from './rest-mismatches.ts';
import { restPages } from './rest-pages.ts';

interface Accepted {
  readonly why: string;
  readonly versions: readonly AnyVersion[];
  /** Beginnings of the mismatches. */
  readonly mismatches: readonly string[];
}

/** Deliberate differences of the contract from a page. */
const accepted: readonly Accepted[] = [
  {
    why: 'REST spells two fields otherwise than the GraphQL type that the answer has the shape of.',
    versions: ['2.1', '2.3'],
    mismatches: [
      'GET /companies/{companyId} answer: GraphQL CompanyDetailsItem has no iBAN',
      'GET /companies/{companyId} answer: GraphQL CompanyDetailsItem has no bIC',
    ],
  },
  {
    why: 'Two pages show two paths; the one of later versions stands.',
    versions: ['2.1'],
    mismatches: [
      'PUT /sales-channels/scx/sellers/{salesChannelId}/customer-group-mappings path: served as /sales-channels/{salesChannelId}/scx/sellers/customer-group-mappings',
    ],
  },
  {
    why: 'Two pages differ in what they mark as required; the one read later stands.',
    versions: ['2.0'],
    mismatches: [
      'POST /returns body.companyId: not required',
      'POST /returns body.salesOrderId: not required',
    ],
  },
  {
    why: 'The early page shows the rows of the beta; from 2.1 on the list has the rows of GraphQL, as live systems answer.',
    versions: ['2.1'],
    mismatches: ['GET /items answer: GraphQL ItemListItem has no '],
  },
  {
    why: 'The early page shows a database object among the fields; the engine answers the list as an open object.',
    versions: ['2.1'],
    mismatches: ['GET /items/customfields answer: object, but the page has a list'],
  },
  {
    why: 'Another page of the version shows the fields of the error.',
    versions: ['2.1', '2.2', '2.3'],
    mismatches: [
      'PUT /sales-channels/{salesChannelId}/connector/customer-groups answer.liveSyncError: schema, but the page has string',
    ],
  },
];

it.each(versions)('version %s has what its documentation pages show', async (version) => {
  const mismatches = new Mismatches(restContract(version), await loadGraphqlContract('2.1'));
  const rows = restPages(version);
  const starts = accepted.filter((one) => one.versions.includes(version)).flatMap((one) => one.mismatches);
  const found = rows.flatMap((row) => mismatches.of(row));
  expect(rows.length).toBeGreaterThan(4);
  expect(found.filter((line) => !starts.some((start) => line.startsWith(start)))).toEqual([]);
  for (const start of starts)
    expect(
      found.some((line) => line.startsWith(start)),
      start,
    ).toBe(true);
});

it.each([
  ['an operation', { method: 'GET', path: '/nothing' }, 'GET /nothing: no such operation'],
  [
    'a path',
    { method: 'GET', path: '/invoices/{invoiceId}' },
    'GET /invoices/{invoiceId} path: served as /sales-invoices/{invoiceId}',
  ],
  [
    'a query parameter',
    { method: 'GET', path: '/items', query: { colour: 'string' } },
    'GET /items query colour: not there',
  ],
  [
    'a field of a body',
    { method: 'POST', path: '/stocks', body: { warehouseID: 'key' } },
    'POST /stocks body.warehouseID: not there',
  ],
  [
    'the type of a field',
    { method: 'POST', path: '/stocks', body: { quantity: 'string' } },
    'POST /stocks body.quantity: decimal, but the page has string',
  ],
  [
    'a required field',
    { method: 'POST', path: '/stocks', body: { comment: 'string!' } },
    'POST /stocks body.comment: not required',
  ],
  [
    'an answer',
    { method: 'POST', path: '/stocks', answers: { '202': {} } },
    'POST /stocks answer: 202 is not there, but 201',
  ],
])('%s that the contract lacks is a mismatch', async (_, row, line) => {
  const mismatches = new Mismatches(restContract('2.2'), await loadGraphqlContract('2.1'));
  expect(mismatches.of(row)).toEqual([line]);
});
