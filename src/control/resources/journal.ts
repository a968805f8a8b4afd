import { type Request, Router } from 'express';
import type { JournalEntry, JournalFilter } from '../../platform/journal.ts';
import { InvalidInput } from '../../platform/problems.ts';
import type { EmulatorControl } from '../emulator-control.ts';

const filterKeys = [
  'kind',
  'service',
  'method',
  'path',
  'status',
  'tenantId',
  'appId',
  'operationId',
  'traceId',
] as const;

/** `journal`: what happened so far, what happens now, forgetting it. */
export function journalResource({ platform: { journal } }: EmulatorControl): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const limit = Number(request.query['limit'] ?? Infinity);
    response.json({ items: journal.entries(filterFrom(request)).slice(-limit) });
  });
  router.delete('/', (_request, response) => {
    journal.clear();
    response.status(204).end();
  });
  router.get('/stream', (request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(':\n\n');
    const stop = journal.subscribe((entry: JournalEntry) => {
      response.write(`id: ${entry.id}\ndata: ${JSON.stringify(entry)}\n\n`);
    });
    request.once('close', stop);
  });
  return router;
}

function filterFrom(request: Request): JournalFilter {
  const unknown = Object.keys(request.query).filter(
    (key) => key !== 'limit' && !filterKeys.some((known) => known === key),
  );
  if (unknown.length > 0) {
    throw new InvalidInput(
      unknown.map((key) => ({
        path: `?${key}`,
        value: key,
        message: `unknown filter; allowed: limit, ${filterKeys.join(', ')}`,
      })),
    );
  }
  const given = filterKeys.flatMap((key) => {
    const value = request.query[key];
    return typeof value === 'string' ? [[key, key === 'status' ? Number(value) : value] as const] : [];
  });
  return Object.fromEntries(given) as JournalFilter;
}
