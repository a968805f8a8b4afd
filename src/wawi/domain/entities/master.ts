import type { Decimal } from '../decimal.ts';
import type { EntityKind } from '../store/collection.ts';

export interface Company {
  readonly id: number;
  name: string;
}

export interface TaxClass {
  readonly id: number;
  name: string;
  isDefault: boolean;
  /** 0 none ... 4 normal rate: the numbers of the contract. */
  type: number;
}

export interface PaymentMethod {
  readonly id: number;
  name: string;
  isStandard: boolean;
  isActive: boolean;
}

export interface ShippingMethod {
  readonly id: number;
  name: string;
  priority: number;
  grossPrice: Decimal;
  /** Kilograms. */
  extraWeight: Decimal;
  isAmazonPrime: boolean;
}

export interface MasterEntities {
  company: Company;
  taxClass: TaxClass;
  paymentMethod: PaymentMethod;
  shippingMethod: ShippingMethod;
}

export const masterKinds: { [N in keyof MasterEntities]: EntityKind<MasterEntities[N]> } = {
  company: { key: 'FirmaKey', label: 'company' },
  taxClass: { key: 'SteuerklasseKey', label: 'tax class' },
  paymentMethod: { key: 'ZahlungsartKey', label: 'payment method' },
  shippingMethod: { key: 'VersandartKey', label: 'shipping method' },
};
