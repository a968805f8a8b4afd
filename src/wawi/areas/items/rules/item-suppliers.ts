import { multiply, round, type Decimal } from '../../../store/values/decimal.ts';
import type { Item, ItemSupplier } from '../schema/items.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** A supplier's row on an item with the related values of the supplier and the item. */
export interface SuppliedItem extends ItemSupplier {
  itemId: number;
  isStandard: boolean;
  isDefaultForDropshipping: boolean;
  currencyIso: string | undefined;
  supplierName: string | undefined;
  supplierDeliveryTime: number | undefined;
  supplierCanDropship: boolean;
  /** The price of one package. */
  packagingUnitPurchasePriceNet: Decimal;
}

/** The suppliers of an item. */
export function suppliersOf(data: TenantData, item: Item): SuppliedItem[] {
  return item.suppliers.map((row) => {
    const supplier = data.of('supplier').get(row.supplierId);
    return {
      ...row,
      itemId: item.id,
      isStandard: item.defaultSupplierId === row.supplierId,
      isDefaultForDropshipping: item.defaultDropshippingSupplierId === row.supplierId,
      currencyIso: supplier?.currencyIso,
      supplierName: supplier?.name,
      supplierDeliveryTime: supplier?.deliveryTime,
      supplierCanDropship: supplier?.canDropship ?? false,
      packagingUnitPurchasePriceNet: round(multiply(row.purchasePriceNet, row.amountPackagingUnit)),
    };
  });
}
