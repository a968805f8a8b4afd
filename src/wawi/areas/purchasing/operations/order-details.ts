import type { Decimal } from '../../../store/values/decimal.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { PurchaseOrder } from '../schema/purchasing.ts';

/** @returns the present name of an order's supplier */
export function supplierName(
  { supplierId }: PurchaseOrder,
  { data }: { data: TenantData },
): string | undefined {
  return data.of('supplier').get(supplierId)?.name;
}

/** @returns the exchange rate of an order's currency; undefined for an unknown currency */
export function currencyFactor(
  { currencyIso }: PurchaseOrder,
  { data }: { data: TenantData },
): Decimal | undefined {
  return [...data.of('currency').values()].find(({ iso }) => iso === currencyIso)?.factor;
}
