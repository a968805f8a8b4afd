import { updateCustomer } from './customers/operations/customers.ts';
import { createRecord, updateRecord } from './items/operations/records.ts';
import { updateSalesOrder } from './sales-orders/operations/sales-orders.ts';
import { cancelQuotation, orderFromQuotation } from './sales-orders/operations/sales-quotations.ts';
import { updateTaxClass } from './pricing/operations/tax-rates.ts';
import { enumNumber } from '../contract/graphql-enums.ts';
import { requiredKey } from '../wire/graphql/arguments.ts';
import { commandKey, commandKeys, commandOf, twin } from '../wire/graphql/commands.ts';
import type { Arguments } from '../wire/graphql/call.ts';
import type { RootBinding, RootBindings, RootCall } from '../wire/graphql/call.ts';

/** @param scope what an app needs; `system.all` suffices too */
function command(scope: string, run: (call: RootCall) => unknown): RootBinding {
  return { scopes: [scope], one: run };
}

/** The one path parameter of a twin, from the command. */
function keyOf(name: string): (args: Arguments) => readonly string[] {
  return (args) => [String(commandOf({ args })[name])];
}

function changeCustomer(call: RootCall): Promise<unknown> {
  const customerId = commandKey(call, 'customerId', 'KundeKey');
  const draft = call.twins.change('CustomerDomain.CreateCustomerCommandRequest', commandOf(call));
  return call.write((data) => updateCustomer(data, customerId, draft, { now: call.now }));
}

function changeSalesOrder(call: RootCall): Promise<unknown> {
  const salesOrderId = commandKey(call, 'salesOrderId', 'VerkaufAuftragKey');
  const { disableAutomaticWorkflows, ...draft } = call.twins.change(
    'SalesOrderDomain.CreateSalesOrderCommandRequest',
    commandOf(call),
  );
  const write = { now: call.now, disableAutomaticWorkflows: disableAutomaticWorkflows === true };
  return call.write((data) => updateSalesOrder(data, salesOrderId, draft, write));
}

async function addProductGroups(call: RootCall): Promise<boolean> {
  const names = commandOf(call)['names'] as readonly string[];
  await call.write((data) => names.map((name) => createRecord(data, 'productGroup', { name }, call.now)));
  return true;
}

async function updateProductGroups(call: RootCall): Promise<boolean> {
  const groups = commandOf(call)['productGroups'] as readonly { productGroupId: string; name: string }[];
  await call.write((data) =>
    groups.map(({ productGroupId, name }) => {
      const id = requiredKey({ productGroupId }, 'productGroupId', 'WarengruppeKey');
      return updateRecord(data, 'productGroup', id, { name }, call.now);
    }),
  );
  return true;
}

async function deleteProductGroups(call: RootCall): Promise<boolean> {
  const ids = commandKeys(call, 'productGroupIds', 'WarengruppeKey');
  await call.write((data) => {
    for (const id of ids) data.delete('productGroup', id);
  });
  return true;
}

async function changeTaxClass(call: RootCall): Promise<boolean> {
  const id = commandKey(call, 'taxClassId', 'SteuerklasseKey');
  const { name, isStandard, taxType } = commandOf(call);
  await call.write((data) =>
    updateTaxClass(data, id, {
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof isStandard === 'boolean' ? { isDefault: isStandard } : {}),
      ...(typeof taxType === 'string' ? { type: enumNumber('TaxType', taxTypes, taxType) } : {}),
    }),
  );
  return true;
}

/** TaxType of the contract, in the order of its numbers (AccountingData.TaxClassType of REST v2). */
const taxTypes = [
  'NONE',
  'SUPER_REDUCED_TAX_RATE',
  'REDUCED_TAX_RATE_LOW',
  'REDUCED_TAX_RATE',
  'STANDARD_TAX_RATE',
  'INTERMEDIARY_RATE',
];

async function deleteTaxClass(call: RootCall): Promise<boolean> {
  const id = commandKey(call, 'taxClassId', 'SteuerklasseKey');
  await call.write((data) => {
    data.delete('taxClass', id);
  });
  return true;
}

async function cancelSalesQuotation(call: RootCall): Promise<boolean> {
  const id = commandKey(call, 'salesQuotationId', 'AngebotKey');
  const cancellationReasonId = commandKey(call, 'cancellationReasonId', 'AuftragStornogrundKey');
  const cancellationComment = commandOf(call)['cancellationComment'] as string | undefined;
  await call.write((data) =>
    cancelQuotation(
      data,
      id,
      { cancellationReasonId, cancellationComment: cancellationComment ?? null },
      call.now,
    ),
  );
  return true;
}

function orderQuotation(call: RootCall): Promise<unknown> {
  const id = commandKey(call, 'salesQuotationId', 'AngebotKey');
  return call.write((data) => orderFromQuotation(data, id, call.now));
}

/** What version 2.1 adds (erp-graphql-2.1.delta); the inputs, which no record shows, follow REST v2 and the commands of 2.0. */
export const laterMutations: RootBindings = {
  UpdateCustomer: command('customers.write', changeCustomer),
  UpdateSalesOrder: command('salesorders.write', changeSalesOrder),
  CreateSalesQuotation: twin('POST /sales-quotations'),
  CancelSalesQuotation: command('offers.write', cancelSalesQuotation),
  CreateSalesOrderFromSalesQuotation: command('salesorders.write', orderQuotation),
  CancelSalesInvoice: twin('POST /invoices/{invoiceId}/cancel', () => true, keyOf('salesInvoiceId')),
  CreateSalesInvoiceCorrection: twin(
    'POST /sales-invoices/{salesInvoiceId}/correct',
    undefined,
    keyOf('salesInvoiceId'),
  ),
  CancelSalesInvoiceCorrection: twin(
    'POST /sales-invoice-corrections/{salesInvoiceCorrectionId}/cancel',
    () => true,
    keyOf('salesInvoiceCorrectionId'),
  ),
  CopyItemdetails: twin('POST /items/copy-item', (_answer, call) => ({
    itemId: commandKey(call, 'itemKey', 'ArtikelKey'),
  })),
  DuplicateItems: twin('POST /items/duplicate-item', (answer) => ({
    createdItems: (answer as { value: readonly number[] }).value,
  })),
  AddProductGroups: command('items.write', addProductGroups),
  UpdateProductGroups: command('items.write', updateProductGroups),
  DeleteProductGroups: command('items.write', deleteProductGroups),
  UpdateTaxClass: command('taxes.write', changeTaxClass),
  DeleteTaxClass: command('taxes.write', deleteTaxClass),
};
