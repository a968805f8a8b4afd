import type { LoginSession } from '../schema/system.ts';
import { invalid } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/**
 * Signs a Wawi user in.
 * @param sessionId a new UUID
 * @param now ISO 8601
 * @throws DomainError `invalid` for an unknown user or a wrong password
 */
export function logIn(
  data: TenantData,
  credentials: { userName: string; password: string },
  sessionId: string,
  now: string,
): LoginSession {
  const user = data.of('wawiUser').findUnique('login', credentials.userName);
  if (user?.password !== credentials.password) {
    throw invalid(
      'userName',
      `There is no user '${credentials.userName}' with that password; a fresh Wawi knows 'admin' with 'pass'.`,
    );
  }
  return data.insert('loginSession', { sessionId, userId: user.id, createdAt: now });
}

/**
 * Ends a session.
 * @throws DomainError `invalid` for one that is not open
 */
export function logOut(data: TenantData, sessionId: string): void {
  const session = data.of('loginSession').findUnique('sessionId', sessionId);
  if (!session) throw invalid('X-SessionId', `There is no open session '${sessionId}'.`);
  data.delete('loginSession', session.id);
}
