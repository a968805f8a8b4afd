import { Type } from 'typebox';
import { anyText as text, number, record } from '../../../platform/validation/fields.ts';

// The members of a tenant's stored documents that their readers need; others may be present.

const rows = Type.Array(Type.Object({ id: number }, { expected: 'an object' }), { expected: 'a list' });
const index = Type.Object({ sequences: record, parts: record }, { expected: 'an object' });
const change = Type.Object(
  { name: text, part: number, put: rows, removed: Type.Array(number, { expected: 'a list' }) },
  { expected: 'an object' },
);
const changes = Type.Array(change, { expected: 'a list' });

/** A part of the rows of one kind. */
export const storedRows = { ...rows, $id: 'state/rows' };
export const storedIndex = { ...index, $id: 'state/index' };
export const storedChanges = { ...changes, $id: 'state/changes' };

/** A change of several documents, saved before the first of them. */
export const storedIntent = Type.Object(
  { index, changes, more: number },
  { $id: 'state/intent', expected: 'an object' },
);

/** The same document when no change is under way (null), or at the first save of a tenant. */
export const storedNote = Type.Unsafe<Record<string, unknown> | null>({
  $id: 'state/note',
  type: ['object', 'null'],
  expected: 'an object or null',
});
