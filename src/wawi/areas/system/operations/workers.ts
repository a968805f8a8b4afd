import { timeSpanMs } from '../../../contract/time-spans.ts';
import type { WorkerSync } from '../schema/system.ts';
import { DomainError } from '../../../store/errors.ts';
import { later } from '../../../store/values/instants.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** How often a sync runs, and its settings by id. */
export interface WorkerConfigurationDraft {
  interval?: string | null;
  configs?: { id?: number; value?: string }[] | null;
}

/**
 * Changes how often a sync runs and its settings.
 * @throws DomainError `not-found`, `missing-reference` for a setting the sync does not have
 */
export function configureSync(data: TenantData, id: number, draft: WorkerConfigurationDraft): WorkerSync {
  const sync = data.get('workerSync', id);
  const configs = draft.configs ?? [];
  for (const config of configs) {
    if (sync.configurations.some((one) => one.id === config.id)) continue;
    const message = `The sync ${sync.syncName} has no setting with the id ${config.id ?? ''}.`;
    throw new DomainError('missing-reference', message, [{ path: 'configs[].id', message }]);
  }
  return data.update('workerSync', id, {
    ...(draft.interval === undefined || draft.interval === null ? {} : { interval: draft.interval }),
    configurations: sync.configurations.map((setting) => {
      const change = configs.find((config) => config.id === setting.id);
      return change?.value === undefined ? setting : { ...setting, currentValue: change.value };
    }),
  });
}

/**
 * The result of an action (0 start, 1 stop, 2 restart). There are no real syncs, so a started one is finished at once.
 */
const outcomes: Readonly<Record<number, Pick<WorkerSync, 'state' | 'progressText' | 'progress'>>> = {
  0: { state: 3, progressText: 'Abgleich beendet', progress: 100 },
  1: { state: 0, progressText: 'Angehalten', progress: 0 },
  2: { state: 3, progressText: 'Abgleich beendet', progress: 100 },
};

/**
 * Starts or stops a sync (fidelity row `worker-sync-control`).
 * @param now ISO 8601
 * @throws DomainError `not-found`
 */
export function controlSync(data: TenantData, id: number, action: number, now: string): WorkerSync {
  const sync = data.get('workerSync', id);
  const outcome = outcomes[action];
  const runs = outcome?.state === 3;
  return data.update('workerSync', id, {
    ...outcome,
    ...(runs ? { lastSync: now, nextSync: later(now, timeSpanMs(sync.interval) ?? 0) } : {}),
  });
}
