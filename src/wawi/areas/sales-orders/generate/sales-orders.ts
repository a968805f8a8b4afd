import type { Faker } from '@faker-js/faker';
import { decimal } from '../../../store/values/decimal.ts';
import type { SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../schema/sales.ts';
import { orderableItem } from '../../items/generate/orderable-item.ts';
import { newLineItem } from '../../pricing/operations/line-items.ts';
import { addressCopies } from '../operations/sales-documents.ts';
import { newSalesOrder, type NewSalesOrder } from '../operations/sales-orders.ts';
import { domestic, taxBasisOf, taxSettingFor, type TaxBasis } from '../../pricing/operations/taxes.ts';
import { orderTotals } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { generatedAddress } from '../../customers/generate/customers.ts';
import { pastInstant, type Generation } from '../../../store/generation.ts';

/** Orders over the last two years, oldest first; one in twenty by a guest, one in twenty-five cancelled. */
export function generateSalesOrders(generation: Generation, count: number): void {
  const { data, sequence } = generation;
  const dates = Array.from({ length: count }, (_, n) =>
    pastInstant(generation, sequence('salesOrderDate', n + 1), 730),
  ).sort();
  dates.forEach((date, n) => {
    const faker = sequence('salesOrder', n + 1);
    const guest = faker.number.int(19) === 0 || data.of('customer').size === 0;
    const customerId = guest ? undefined : faker.number.int({ min: 1, max: data.of('customer').highestId });
    const billingAddress = { ...generatedAddress(faker, false), id: guest ? data.nextId('address') : 0 };
    const buyer = customerId === undefined ? { billingAddress } : buyerOf(data, customerId);
    const taxed = taxedOrder(data, newSalesOrder(buyer, date));
    const lineItems = generatedLines(data, faker, taxBasisOf(taxed));
    const cancelled = faker.number.int(24) === 0;
    const paid = !cancelled && faker.number.int(9) < 7;
    const paymentMethodId = faker.number.int({ min: 1, max: 4 });
    const shippingMethodId = faker.number.int({ min: 1, max: 3 });
    data.insert(
      'salesOrder',
      newSalesOrder(
        {
          ...taxed,
          number: `AU${new Date(date).getUTCFullYear()}${String(n + 1).padStart(5, '0')}`,
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

/** The customer as an order names it. Within the country the VAT number changes nothing and is left out, as in any shop. */
function buyerOf(data: TenantData, customerId: number): Partial<SalesOrder> {
  const addresses = addressCopies(data, customerId);
  const { countryIso, vatId } = addresses.billingAddress;
  const isTaxedAsFirm = vatId !== undefined && countryIso !== domestic.departureCountryIso;
  return { customerId, ...addresses, ...(isTaxedAsFirm ? { customerVatId: vatId } : {}) };
}

function taxedOrder(data: TenantData, order: NewSalesOrder): NewSalesOrder {
  return { ...order, taxDetails: { ...order.taxDetails, taxSetting: taxSettingFor(data, order) } };
}

function generatedLines(data: TenantData, faker: Faker, basis: TaxBasis): SalesOrderLineItem[] {
  const items = data.of('item').highestId;
  const lines = Array.from({ length: faker.number.int({ min: 1, max: 4 }) }, () =>
    newLineItem(
      data,
      {
        ...(orderableItem(data, faker) ?? { name: 'Sonderposten' }),
        quantity: decimal(faker.number.int({ min: 1, max: 3 })),
      },
      basis,
    ),
  );
  const postage = { name: 'Versandkosten', type: 2, salesPriceNet: decimal('4.12') };
  return [...lines, newLineItem(data, postage, basis)];
}
