import { invalid } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { ShopTransfer } from '../schema/shops.ts';
import { shopOf } from './shops.ts';

export type TransferParameters = Omit<ShopTransfer, 'id'>;

/** Where nothing above 0 is saved. */
const defaults: TransferParameters = {
  maxFilesPerArchive: 100,
  quickSyncArticleCount: 50,
  maxImagesPerArchive: 50,
  orderTransferCount: 50,
  maxArchiveSizeInKilobytes: 8192,
  maxImageArchiveSizeInKilobytes: 8192,
};

const mostOrders = 50;

/**
 * The same for every shop of the tenant: a saved value above 0, orders at most 50, else the default.
 * Source: REST 2.3, get shop transfer parameters.
 *
 * @throws DomainError `not-found` for an unknown shop
 */
export function transferParameters(data: TenantData, channelId: string): TransferParameters {
  shopOf(data, channelId);
  const [saved] = data.of('shopTransfer').values();
  const entries = Object.entries(defaults).map(([name, usual]) => {
    const value = saved?.[name as keyof TransferParameters] ?? 0;
    return [name, value > 0 ? value : usual] as const;
  });
  const parameters = Object.fromEntries(entries) as unknown as TransferParameters;
  return { ...parameters, orderTransferCount: Math.min(parameters.orderTransferCount, mostOrders) };
}

/** @throws DomainError `not-found` for an unknown shop, `invalid` for a value below 0 */
export function saveTransferParameters(
  data: TenantData,
  channelId: string,
  draft: Partial<TransferParameters>,
): void {
  shopOf(data, channelId);
  const negative = Object.entries(draft).find(([, value]) => value < 0);
  if (negative) throw invalid(negative[0], `The value ${negative[1]} is below 0.`);
  const zeros = Object.fromEntries(Object.keys(defaults).map((name) => [name, 0]));
  const [saved] = data.of('shopTransfer').values();
  const values = { ...(zeros as unknown as TransferParameters), ...draft };
  if (saved) data.update('shopTransfer', saved.id, values);
  else data.insert('shopTransfer', values);
}
