import { expect, it } from 'vitest';
import { inferredOperations } from '../../src/wawi/contract/openapi/inferred.ts';
import { versionsWith } from '../../src/wawi/contract/openapi/existence.ts';
import { existence } from '../../src/wawi/contract/versions.ts';
import { restContract, restDocument, versions } from './rest-document.ts';

it.each([
  [{ operation: 'GET /payment-transactions' }, '2.1', 'exists from API 2.2; this tenant has 2.1'],
  [{ operation: 'GET /stock-transfers' }, '2.0', 'exists from API 2.1; this tenant has 2.0'],
  [{ operation: 'get /StockTransfers' }, '2.0', 'exists from API 2.1; this tenant has 2.0'],
  [
    { schema: 'SalesInvoices.CorrectSalesInvoice', property: 'LineItems' },
    '2.0',
    'exists from API 2.1; this tenant has 2.0',
  ],
  [{ operation: 'GET /workers' }, '1.0', 'exists from API 1.1; this tenant has 1.0'],
  [{ operation: 'GET /nothing' }, '2.0', 'exists in no API version; this tenant has 2.0'],
] as const)('tells that %o %s', (element, version, text) => {
  const document = restDocument(version.startsWith('1') ? 'v1' : 'v2');
  expect(existence(versionsWith(document, element), version)).toBe(text);
});

it('finds an operation by its further paths', () => {
  const document = restDocument('v2');
  const own = versionsWith(document, { operation: 'GET /sales-invoices/{invoiceId}' });
  expect(versionsWith(document, { operation: 'GET /invoices/{id}' })).toEqual(own);
});

it('has a parameter only where its operation is', () => {
  const document = restDocument('v2');
  const element = { operation: 'GET /stock-transfers/{id}/line-items', parameter: 'PAGENUMBER' };
  expect(versionsWith(document, element)).toEqual(['2.1', '2.2', '2.3']);
  expect(versionsWith(document, { ...element, parameter: 'colour' })).toEqual([]);
});

it('says of every operation of every version whether it rests on what no source shows', () => {
  const found = { v1: inferredOperations(restDocument('v1')), v2: inferredOperations(restDocument('v2')) };
  for (const version of versions) {
    for (const { id } of restContract(version).operations) {
      const inferred = found[version.startsWith('1') ? 'v1' : 'v2'].get(id);
      expect(inferred, id).toBeDefined();
      expect(inferred!.operation.includes(version) && inferred!.shapes.includes(version)).toBe(false);
    }
  }
});

it.each([
  ['GetBillOfMaterialsItemById', { operation: ['2.1', '2.3'], shapes: [] }],
  ['QueryPaymentTransactions', { operation: ['2.2'], shapes: ['2.3'] }],
])('knows what of %s is inferred', (id, expected) => {
  expect(inferredOperations(restDocument('v2')).get(id)).toEqual(expected);
});
