import type { FieldProblem } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { assignmentProblems } from '../rules/assignments.ts';
import { refuse, saveShop, shopOf } from './shops.ts';

export interface CurrencyAssignment {
  currencyCode: string;
  isDefault: boolean;
}

/** A currency of Wawi as a shop has it. */
export interface ShopCurrency extends CurrencyAssignment {
  name: string | undefined;
  isAssigned: boolean;
}

/**
 * @returns every currency of Wawi, with its assignment to the shop
 * @throws DomainError `not-found` for an unknown shop
 */
export function shopCurrencies(data: TenantData, channelId: string): ShopCurrency[] {
  const assigned = new Map(shopOf(data, channelId).currencies.map((one) => [one.code, one.isDefault]));
  return [...data.of('currency').byId()].map(({ iso, name }) => ({
    currencyCode: iso,
    name,
    isAssigned: assigned.has(iso),
    isDefault: assigned.get(iso) ?? false,
  }));
}

/**
 * Replaces the currencies of a shop. Source: GraphQL 2.1, SaveShopCurrencies.
 *
 * @returns the assigned currencies, in the order of the request
 * @throws DomainError `not-found` for an unknown shop; `invalid` for an empty list, an unknown currency, none or several
 *   defaults
 */
export function saveCurrencies(
  data: TenantData,
  channelId: string,
  drafts: readonly Partial<CurrencyAssignment>[],
): ShopCurrency[] {
  const entries = drafts.map(({ currencyCode, isDefault }) => ({
    key: currencyCode?.toUpperCase() ?? '',
    isDefault: isDefault === true,
  }));
  shopOf(data, channelId);
  const known = new Set([...data.of('currency').values()].map((one) => one.iso));
  const unknown = entries.flatMap(({ key }, n): FieldProblem[] => {
    const message = `There is no currency '${key}'; there are: ${[...known].join(', ')}.`;
    return known.has(key) ? [] : [{ path: `currencies[${n}].currencyCode`, message }];
  });
  refuse([...assignmentProblems('currencies', entries), ...unknown]);
  saveShop(data, channelId, {
    currencies: entries.map(({ key, isDefault }) => ({ code: key, isDefault })),
  });
  const all = shopCurrencies(data, channelId);
  return entries.flatMap(({ key }) => all.find((one) => one.currencyCode === key) ?? []);
}
