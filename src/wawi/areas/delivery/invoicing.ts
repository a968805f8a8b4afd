import { registry } from '../../store/registry.ts';
import type { TenantData } from '../../store/tenant-data.ts';

/** The functions of the area invoices for deliveries that are to be invoiced at once. */
export interface Invoicing {
  /** @param now ISO 8601 */
  createInvoice(
    data: TenantData,
    salesOrderId: number,
    options: { invoiceOnlyDeliveredQuantity: boolean },
    now: string,
  ): void;
}

export const invoicing = registry<Invoicing>('delivery');
