import type { CustomField } from '../schema/characteristics.ts';
import type { ItemMasterEntities } from '../schema/item-master.ts';
import { createCategory, deleteCategory, updateCategory } from '../operations/categories.ts';
import {
  customFieldGroups,
  customFieldOf,
  deleteCustomFieldGroup,
  renameCustomFieldGroup,
} from '../../master-data/operations/custom-field-groups.ts';
import { createRecord, updateRecord } from '../operations/records.ts';
import { invalid } from '../../../store/errors.ts';
import type { BindingsV2, Call, Handler, PathOfV2 } from '../../../wire/rest/call.ts';
import { bindings } from '../../../wire/rest/bindings.ts';
import { act, all, create, idOf, one, page, remove, update } from '../../../wire/rest/handlers.ts';
import { numberParam, textParam } from '../../../wire/rest/params.ts';
import { propertyBindings } from './properties.ts';

type RecordName = Parameters<typeof createRecord>[1];

function creation(name: RecordName, more: object = {}): Handler {
  return create((data, draft, call) => createRecord(data, name, { ...draft, ...more }, call.now));
}

function change(name: RecordName): Handler {
  return update((data, id, draft, call) => updateRecord(data, name, id, draft, call.now));
}

/** Reading one, changing and deleting at a path that ends in the record's id. */
function recordAt(
  path: PathOfV2<'GET'> & PathOfV2<'PATCH'> & PathOfV2<'DELETE'>,
  name: RecordName & keyof ItemMasterEntities,
): BindingsV2 {
  return bindings([
    [`GET ${path}`, one(name)],
    [`PATCH ${path}`, change(name)],
    [`DELETE ${path}`, remove(name)],
  ]);
}

const categoryBindings: BindingsV2 = {
  'POST /categories': create((data, draft) => createCategory(data, draft)),
  'PATCH /categories/{categoryId}': update((data, id, draft) => updateCategory(data, id, draft)),
  'DELETE /categories/{categoryId}': act((data, call) => {
    deleteCategory(data, idOf(call), destination(call.draft['childCategoryDestination']));
  }),
  'GET /category/{CategoryId}': one('category'),
  'POST /create-category': create((data, draft) => createCategory(data, draft)),
  'PATCH /update-category': act((data, call) => {
    const { id, ...draft } = call.draft;
    updateCategory(data, id as number, draft);
  }),
  'DELETE /delete-category': act((data, call) => {
    const { id, moveChildrenTargetId } = call.draft;
    if (typeof id !== 'number') throw invalid('id', 'The id is missing; name the category to delete.');
    deleteCategory(data, id, destination(moveChildrenTargetId));
  }),
};

function destination(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

const customFieldBindings: BindingsV2 = {
  'POST /custom-fields': creation('customField'),
  'PATCH /custom-fields/{customFieldId}': act((data, call) => {
    const field = namedField(call);
    updateRecord(data, 'customField', field.id, call.draft, call.now);
  }),
  'DELETE /custom-fields/{customFieldId}': act((data, call) => {
    data.delete('customField', namedField(call).id);
  }),
  'GET /custom-fields/by-id/{customFieldId}': (call) => ({ value: namedField(call) }),
  'GET /custom-fields/by-reference-type/{referenceType}': (call) => {
    const groupName = (call.query['groupName'] as string | undefined)?.toLowerCase();
    const fields = [
      ...call.data.of('customField').where('referenceType', numberParam(call, 'referenceType')),
    ];
    return {
      value: fields.filter((field) => groupName === undefined || field.groupName.toLowerCase() === groupName),
    };
  },
  'GET /custom-fields/groups': (call) => ({
    value: customFieldGroups(call.data, call.query['referenceType'] as number | undefined),
  }),
  'PATCH /custom-fields/groups/{groupName}/{referenceType}': act((data, call) => {
    const [group, type] = [textParam(call, 'groupName'), numberParam(call, 'referenceType')];
    renameCustomFieldGroup(data, group, type, call.body as string);
  }),
  'DELETE /custom-fields/groups/{groupName}/{referenceType}': act((data, call) => {
    deleteCustomFieldGroup(data, textParam(call, 'groupName'), numberParam(call, 'referenceType'));
  }),
};

function namedField(call: Call): CustomField {
  return customFieldOf(call.data, idOf(call), call.query['referenceType'] as number | undefined);
}

const productGroupBindings: BindingsV2 = {
  'GET /product-groups': all('productGroup'),
  'POST /product-groups': creation('productGroup'),
  'PATCH /product-groups/{id}': update((data, id, { id: named, ...draft }, call) => {
    if (named !== undefined && named !== id)
      throw invalid(
        'id',
        `The body names the product group ${String(named)}, the path ${id}; send the same.`,
      );
    return updateRecord(data, 'productGroup', id, draft, call.now);
  }),
  'DELETE /product-groups/{id}': remove('productGroup'),
  'POST /productgroup/create': creation('productGroup'),
};

/** The records that items refer to, in v2. */
export const itemMasterBindingsV2: BindingsV2 = {
  ...propertyBindings,
  ...categoryBindings,
  ...customFieldBindings,
  ...productGroupBindings,
  'GET /availabilities': all('availability'),
  'GET /conditions': all('condition'),
  'GET /responsible-persons': all('responsiblePerson'),
  'GET /shipping-classes': all('shippingClass'),
  'POST /shippingclass/create': creation('shippingClass'),
  'GET /manufacturers': all('manufacturer'),
  'POST /manufacturers': creation('manufacturer'),
  ...recordAt('/manufacturers/{manufacturerId}', 'manufacturer'),
  'POST /attributes/attribute': creation('attribute'),
  'POST /attributes/function-attribute': async (call) => ({
    ...(await creation('attribute', { isFunctionAttribute: true })(call)),
    assumptions: ['function-attribute-language'],
  }),
  'PATCH /attributes/{attributeId}': change('attribute'),
  'DELETE /attributes/{attributeId}': remove('attribute'),
  'GET /labels': (call) => ({ value: { data: [...call.data.of('label').values()] } }),
  'POST /labels': creation('label'),
  ...recordAt('/labels/{labelId}', 'label'),
  'GET /units-of-measure/sales-units': page('salesUnit'),
  'POST /units-of-measure/sales-units': creation('salesUnit'),
  ...recordAt('/units-of-measure/sales-units/{salesUnitId}', 'salesUnit'),
  'GET /units-of-measure/units-of-measurement': page('unitOfMeasurement'),
  'POST /units-of-measure/units-of-measurement': creation('unitOfMeasurement'),
  ...recordAt('/units-of-measure/units-of-measurement/{unitId}', 'unitOfMeasurement'),
};
