import { expect } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { GraphqlClient } from './graphql-client.ts';

type Result = Record<string, unknown>;

/** The context of the cases of mutations. */
export interface MutationTools {
  client(): GraphqlClient;
  /** Runs a mutation with every field of its answer. */
  run<T = Result>(name: string, request: unknown): Promise<T>;
  /** An order of two pieces of the first item for 10.10 net each. */
  createOrder(): Promise<string>;
}

export type MutationCases = Record<string, () => Promise<void>>;

/** Mutations of payments and calculations, each with what shows that it was done. */
export function salesCases({ client, run, createOrder }: MutationTools): MutationCases {
  const paymentMethodId = packKey('ZahlungsartKey', 1);
  const company = packKey('FirmaKey', 1);
  const customer = packKey('KundeKey', 1);

  async function paymentsOf(salesOrderId: string, includeInvoicePayments = false): Promise<Result[]> {
    const { QueryPaymentsBySalesOrderId: found } = await client().data<{
      QueryPaymentsBySalesOrderId: { nodes: Result[] };
    }>(
      `{ QueryPaymentsBySalesOrderId(salesOrderId: "${salesOrderId}", includeInvoicePayments: ${includeInvoicePayments}) {
           nodes { id salesOrderId salesInvoiceId paymentMethodId amount date transactionType transactionId receiptNumber isDownPayment comment glAccount } } }`,
    );
    return found.nodes;
  }

  return {
    CreateSalesOrderPayment: async () => {
      const salesOrderId = await createOrder();
      const payment = {
        salesOrderId,
        amount: 12.345,
        date: '2026-11-03T09:30:00Z',
        paymentMethodId,
        transactionType: 'VOUCHER',
        transactionId: 'TX-77',
        receiptNumber: 'B-12',
        isDownPayment: true,
        comment: 'Anzahlung',
        glAccount: '1200',
      };
      const { paymentId } = await run<{ paymentId: string }>('CreateSalesOrderPayment', payment);
      expect(await paymentsOf(salesOrderId)).toEqual([
        {
          ...payment,
          id: paymentId,
          salesInvoiceId: null,
          date: '2026-11-03T09:30:00.000Z',
          amount: 12.35,
        },
      ]);
    },
    MarkSalesOrderAsPaid: async () => {
      const id = await createOrder();
      await run('CreateSalesOrderPayment', { salesOrderId: id, amount: 4.04, paymentMethodId });
      await run('CreateSalesInvoice', { salesOrderId: id });
      const { paymentIds } = await run<{ paymentIds: string[] }>('MarkSalesOrderAsPaid', {
        id,
        paymentDate: '2026-11-04T00:00:00Z',
        paymentMethodId: packKey('ZahlungsartKey', 2),
        comment: 'bar',
      });
      const payments = await paymentsOf(id, true);
      expect(payments.filter((payment) => paymentIds.includes(payment['id'] as string))).toMatchObject([
        {
          amount: 20,
          date: '2026-11-04T00:00:00.000Z',
          paymentMethodId: packKey('ZahlungsartKey', 2),
          comment: 'bar',
          salesInvoiceId: expect.any(String) as string,
        },
      ]);
      expect(await run('MarkSalesOrderAsPaid', { id })).toEqual({ paymentIds: [] });
    },
    DeleteAllPaymentsBySalesOrderId: async () => {
      const salesOrderId = await createOrder();
      const remove = (more = {}): Promise<Result> =>
        run('DeleteAllPaymentsBySalesOrderId', { salesOrderId, ...more });
      await run('CreateSalesInvoice', { salesOrderId });
      await run('MarkSalesOrderAsPaid', { id: salesOrderId });
      await run('CreateSalesOrderPayment', { salesOrderId, amount: 1, paymentMethodId });
      expect(await remove()).toEqual({ deleted: true });
      expect(await paymentsOf(salesOrderId, true)).toMatchObject([{ amount: 24.04 }]);
      expect(await remove()).toEqual({ deleted: false });
      expect(await remove({ includeInvoicePayments: true })).toEqual({ deleted: true });
      expect(await paymentsOf(salesOrderId, true)).toEqual([]);
    },
    CalculateSalesEntity: async () => {
      const line = {
        itemId: packKey('ArtikelKey', 1),
        taxRate: 19,
        taxClassId: packKey('SteuerklasseKey', 1),
        lineItemType: 'ITEM',
      };
      const result = await run('CalculateSalesEntity', {
        recalculateTaxMode: 'KEEP_NET_PRICES',
        calculateSalesEntityRequest: {
          companyId: company,
          customerId: customer,
          currencyIso: 'EUR',
          currencyFactor: 1,
          departureCountryIso: 'DE',
          taxSetting: 'DELIVERY_WITH_VAT',
          lineItems: [
            { ...line, syncNumber: 1, quantity: 2, totalSalesPriceNet: 20, totalSalesPriceGross: 23.8 },
            { ...line, syncNumber: 2, quantity: 1, totalSalesPriceNet: 5, totalSalesPriceGross: 5.95 },
            {
              syncNumber: 3,
              quantity: 1,
              taxRate: 19,
              lineItemType: 'SHIPPING',
              totalSalesPriceNet: 4,
              totalSalesPriceGross: 4.76,
            },
          ],
        },
        changes: [
          { lineItemChanges: { update: [{ syncNumber: 1, quantity: 3, discountPercent: 10 }], delete: [2] } },
          {
            lineItemChanges: {
              create: [{ syncNumber: 9, quantity: 2, lineItemType: 'CUSTOM' }],
              update: [{ syncNumber: 3, salesPriceNet: 3 }],
            },
          },
        ],
      });
      // 3 x 10 less 10 % is 27 net, 32.13 gross; postage 3 net, 3.57 gross.
      expect(result).toMatchObject({
        lineItems: [
          {
            syncNumber: 1,
            quantity: 3,
            salesPriceNet: 10,
            salesPriceGross: 11.9,
            discountPercent: 10,
            totalSalesPriceNet: 27,
            totalSalesPriceGross: 32.13,
          },
          { syncNumber: 3, lineItemType: 'SHIPPING', totalSalesPriceNet: 3, totalSalesPriceGross: 3.57 },
          { syncNumber: 9, lineItemType: 'CUSTOM', quantity: 2, totalSalesPriceNet: 0 },
        ],
        totalNetAmount: 30,
        totalGrossAmount: 35.7,
        totalNetAmountExcludingShipping: 27,
        totalGrossAmountExcludingShipping: 32.13,
        shippingCostNet: 3,
        shippingCostGross: 3.57,
        taxSetting: 'DELIVERY_WITH_VAT',
      });
    },
  };
}
