import { describe, expect, it } from 'vitest';
import { knownScopes } from '../../src/platform/scopes.ts';
import { isGranted, resourceScopeOf } from '../../src/wawi/wire/access/scope-spellings.ts';

describe('the v2 spelling of a v1 scope', () => {
  it.each([
    ['item.getitem', 'items.read'],
    ['item.queryitems', 'items.read'],
    ['item.createitem', 'items.write'],
    ['invoice.pdfinvoice', 'invoices.print'],
    ['customergroup.querycustomergroups', 'customers.read'],
    ['wms.querypicklists', 'picklists.read'],
    ['items.read', undefined],
    ['all.read', undefined],
    ['warehouse.read', undefined],
  ])('of %s is %s', (scope, expected) => {
    expect(resourceScopeOf(scope)).toBe(expected);
  });

  it('is a known scope, except for resources that v2 never prints or writes', () => {
    const unknown = [...knownScopes]
      .flatMap((scope) => resourceScopeOf(scope) ?? [])
      .filter((one) => !knownScopes.has(one));
    expect([...new Set(unknown)].sort()).toEqual([]);
  });
});

it.each([
  [['items.read'], ['item.getitem', 'all.read'], true],
  [['item.getitem'], ['items.read'], true],
  [['item.getitem'], ['item.queryitems'], false],
  [['items.write'], ['items.read'], false],
  [['customers.read'], ['items.read'], false],
])('%j opens what needs one of %j: %s', (granted, needed, expected) => {
  expect(isGranted(new Set(granted), needed)).toBe(expected);
});
