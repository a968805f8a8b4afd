import { addItemsToCategory, createCategory, updateCategory } from '../operations/categories.ts';
import type { BindingsV1 } from '../../../wire/rest/call.ts';
import { all, create, idOf, one, page, update } from '../../../wire/rest/handlers.ts';
import { propertyBindings } from './properties.ts';

/** The records that items refer to, in v1. */
export const itemMasterBindingsV1: BindingsV1 = {
  ...propertyBindings,
  'GET /availabilities': all('availability'),
  'GET /conditions': all('condition'),
  'GET /manufacturers': all('manufacturer'),
  'GET /productGroups': all('productGroup'),
  'GET /responsiblePersons': all('responsiblePerson'),
  'GET /shippingClasses': all('shippingClass'),
  'GET /suppliers': all('supplier'),
  'GET /categories': page('category'),
  'GET /categories/{categoryId}': one('category'),
  'POST /categories': create((data, draft) => createCategory(data, draft)),
  'PATCH /categories/{categoryId}': update((data, id, draft) => updateCategory(data, id, draft)),
  'POST /categories/{categoryId}/items': async (call) => {
    const itemIds = call.body as number[];
    await call.write((data) => {
      addItemsToCategory(data, idOf(call), itemIds, call.now);
    });
    return { value: itemIds };
  },
};
