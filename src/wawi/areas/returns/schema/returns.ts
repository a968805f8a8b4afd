import type { Decimal } from '../../../store/values/decimal.ts';
import { translationCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import type { Translation } from '../../../store/shared-entities.ts';

export interface ReturnLineItem {
  readonly id: number;
  stateId: number;
  itemId?: number;
  name: string;
  sku?: string;
  quantity: Decimal;
  returnReasonId: number;
  returnReasonComment?: string;
  conditionId?: number;
  conditionComment?: string;
  /** Whether the customer gets the money back. */
  credit: boolean;
  salesOrderLineItemId?: number;
  deliveryNoteLineItemId?: number;
}

export interface ReturnPackage {
  readonly id: number;
  trackingId: string;
  shippingMethodId?: number;
  shippingMethodCustom?: string;
}

/** Goods on their way back. */
export interface Return {
  readonly id: number;
  number: string;
  /** ISO 8601. */
  returnDate: string;
  customerId?: number;
  externalNumber?: string;
  /** 0 none ... 7 REST API: the numbers of the contract. */
  origin: number;
  companyId: number;
  salesOrderId: number;
  /** The least advanced state of its lines. */
  stateId: number;
  warehouseId: number;
  externalComment?: string;
  internalComment?: string;
  contact?: string;
  transmitToSalesChannel: boolean;
  lineItems: ReturnLineItem[];
  packages: ReturnPackage[];
}

export interface ReturnReason {
  readonly id: number;
  translations: Translation[];
}

export interface ReturnState {
  readonly id: number;
  isActive: boolean;
  translations: Translation[];
}

export interface ReturnEntities {
  return: Return;
  returnReason: ReturnReason;
  returnState: ReturnState;
}

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends ReturnEntities {}
}

export const returnKinds: { [N in keyof ReturnEntities]: EntityKind<ReturnEntities[N]> } = {
  return: {
    key: 'RetoureKey',
    label: 'return',
    unique: ['number'],
    references: {
      customerId: 'customer',
      companyId: 'company',
      salesOrderId: 'salesOrder',
      stateId: 'returnState',
      warehouseId: 'warehouse',
      'lineItems[].itemId': 'item',
      'lineItems[].stateId': 'returnState',
      'lineItems[].returnReasonId': 'returnReason',
      'packages[].shippingMethodId': 'shippingMethod',
    },
  },
  returnReason: { key: 'RueckgabegrundKey', label: 'return reason', codes: translationCodes },
  returnState: { key: 'RetoureStatusKey', label: 'return state', codes: translationCodes },
};
