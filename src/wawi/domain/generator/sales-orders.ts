import { decimal } from '../decimal.ts';
import type { SalesOrderLineItem } from '../entities/sales.ts';
import { newLineItem } from '../operations/line-items.ts';
import { addressCopies } from '../operations/sales-documents.ts';
import { newSalesOrder } from '../operations/sales-orders.ts';
import { orderTotals } from '../rules/totals.ts';
import { generatedAddress } from './customers.ts';
import { pastInstant, type Generation } from './generate.ts';

/** Orders over the last two years, oldest first; one in twenty by a guest, one in twenty-five cancelled. */
export function generateSalesOrders(generation: Generation, count: number): void {
  const { data, faker } = generation;
  const dates = Array.from({ length: count }, () => pastInstant(generation, 730)).sort();
  dates.forEach((date, n) => {
    const guest = faker.number.int(19) === 0 || data.of('customer').size === 0;
    const customerId = guest ? undefined : faker.number.int({ min: 1, max: data.of('customer').highestId });
    const billingAddress = { ...generatedAddress(generation, false), id: guest ? data.nextId('address') : 0 };
    const lineItems = generatedLines(generation);
    const cancelled = faker.number.int(24) === 0;
    const paid = !cancelled && faker.number.int(9) < 7;
    const paymentMethodId = faker.number.int({ min: 1, max: 4 });
    const shippingMethodId = faker.number.int({ min: 1, max: 3 });
    data.insert(
      'salesOrder',
      newSalesOrder(
        {
          number: `AU${new Date(date).getUTCFullYear()}${String(n + 1).padStart(5, '0')}`,
          ...(customerId === undefined
            ? { billingAddress }
            : { customerId, ...addressCopies(data, customerId) }),
          payment: { paymentMethodId },
          shipping: { shippingMethodId },
          payments: paid
            ? [
                {
                  id: data.nextId('payment'),
                  paymentMethodId,
                  amount: orderTotals({ lineItems }).gross,
                  date,
                },
              ]
            : [],
          isCancelled: cancelled,
          ...(cancelled ? { cancellation: { cancellationReasonId: 1, date } } : {}),
          ...(faker.number.int(3) === 0
            ? { customerComment: 'Bitte beim Nachbarn abgeben, falls niemand öffnet.' }
            : {}),
          salesChannelId: faker.helpers.arrayElement(['1-1-1', '2-1-1']),
          lineItems,
        },
        date,
      ),
    );
  });
}

function generatedLines({ data, faker }: Generation): SalesOrderLineItem[] {
  const items = data.of('item').highestId;
  const lines = Array.from({ length: faker.number.int({ min: 1, max: 4 }) }, () =>
    newLineItem(data, {
      ...(items > 0 ? { itemId: faker.number.int({ min: 1, max: items }) } : { name: 'Sonderposten' }),
      quantity: decimal(faker.number.int({ min: 1, max: 3 })),
    }),
  );
  return [...lines, newLineItem(data, { name: 'Versandkosten', type: 2, salesPriceNet: decimal('4.12') })];
}
