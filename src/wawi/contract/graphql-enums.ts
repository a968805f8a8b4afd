/**
 * The numbers that the domain and REST use for values whose position in the enum is not their number
 * (SalesOrderDomain.SalesOrderTaxSetting of the v2 contract).
 */
const taxSettings = {
  DELIVERY_WITH_VAT: 0,
  INTRA_COMMUNITY_DELIVERY: 10,
  EXEMPT_FROM_VAT_REVERSE_CHARGE: 15,
  EXEMPT_FROM_VAT: 20,
};

const numbersByName: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  SalesOrderTaxSetting: taxSettings,
  SalesInvoiceTaxSetting: taxSettings,
  TaxSetting: taxSettings,
  // REST numbers `Wawi` (2), `Resource` (8), `ProductionFacility` (9) and `ProductionItem` (10) too; GraphQL names none of them.
  CustomFieldReferenceType: {
    ITEM: 0,
    CATEGORY: 1,
    CUSTOMER: 3,
    SALES_ORDER: 4,
    COMPANY: 5,
    PRODUCTION_ORDER: 6,
    OPERATIONS: 7,
  },
  PurchaseOrderStatus: {
    OPEN: 0,
    RELEASED: 5,
    IN_PROGRESS: 20,
    PARTIALLY_DELIVERED: 30,
    OVERDUE: 50,
    COMPLETED: 500,
  },
  // 2.1 has one enum for what 2.0 names PAID on orders and COMPLETELY_PAID on invoices; both mean the domain's 2.
  InvoicePaymentStatus: { UNPAID: 0, PARTIALLY_PAID: 1, PAID: 2, NOT_DETERMINABLE: 3, COMPLETELY_PAID: 2 },
};

/**
 * @param values the enum's values in the contract's order
 * @returns the name of a domain number, or null for a number the enum does not name
 */
export function enumName(name: string, values: readonly string[], number: number): string | null {
  const numbers = numbersByName[name];
  if (!numbers) return values[number] ?? null;
  return values.find((value) => numbers[value] === number) ?? null;
}

/** @returns the domain's number of an enum's value */
export function enumNumber(name: string, values: readonly string[], value: string): number {
  return numbersByName[name]?.[value] ?? values.indexOf(value);
}

/** @returns whether an enum whose numbers are listed above names the number */
export function hasName(name: string, number: number): boolean {
  return Object.values(numbersByName[name] ?? {}).includes(number);
}
