import { DomainError, notFound } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Shop } from '../schema/shops.ts';

/** The type of a sales channel that is an online shop. */
const onlineShop = 1;

type Settings = Omit<Shop, 'id'>;

/**
 * @param channelId such as `2-2-1`
 * @returns the settings of a shop; before anything is saved, the currency, language and customer group with the lowest id
 * @throws DomainError `not-found` for a channel that is not an online shop of the tenant
 */
export function shopOf(data: TenantData, channelId: string): Settings {
  const channel = data.of('salesChannel').findUnique('channelId', channelId);
  if (channel?.type !== onlineShop) throw notFound('online shop', channelId);
  return data.of('shop').findUnique('channelId', channelId) ?? fresh(data, channelId);
}

function fresh(data: TenantData, channelId: string): Settings {
  const [currency] = data.of('currency').byId();
  const [language] = data.of('language').byId();
  const [group] = data.of('customerGroup').byId();
  const isDefault = true;
  return {
    channelId,
    currencies: currency ? [{ code: currency.iso, isDefault }] : [],
    languages: language ? [{ code: language.languageIso2.toLowerCase(), isDefault }] : [],
    customerGroups: group ? [{ customerGroupId: group.id, isDefault }] : [],
  };
}

/**
 * Replaces a list of a shop's settings.
 * @throws DomainError as {@link shopOf}
 */
export function saveShop(data: TenantData, channelId: string, change: Partial<Settings>): void {
  const settings = { ...shopOf(data, channelId), ...change };
  const row = data.of('shop').findUnique('channelId', channelId);
  if (row) data.update('shop', row.id, change);
  else data.insert('shop', settings);
}

/** @throws DomainError `invalid` with every problem, when there is one */
export function refuse(problems: ConstructorParameters<typeof DomainError>[2] = []): void {
  const [first] = problems;
  if (first) throw new DomainError('invalid', first.message, problems);
}
