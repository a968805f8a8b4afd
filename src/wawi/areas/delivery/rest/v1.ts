import type { BindingsV1 } from '../../../wire/rest/call.ts';
import {
  deliveryNotes,
  packageChanged,
  packages,
  packagesAdded,
  workflowTriggered,
} from './delivery-notes.ts';
import { outputHandlers } from '../../system/rest/outputs.ts';
import { one } from '../../../wire/rest/handlers.ts';
import { pickListCreated, pickListPositions, pickLists, reservationChanged } from './pick-lists.ts';
import { delivered, reassigned, reserved } from './reservations.ts';

const output = outputHandlers('deliveryNote');

/** Reservations, pick lists and delivery notes. */
export const deliveryBindingsV1: BindingsV1 = {
  'GET /wms/{warehouseId}/picklists': pickLists,
  'POST /wms/{warehouseId}/picklists': pickListCreated,
  'GET /wms/{warehouseId}/picklists/{picklistId}': pickListPositions,
  'PATCH /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}/changeReservation':
    reservationChanged,
  'POST /delivery/reserve': reserved,
  'POST /delivery/reassign': reassigned,
  'POST /delivery/deliver': delivered,
  'GET /deliveryNotes': deliveryNotes,
  'GET /deliveryNotes/{deliveryNoteId}': one('deliveryNote'),
  'GET /deliveryNotes/{deliveryNoteId}/packages': packages,
  'POST /deliveryNotes/{deliveryNoteId}/packages': packagesAdded,
  'PATCH /deliveryNotes/packages/{packageId}': packageChanged,
  'POST /deliveryNotes/{deliveryNoteId}/workflow/{workflowEventId}': workflowTriggered,
  'POST /deliveryNotes/{deliveryNoteId}/output/mail': output.mail,
  'POST /deliveryNotes/{deliveryNoteId}/output/pdf': output.pdf,
  'POST /deliveryNotes/{deliveryNoteId}/output/print': output.print,
};
