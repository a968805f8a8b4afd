import { configureSync, controlSync } from '../operations/workers.ts';
import type { SharedBindings, Handler } from '../../../wire/rest/call.ts';
import { act, all, idOf, update } from '../../../wire/rest/handlers.ts';
import { marked } from '../../../wire/rest/bindings.ts';

const workerStatus: Handler = (call) => {
  const syncId = call.query['syncId'] as number | undefined;
  const syncs = call.data.of('workerSync');
  return { value: syncId === undefined ? [...syncs.values()] : [call.data.get('workerSync', syncId)] };
};

/** The jobs of JTL-Worker; the same in both versions. */
export const workerBindings: SharedBindings = {
  'GET /workers': all('workerSync'),
  'GET /workers/status': workerStatus,
  'POST /workers/{syncId}': update((data, id, draft) => configureSync(data, id, draft)),
  'PUT /workers/{syncId}': marked(
    ['worker-sync-control'],
    act((data, call) => {
      controlSync(data, idOf(call), call.draft['action'] as number, call.now);
    }),
  ),
};
