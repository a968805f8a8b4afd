import type { DocumentedOperation, Shape } from './documented-operation.ts';

const problems: Shape = { errors: [{ path: 'string', value: 'any', message: 'string' }] };
export const list: Shape = { items: ['object'] };
const base = '/_emulator/v1';

/** An operation of the control API: what differs from one to the next. */
export type ControlRow = [
  method: DocumentedOperation['method'],
  path: string,
  id: string,
  summary: string,
  more?: Pick<DocumentedOperation, 'schema' | 'query'> & {
    /** Further statuses beside the common ones. */
    also?: readonly (200 | 404 | 406 | 409)[];
  },
  success?: { status: number; shape: Shape | null },
];

export const created = { status: 201, shape: 'object' } as const;
export const gone = { status: 204, shape: null } as const;
export const listed = { status: 200, shape: list } as const;

/** @returns the operation of a row with what all operations of the control API have in common */
export function controlOperation(row: ControlRow): DocumentedOperation {
  const [method, path, id, summary, more = {}, success = { status: 200, shape: 'object' }] = row;
  return {
    method,
    path: `${base}${path}`,
    id,
    tag: path.split('/')[1] ?? 'control',
    summary,
    ...(more.query && { query: more.query }),
    ...(more.schema && { schema: more.schema }),
    answers: {
      ...Object.fromEntries((more.also ?? []).map((status) => [status, status < 400 ? 'object' : problems])),
      [success.status]: success.shape,
      400: problems,
      // The request came from a web page of another origin.
      403: problems,
      ...(path.includes('{') ? { 404: problems } : {}),
      ...(more.schema === undefined ? {} : { 413: problems }),
    },
  };
}
