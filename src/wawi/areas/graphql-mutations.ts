import { randomUUID } from 'node:crypto';
import { writeWithFile } from '../store/persistence/files.ts';
import { registerFile } from './system/operations/uploaded-files.ts';
import type { UploadedFile } from '../wire/graphql/uploaded-file.ts';
import { keyArgument } from '../wire/graphql/arguments.ts';
import { commandOf, twin } from '../wire/graphql/commands.ts';
import { laterMutations } from './graphql-later-mutations.ts';
import type { RootBindings, RootCall } from '../wire/graphql/call.ts';

function itemOf(call: RootCall): { itemId: number | undefined } {
  return { itemId: keyArgument(commandOf(call), 'itemId', 'ArtikelKey') };
}

/** Keeps a file for later use, under a key of its own (REST v2: `PUT /file`). */
async function uploadFile(call: RootCall): Promise<unknown> {
  const { fileName, mediaType, bytes } = call.args['file'] as UploadedFile;
  const contentType = mediaType === '' ? 'application/octet-stream' : mediaType;
  const key = randomUUID();
  const file = await writeWithFile(call, bytes, (data, fileId) =>
    registerFile(data, { fileName, contentType, fileId, key, size: bytes.byteLength }),
  );
  return { ...file, fileHandle: `${call.baseUrl}/erp/v2/file/${key}` };
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
    return itemId === undefined ? undefined : call.data.of('item').get(itemId);
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
  UploadFile: { scopes: ['file.handling'], one: uploadFile },
  ChangePackageWeight: twin('PATCH /package/change'),
  CreateDeliverPackage: twin('POST /package/deliver'),
  ...laterMutations,
};
