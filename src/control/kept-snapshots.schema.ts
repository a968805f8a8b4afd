import { Type, type TProperties } from 'typebox';
import { anyText as text } from '../platform/validation/fields.ts';

// The members of stored snapshots that their readers need; others may be present.

const list = Type.Unsafe<unknown[]>({ type: 'array', expected: 'a list' });
const holding = (properties: TProperties) => Type.Object(properties, { expected: 'an object' });

/** The index of the snapshots. */
export const storedIndex = Type.Array(holding({ name: text, takenAt: text, key: text }), {
  $id: 'state/snapshots',
  expected: 'a list',
});

/** A snapshot without the tenants' data and files. */
export const storedContent = Type.Object(
  {
    view: Type.Optional(holding({ name: text, takenAt: text })),
    seed: Type.Optional(holding({ users: list, tenants: list, apps: list, installations: list })),
    tenants: Type.Array(
      holding({ tenant: holding({ id: text }), files: Type.Array(text, { expected: 'a list' }) }),
      { expected: 'a list' },
    ),
  },
  { $id: 'state/snapshot', expected: 'an object' },
);
