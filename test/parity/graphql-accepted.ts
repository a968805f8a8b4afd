import type { GraphqlVersion } from '../../src/wawi/contract/sdl/elements.ts';

/** What the schema has otherwise than a page, for a reason. */
export interface AcceptedMismatches {
  readonly why: string;
  /** The versions, by mismatch. */
  readonly mismatches: Readonly<Record<string, readonly GraphqlVersion[]>>;
}

export const accepted: readonly AcceptedMismatches[] = [
  {
    why: 'The page hides the type of the field, and no other source names it.',
    mismatches: {
      'CreateVariationValueInput.descriptions: not there': ['2.0'],
      'CreateVariationValueSurchargesInput.customerGroupSurcharges: not there': ['2.0'],
      'CreateVariationValueSurchargesInput.salesChannelSurcharges: not there': ['2.0'],
      'UpdateVariationInput.descriptions: not there': ['2.0'],
      'UpdateVariationValueInput.descriptions: not there': ['2.0'],
      'CreateItemStockManagementInput.divisibilityType: not there': ['2.1'],
      'CreateItemStockManagementInput.itemPlatformNegativeStocks: not there': ['2.1'],
      'CreateItemStockManagementInput.itemSalesChannelNegativeStocks: not there': ['2.1'],
      'CreatePurchaseOrderCommandRequestInput.lineItems: not there': ['2.1'],
      'UpdateSalesQuotationCommandRequestInput.lineItems: not there': ['2.1'],
      'PurchaseOrder.allowancesAndCharges: not there': ['2.1', '2.2'],
      'CreateItemDuplicationOptionsInput.configurationsDuplicationOptions: not there': ['2.2'],
      'CreateItemDuplicationOptionsInput.descriptionsDuplicationOptions: not there': ['2.2'],
      'CreateItemDuplicationOptionsInput.measurementssDuplicationOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.deliveryOptionsCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.measurementsCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.mediaFilesCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.characteristicsCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.onlineShopsCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.oversalesCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.scxCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.masterDataCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.bomComponentsCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.variationsCopyOptions: not there': ['2.2'],
      'CreateItemdetailsCopyOptionsInput.packagingCopyOptions: not there': ['2.2'],
      'CreateStockItemCommandRequestInput.descriptions: not there': ['2.2'],
      'SalesSubscriptionVoucherLineItemInput.voucherType: not there': ['2.2'],
      'SalesSubscriptionVoucherLineItemInput.schedule: not there': ['2.2'],
      'UpdateCategoryCommandRequestInput.salesChannels: not there': ['2.2'],
      'UpdateVariationValueSurchargesInput.salesChannelSurcharges: not there': ['2.2'],
      'SalesSubscriptionVoucherLineItem.type: not there': ['2.2'],
      'SalesSubscriptionVoucherLineItem.voucherType: not there': ['2.2'],
      'SalesSubscriptionVoucherLineItem.schedule: not there': ['2.2'],
      'ShopCurrencySelection.name: not there': ['2.2', '2.3'],
      'ShopCurrencySelection.isAssigned: not there': ['2.2', '2.3'],
      'ShopCurrencySelection.isDefault: not there': ['2.2', '2.3'],
      'TaxZone.vatIdB2B: not there': ['2.2'],
      'TaxZone.vatIdB2C: not there': ['2.2'],
    },
  },
  {
    why: 'The page names a type whose fields no source shows, so that the schema cannot have it.',
    mismatches: {
      'ResetMarketplaceShippingInformationUploadCounter: not there': ['2.0', '2.1', '2.3'],
      'ActivateSalesChannelForItem: not there': ['2.1', '2.3'],
      'DeleteReturnLineItem: not there': ['2.1', '2.2'],
      'PrintMarketplaceExternalDocument: not there': ['2.1', '2.3'],
      'SaveShopCurrencies: not there': ['2.1', '2.2'],
      'QueryPaymentsBySalesOrderId.where: not there': ['2.1'],
      'QueryPaymentsBySalesOrderId.order: not there': ['2.1'],
      'CreateStockTransferCommandRequestInput.lineItems: not there': ['2.2'],
      'QueryMarketplaceChannel.where: not there': ['2.2'],
      'QueryMarketplaceChannel.order: not there': ['2.2'],
      'QueryScxItemAttributeValues: not there': ['2.2'],
      'QueryMarketplaceChannelConnection.nodes: not there': ['2.2'],
      'ShopCurrencySelection.codeSource: not there': ['2.2', '2.3'],
    },
  },
  {
    why: 'A later page of the version shows another type.',
    mismatches: {
      'PurchaseOrder.supplierId: ID!, but the page has ID': ['2.2'],
    },
  },
];
