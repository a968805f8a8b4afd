import type { GraphqlVersion } from '../../src/wawi/contract/sdl/elements.ts';

/** Deliberate differences of the schema from a page. */
export interface AcceptedMismatches {
  readonly why: string;
  /** The versions, by mismatch. */
  readonly mismatches: Readonly<Record<string, readonly GraphqlVersion[]>>;
}

export const accepted: readonly AcceptedMismatches[] = [
  {
    why: 'The page hides the type of the field, and no other source names it.',
    mismatches: {
      'CreateVariationValueSurchargesInput.customerGroupSurcharges: not there': ['2.0'],
      'CreateVariationValueSurchargesInput.salesChannelSurcharges: not there': ['2.0'],
      'CreatePurchaseOrderCommandRequestInput.lineItems: not there': ['2.1'],
      'SalesSubscriptionVoucherLineItemInput.voucherType: not there': ['2.2'],
      'WorkerSyncOption.valueType: not there': ['2.2'],
      'WorkerSyncOption.value: not there': ['2.2'],
      'WorkerSyncOption.defaultValue: not there': ['2.2'],
      'SalesSubscriptionVoucherLineItemInput.schedule: not there': ['2.2'],
      'SalesSubscriptionVoucherLineItem.type: not there': ['2.2'],
      'SalesSubscriptionVoucherLineItem.voucherType: not there': ['2.2'],
      'SalesSubscriptionVoucherLineItem.schedule: not there': ['2.2'],
    },
  },
  {
    why: 'The page names a type whose fields no source shows, so that the schema cannot have it.',
    mismatches: {
      'UpdateScxSellerSyncSettingsInput.offerAutomappingType: not there': ['2.2'],
      'ScxSeller.offerAutomappingType: not there': ['2.2'],
      'PrintMarketplaceExternalDocument: not there': ['2.1', '2.3'],
      'QueryMarketplaceChannel.where: not there': ['2.2'],
      'QueryMarketplaceChannel.order: not there': ['2.2'],
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
