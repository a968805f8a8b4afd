import type { IncomingHttpHeaders } from 'node:http';
import { unpackKey } from '../../contract/keys.ts';
import type { Actor, TenantData } from '../../store/tenant-data.ts';
import { ApiError } from './api-errors.ts';

/** The scope that a call needs to act as another user; any spelling of it (old reference pages, header block). */
export const runAsScope = 'application.runas';

/**
 * @returns the user that `x-runas` names, by id, key or login; undefined without the header
 * @throws ApiError 400 for a user that the tenant does not have
 */
export function actorNamed(data: TenantData, headers: IncomingHttpHeaders): Actor | undefined {
  const { 'x-runas': given } = headers;
  const wanted = typeof given === 'string' ? given.trim() : '';
  if (wanted === '') return undefined;
  const users = [...data.of('wawiUser').values()];
  const key = unpackKey('BenutzerKey', wanted);
  const id = key.ok ? key.id : Number(wanted);
  const user = users.find((one) => one.id === id || one.login.toLowerCase() === wanted.toLowerCase());
  if (user) return { userId: user.id, name: user.login };
  throw new ApiError({
    status: 400,
    code: 'ValidationError',
    message: 'The user of x-runas does not exist.',
    reason: `x-runas names '${wanted}'; this Wawi has the users ${users.map((one) => one.login).join(', ')}`,
    assumptions: ['run-as'],
  });
}
