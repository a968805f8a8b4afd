import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { GraphqlClient } from './graphql-client.ts';

let client: GraphqlClient;
beforeAll(async () => {
  client = await GraphqlClient.start();
});
afterAll(() => client.close());

const order = {
  companyId: packKey('FirmaKey', 1),
  customerId: packKey('KundeKey', 1),
  departureCountryIso: 'DE',
};
const entity = { ...order, currencyIso: 'EUR', currencyFactor: 1, taxSetting: 'DELIVERY_WITH_VAT' };
const entityLine = { taxRate: 19, totalSalesPriceNet: 1, totalSalesPriceGross: 1.19, lineItemType: 'CUSTOM' };
const line = { syncNumber: 1, quantity: 1 };

const calculated = (lineItems: object[], changes: object[] = []): object => ({
  recalculateTaxMode: 'NO_RECALCULATION',
  calculateSalesOrderRequest: { ...order, lineItems },
  changes,
});
const calculatedEntity = (lineItems: object[], changes: object[] = []): object => ({
  recalculateTaxMode: 'NO_RECALCULATION',
  calculateSalesEntityRequest: {
    ...entity,
    lineItems: lineItems.map((given) => ({ ...entityLine, ...given })),
  },
  changes,
});
const payment = (amount: number): object => ({
  salesOrderId: packKey('VerkaufAuftragKey', 1),
  amount,
  paymentMethodId: packKey('ZahlungsartKey', 1),
});
const bothPrices = { syncNumber: 1, salesPriceNet: 1, salesPriceGross: 1.19 };

// Pages of 2.1: CreateCalculateSalesOrderLineItemRequestInput, CreateCalculateSalesEntityLineItemRequestAddInput,
// CreateSalesOrderPaymentCommandRequestInput.
describe('a command against a documented rule is refused by field', () => {
  it.each<[what: string, mutation: string, answer: string, request: object, field: RegExp]>([
    [
      'a sync number of 0',
      'CalculateSalesOrder',
      'totalNetAmount',
      calculated([{ ...line, syncNumber: 0 }]),
      /syncNumber/,
    ],
    [
      'a sync number that stands twice',
      'CalculateSalesOrder',
      'totalNetAmount',
      calculated([line, line]),
      /syncNumber/,
    ],
    [
      'a quantity of 0',
      'CalculateSalesOrder',
      'totalNetAmount',
      calculated([{ ...line, quantity: 0 }]),
      /quantity/,
    ],
    [
      'a net and a gross price',
      'CalculateSalesOrder',
      'totalNetAmount',
      calculated([{ ...line, ...bothPrices }]),
      /salesPriceGross/,
    ],
    [
      'a changed line with both prices',
      'CalculateSalesOrder',
      'totalNetAmount',
      calculated([line], [{ lineItemChanges: { update: [bothPrices] } }]),
      /salesPriceGross/,
    ],
    [
      'an entity with a sync number of 0',
      'CalculateSalesEntity',
      'totalNetAmount',
      calculatedEntity([{ ...line, syncNumber: 0 }]),
      /syncNumber/,
    ],
    [
      'a line added to an entity with a quantity of 0',
      'CalculateSalesEntity',
      'totalNetAmount',
      calculatedEntity([line], [{ lineItemChanges: { create: [{ syncNumber: 2, quantity: 0 }] } }]),
      /quantity/,
    ],
    ['a payment of 0', 'CreateSalesOrderPayment', 'paymentId', payment(0), /amount/],
    ['a negative payment', 'CreateSalesOrderPayment', 'paymentId', payment(-5), /amount/],
    ['a payment that rounds to 0', 'CreateSalesOrderPayment', 'paymentId', payment(0.004), /amount/],
  ])('%s in %s', async (_what, mutation, answer, request, field) => {
    const { errors } = await client.send(
      `mutation($request: ${mutation}CommandRequestInput!) { ${mutation}(request: $request) { ${answer} } }`,
      { request },
    );
    expect(errors?.[0]?.extensions['code']).toBe('VALIDATION_ERROR');
    const [refused] = Object.keys(errors?.[0]?.extensions['validationErrors'] as object);
    expect(refused).toMatch(/^request\./);
    expect(refused).toMatch(field);
  });
});
