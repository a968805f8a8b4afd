import type { IncomingHttpHeaders } from 'node:http';
import { apiUser } from '../../areas/stock/operations/stock.ts';

/** @returns the user that `x-runas` names, who then stands in what the call books; else the API itself */
export function actorOf(headers: IncomingHttpHeaders): string {
  const runAs = headers['x-runas'];
  return typeof runAs === 'string' && runAs.trim() !== '' ? runAs.trim() : apiUser;
}
