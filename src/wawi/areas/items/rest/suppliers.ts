import type { Supplier } from '../schema/item-master.ts';
import { createRecord } from '../operations/records.ts';
import { isListedSupplier, updateSupplier } from '../operations/suppliers.ts';
import type { BindingsV2 } from '../../../wire/rest/call.ts';
import { create, one, page, update } from '../../../wire/rest/handlers.ts';
import { sortedPage } from '../../../wire/rest/sorted-lists.ts';

const filters = {
  lastChangedSince: (supplier: Supplier, since: string) => supplier.lastChanged >= since,
  lastChangedUntil: (supplier: Supplier, until: string) => supplier.lastChanged <= until,
};

const listBefore = page('supplier', { filters });

const listLater = sortedPage('supplier', {
  filters,
  only: isListedSupplier,
  sorts: {
    id: 'id',
    name: 'name',
    supplierNo: 'supplierNo',
    company: 'company',
    city: 'city',
    lastChangedDate: 'lastChanged',
  },
  dates: { lastChangedDate: 'lastChanged' },
});

/** Suppliers of v2: 2.0 lists them, later versions read, create and change them as well. */
export const supplierBindingsV2: BindingsV2 = {
  'GET /suppliers': (call) => (call.contract.apiVersion === '2.0' ? listBefore : listLater)(call),
  ...{
    'POST /suppliers': create((data, draft, call) => createRecord(data, 'supplier', draft, call.now)),
    'GET /suppliers/{supplierId}': one('supplier'),
    'PATCH /suppliers/{supplierId}': update((data, id, draft, call) =>
      updateSupplier(data, id, draft, call.now),
    ),
  },
};
