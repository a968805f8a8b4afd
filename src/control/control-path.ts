import { InvalidInput } from '../platform/problems.ts';

/**
 * Tag for paths of the control API: encodes the inserted values, such as ids.
 * @throws InvalidInput for values that would change the path: empty ones, and the names of folders
 * @example controlPath`tenants/${id}/reset`
 */
export function controlPath(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map(segment));
}

function segment(value: string): string {
  if (value === '' || value === '.' || value === '..') {
    throw new InvalidInput([
      { path: '$', message: `'${value}' is empty or a folder name; give an id or a name` },
    ]);
  }
  return encodeURIComponent(value);
}
