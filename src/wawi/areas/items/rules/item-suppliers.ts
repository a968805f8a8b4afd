import { multiply, round, type Decimal } from '../../../store/values/decimal.ts';
import { invalid } from '../../../store/errors.ts';
import type { Item, ItemSupplier } from '../schema/items.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** The most characters of a supplier's texts on an item (GraphQL 2.2, CreateItemSupplierInput). */
const longest = { itemName: 255, sku: 255, comment: 512 } as const;

/**
 * @param path of the supplier's row in the request
 * @throws DomainError `invalid` for a text that is too long
 */
export function checkSupplierTexts(row: Partial<ItemSupplier>, path: string): void {
  for (const [field, most] of Object.entries(longest)) {
    const length = row[field as keyof typeof longest]?.length ?? 0;
    if (length > most)
      throw invalid(`${path}${field}`, `The text has ${length} characters; at most ${most} are allowed.`);
  }
}

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
