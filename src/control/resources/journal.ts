import { Router } from 'express';
import type { JournalEntry } from '../../platform/journal-entry.ts';
import type { JournalFilter } from '../../platform/journal.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { journalQuery } from '../queries.schema.ts';
import { readQuery } from '../query.ts';

/** `journal`: past entries, a stream of new ones, and clearing. */
export function journalResource({ platform: { journal, registry } }: EmulatorControl): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const { limit: latest, ...filter } = readQuery(journalQuery, request.query);
    const { tenantId, appId } = filter;
    const entries = journal.entries({
      ...filter,
      // An unknown id may belong to a tenant or app that was deleted since.
      ...(tenantId !== undefined && { tenantId: registry.findTenant(tenantId)?.id ?? tenantId }),
      ...(appId !== undefined && { appId: registry.findApp(appId)?.id ?? appId }),
    } as JournalFilter);
    response.json({ items: latest === undefined ? entries : entries.slice(-latest) });
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
