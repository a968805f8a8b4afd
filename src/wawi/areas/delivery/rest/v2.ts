import type { BindingsV2 } from '../../../wire/rest/call.ts';
import { one } from '../../../wire/rest/handlers.ts';
import {
  deliveryNotes,
  packageChanged,
  packageOfNoteChanged,
  packages,
  packagesAdded,
  workflowTriggered,
} from './delivery-notes.ts';
import { outputHandlers } from '../../system/rest/outputs.ts';
import {
  pickListCreated,
  pickListPositionDeleted,
  pickListPositions,
  pickLists,
  positionPicked,
  reservationChanged,
} from './pick-lists.ts';
import { delivered, reassigned, reservationCancelled, reservations, reserved } from './reservations.ts';

const output = outputHandlers('deliveryNote');

/** Reserving stock for sales orders, picking and delivering it. */
export const deliveryBindingsV2: BindingsV2 = {
  'POST /delivery/reserve': reserved,
  'POST /delivery/reassign': reassigned,
  'POST /delivery/deliver': delivered,
  'POST /delivery/cancel-reservation': reservationCancelled,
  'GET /delivery/reservations': reservations,
  'GET /wms/{warehouseId}/picklists': pickLists,
  'POST /wms/{warehouseId}/picklists': pickListCreated,
  'GET /wms/{warehouseId}/picklists/{picklistId}': pickListPositions,
  'DELETE /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}': pickListPositionDeleted,
  'PATCH /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}/change-reservation':
    reservationChanged,
  'PATCH /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}/pick-position':
    positionPicked,
  'GET /delivery-notes': deliveryNotes,
  'GET /delivery-notes/{deliveryNoteId}': one('deliveryNote'),
  'GET /delivery-notes/{deliveryNoteId}/packages': packages,
  'POST /delivery-notes/{deliveryNoteId}/packages': packagesAdded,
  'PATCH /delivery-notes/packages/{packageId}': packageChanged,
  'PATCH /delivery-notes/{deliveryNoteId}/packages/{packageId}': packageOfNoteChanged,
  'POST /delivery-notes/{deliveryNoteId}/workflow-events/{workflowEventId}': workflowTriggered,
  'POST /delivery-notes/{deliveryNoteId}/output/mail': output.mail,
  'POST /delivery-notes/{deliveryNoteId}/output/pdf': output.pdf,
  'POST /delivery-notes/{deliveryNoteId}/output/print': output.print,
};
