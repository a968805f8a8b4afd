import { registry } from '../../store/registry.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { PrintedDocument } from './documents/pdf.ts';
import type { OutputKind } from './operations/outbox.ts';

/** The functions of the areas of documents for output as PDF. */
export interface Printing {
  /** @throws DomainError `not-found` */
  documentOf(data: TenantData, kind: OutputKind, id: number): Promise<PrintedDocument>;
}

export const printing = registry<Printing>('system');
