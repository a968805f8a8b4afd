import { Type } from 'typebox';
import { anyText, closed, wholeFrom } from '../platform/validation/fields.ts';

// The query parameters of the control API. A query consists of texts; whole numbers are parsed from their digits.

const optional = Type.Optional;

export const environmentQuery = closed({ tenant: optional(anyText) }, { $id: 'control/environment-query' });

export const journalQuery = closed(
  {
    /** Number of entries, the latest ones. */
    limit: optional(wholeFrom(1, 1_000_000)),
    kind: optional(anyText),
    service: optional(anyText),
    method: optional(anyText),
    path: optional(anyText),
    status: optional(wholeFrom(100, 599)),
    tenantId: optional(anyText),
    appId: optional(anyText),
    operationId: optional(anyText),
    traceId: optional(anyText),
  },
  { $id: 'control/journal-query' },
);
