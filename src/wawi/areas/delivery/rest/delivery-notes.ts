import type { DeliveryNote } from '../schema/logistics.ts';
import { addPackage, changePackage, packagesOf } from '../operations/delivery-notes.ts';
import { triggerWorkflow } from '../../system/operations/workflows.ts';
import type { Call, Handler } from '../../../wire/rest/call.ts';
import { notFound } from '../../../store/errors.ts';
import { act, idOf, page, update } from '../../../wire/rest/handlers.ts';

export const deliveryNotes = page<'deliveryNote'>('deliveryNote', {
  filters: {
    salesOrderNumberId: 'salesOrderId',
    customerId: 'customerId',
    salesOrderNumber: (note: DeliveryNote, number: string, data) =>
      data.of('salesOrder').findUnique('number', number)?.id === note.salesOrderId,
    // Wawi's own delivery notes exist as documents; those of fulfilment partners do not.
    IsExisting: (note: DeliveryNote, isExisting: boolean) => note.isExternal !== isExisting,
  },
});

export const packages: Handler = (call) => {
  const note = call.data.get('deliveryNote', idOf(call));
  return { value: packagesOf(call.data, note.id) };
};

/** The body is a list of parcels; the answer too, in the same order. */
export const packagesAdded: Handler = async (call) => ({
  value: await call.write((data) =>
    (call.body as object[]).map((draft) => addPackage(data, idOf(call), draft, { now: call.now })),
  ),
});

export const packageChanged = update((data, id, draft, call) =>
  changePackage(data, id, draft, { now: call.now }),
);

/** A package of another delivery note is not found. */
export const packageOfNoteChanged: Handler = async (call) => {
  const note = call.data.get('deliveryNote', idOf(call, 'deliveryNoteId'));
  const packageId = idOf(call, 'packageId');
  if (!packagesOf(call.data, note.id).some(({ id }) => id === packageId))
    throw notFound('package', packageId);
  return { value: await call.write((data) => changePackage(data, packageId, call.draft, { now: call.now })) };
};

export const workflowTriggered = act((data, call: Call) => {
  const { deliveryNoteId, workflowEventId } = call.params;
  triggerWorkflow(data, 'deliveryNote', deliveryNoteId as number, workflowEventId as number, call.now);
});
