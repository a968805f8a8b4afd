import { keyArgument } from './arguments.ts';
import type { RootBinding, RootBindings, RootCall, Twin } from './root-call.ts';

function twin(operation: string, show?: Twin['show']): RootBinding {
  return { twin: { operation, ...(show ? { show } : {}) } };
}

/** The command's own input. */
function commandOf(call: RootCall): Readonly<Record<string, unknown>> {
  return call.args['request'] as Readonly<Record<string, unknown>>;
}

function itemOf(call: RootCall): { itemId: number | undefined } {
  return { itemId: keyArgument(commandOf(call), 'itemId', 'ArtikelKey') };
}

/**
 * The mutations are the commands of REST v2. What version 2.1 answers where 2.0 answered just `true` is made of the
 * command's own key.
 */
export const mutations: RootBindings = {
  CreateWorkbenchResource: twin('POST /workbench-resources/create'),
  CreateWorkbenchResourceType: twin('POST /workbench-resource-types/create'),
  CreateCategory: twin('POST /create-category'),
  DeleteCategory: twin('DELETE /delete-category'),
  UpdateCategory: twin('PATCH /update-category', (_answer, call) => ({
    categoryId: keyArgument(commandOf(call), 'id', 'KategorieKey'),
  })),
  AddItemSupplier: twin('POST /itemdetails/suppliers/add', (_answer, call) => itemOf(call)),
  ChangeItem: twin('PATCH /itemdetails/change', (_answer, call) => {
    const { itemId } = itemOf(call);
    return { item: itemId === undefined ? undefined : call.data.of('item').get(itemId) };
  }),
  CreateItem: twin('POST /itemdetails/create'),
  CreateProductGroup: twin('POST /productgroup/create'),
  UpdateItemSalesChannels: twin('POST /update-item-sales-channels'),
  CreateShippingClass: twin('POST /shippingclass/create'),
  CreateTaxClass: twin('POST /taxclass/create'),
  CreateCustomer: twin('POST /customer/create'),
  ActivateLanguage: twin('POST /languages/activate'),
  DeactivateLanguage: twin('POST /languages/deactivate'),
  CreateSalesInvoice: twin('POST /salesinvoice/create-sales-invoice'),
  CalculateSalesOrder: twin('POST /salesorder/calculate-sales-order'),
  CreateSalesOrder: twin('POST /salesorder/create'),
  ChangePackageWeight: twin('PATCH /package/change'),
  CreateDeliverPackage: twin('POST /package/deliver'),
};
