import type { IncomingHttpHeaders } from 'node:http';

/** The user that records a call without `x-runas`. */
export const apiUser = 'REST-API';

/** @returns the user that `x-runas` names, who then stands in what the call books; else the API itself */
export function actorOf(headers: IncomingHttpHeaders): string {
  const runAs = headers['x-runas'];
  return typeof runAs === 'string' && runAs.trim() !== '' ? runAs.trim() : apiUser;
}
