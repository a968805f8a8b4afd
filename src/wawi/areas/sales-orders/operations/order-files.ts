import { decimal } from '../../../store/values/decimal.ts';
import type { SalesOrder } from '../schema/sales.ts';
import type { FileReference } from '../../../store/shared-entities.ts';
import { notFound } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { lineOf } from './sales-order-lines.ts';

/** Where files hang: on an order, or on one of its lines. */
export interface FilePlace {
  orderId: number;
  lineId?: number | undefined;
}

/** Name and type of a file; its bytes are in the tenant's file store. */
export interface FileDraft {
  fileId?: number;
  fileName?: string;
  fileDataType?: string;
  /** Bytes. */
  size?: number;
}

/** @throws DomainError `not-found` for the order or the line */
export function filesAt(data: TenantData, { orderId, lineId }: FilePlace): readonly FileReference[] {
  const order = data.get('salesOrder', orderId);
  return lineId === undefined ? order.files : lineOf(order, lineId).files;
}

/** @throws DomainError `not-found` for the order, the line or the file */
export function fileAt(data: TenantData, place: FilePlace, id: number): FileReference {
  const file = filesAt(data, place).find((one) => one.id === id);
  if (!file) throw notFound('file', id);
  return file;
}

/** @param now ISO 8601 */
export function addFile(
  data: TenantData,
  place: FilePlace,
  draft: Required<FileDraft>,
  now: string,
): FileReference {
  const { fileId, fileName, fileDataType, size } = draft;
  const sequence = place.lineId === undefined ? 'salesOrderFile' : 'salesOrderLineItemFile';
  const file = {
    id: data.nextId(sequence),
    fileId,
    fileName,
    fileDataType,
    size: decimal(size),
    createdAt: now,
  };
  store(data, place, [...filesAt(data, place), file]);
  return file;
}

/** @throws DomainError `not-found` */
export function changeFile(data: TenantData, place: FilePlace, id: number, change: FileDraft): FileReference {
  const { size, ...fields } = change;
  const file: FileReference = {
    ...fileAt(data, place, id),
    ...fields,
    ...(size === undefined ? {} : { size: decimal(size) }),
  };
  store(
    data,
    place,
    filesAt(data, place).map((one) => (one.id === id ? file : one)),
  );
  return file;
}

/** @throws DomainError `not-found` */
export function removeFile(data: TenantData, place: FilePlace, id: number): void {
  fileAt(data, place, id);
  store(
    data,
    place,
    filesAt(data, place).filter((one) => one.id !== id),
  );
}

function store(data: TenantData, { orderId, lineId }: FilePlace, files: FileReference[]): void {
  if (lineId === undefined) {
    data.update('salesOrder', orderId, { files });
    return;
  }
  const order: SalesOrder = data.get('salesOrder', orderId);
  data.update('salesOrder', orderId, {
    lineItems: order.lineItems.map((line) => (line.id === lineId ? { ...line, files } : line)),
  });
}
