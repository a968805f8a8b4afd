import { actionButton, element } from '../parts/dom.ts';
import { type Everything, control } from './control-api.ts';

/** Does something and shows the result at once; failures are shown as a notice. */
export type Act = (work: () => Promise<unknown>) => void;

/** One card: its heading, what it depends on, and its content. */
export interface Card {
  id: string;
  title: string;
  /** The card is drawn anew when this changes. */
  data: (all: Everything) => unknown;
  content: (all: Everything, act: Act) => Node[];
}

const clockCard: Card = {
  id: 'clock',
  title: 'Clock',
  data: ({ state }) => [state.clock.offsetSeconds, state.clock.frozen, state.clock.now.slice(0, 16)],
  content: ({ state: { clock } }, act) => {
    const put = (body: object) => () => act(() => control('PUT', 'clock', body));
    const advance = (seconds: number) => () => act(() => control('POST', 'clock/advance', { seconds }));
    return [
      element('p', { class: 'big', 'data-value': 'now' }, clock.now.slice(0, 19).replace('T', ' ')),
      element('p', {}, `${clock.offsetSeconds} s off the machine's time${clock.frozen ? ', frozen' : ''}`),
      row(
        actionButton('clock-hour', '+1 hour', advance(3600)),
        actionButton('clock-day', '+1 day', advance(86_400)),
        clock.frozen
          ? actionButton('clock-unfreeze', 'Let run', put({ frozen: false }))
          : actionButton('clock-freeze', 'Freeze', put({ frozen: true })),
        actionButton('clock-reset', 'Reset', put({ frozen: false, offsetSeconds: 0 })),
      ),
    ];
  },
};

const faultsCard: Card = {
  id: 'faults',
  title: 'Faults',
  data: ({ faults }) => faults,
  content: ({ faults: { items, presets } }, act) => [
    row(
      ...presets.map((preset) => {
        const active = items.some((fault) => fault.preset === preset);
        const change = active
          ? () => control('DELETE', `faults/${preset}`)
          : () => control('POST', 'faults', { preset });
        return actionButton(`fault-${preset}`, preset, () => act(change), { 'aria-pressed': String(active) });
      }),
    ),
    ...items.map((fault) =>
      element(
        'p',
        { class: 'line' },
        element('code', {}, `${JSON.stringify(fault.match)} → ${JSON.stringify(fault.effect)}`),
        ` struck ${fault.struck} `,
        actionButton('fault-remove', 'Remove', () => act(() => control('DELETE', `faults/${fault.id}`))),
      ),
    ),
  ],
};

const snapshotsCard: Card = {
  id: 'snapshots',
  title: 'Snapshots',
  data: ({ snapshots }) => snapshots,
  content: ({ snapshots: { items } }, act) => {
    const name = element('input', {
      'aria-label': 'Name of the snapshot',
      placeholder: 'name',
      value: `snapshot-${items.length + 1}`,
    });
    return [
      row(
        name,
        actionButton('snapshot-save', 'Save', () =>
          act(() => control('POST', 'snapshots', { name: name.value })),
        ),
        actionButton('reset', 'Reset to fixtures', () => act(() => control('POST', 'reset'))),
      ),
      ...items.map((snapshot) =>
        element(
          'p',
          { class: 'line' },
          element('code', {}, snapshot.name),
          ` ${snapshot.tenantId === null ? 'everything' : 'one tenant'}, ${snapshot.takenAt.slice(0, 19).replace('T', ' ')} `,
          actionButton('snapshot-restore', 'Restore', () =>
            act(() => control('POST', `snapshots/${encodeURIComponent(snapshot.name)}/restore`)),
          ),
        ),
      ),
    ];
  },
};

const tenantsCard: Card = {
  id: 'tenants',
  title: 'Tenants',
  data: ({ state }) => state.tenants,
  content: ({ state: { tenants } }, act) =>
    tenants.map((tenant) => {
      const counts = element('span', { class: 'quiet', 'data-value': `counts-${tenant.slug}` });
      const path = `tenants/${tenant.id}`;
      const { connected } = tenant.wawi;
      const count = async () => {
        const { counts: found } = await control<{ counts: Record<string, number> }>('GET', `${path}/data`);
        const shown = ['item', 'customer', 'salesOrder'].map((kind) => `${found[kind] ?? 0} ${kind}s`);
        counts.textContent = ` ${shown.join(', ')}`;
      };
      void count();
      return element(
        'p',
        { class: 'line' },
        element('strong', {}, tenant.slug),
        ` (${tenant.mandant})`,
        counts,
        ' ',
        actionButton('wawi-switch', connected ? 'Disconnect Wawi' : 'Connect Wawi', () =>
          act(() => control('PATCH', path, { wawi: { connected: !connected } })),
        ),
        actionButton('tenant-reset', 'Reset', () => act(() => control('POST', `${path}/reset`).then(count))),
      );
    }),
};

const appsCard: Card = {
  id: 'apps',
  title: 'Apps',
  data: ({ state }) => [state.apps.map((app) => app.appId), state.installations],
  content: ({ state: { apps, tenants, installations } }) =>
    apps.map((app) => {
      const installed = installations
        .filter((one) => one.appId === app.appId)
        .map((one) => {
          const slug = tenants.find((tenant) => tenant.id === one.tenantId)?.slug ?? one.tenantId;
          return one.status === 'SETUP_PENDING' ? `${slug} (setup pending)` : slug;
        });
      return element(
        'p',
        { class: 'line' },
        element('strong', {}, app.name),
        ' ',
        element('code', {}, app.clientId),
        element('span', { class: 'quiet' }, ` in ${installed.join(', ') || 'no tenant'}`),
      );
    }),
};

const contractCard: Card = {
  id: 'contract',
  title: 'Contract',
  data: ({ contract }) => [contract.violations, contract.advice, contract.apps.map((app) => app.calls)],
  content: ({ contract }, act) => [
    element(
      'p',
      { class: contract.violations > 0 ? 'bad' : 'good' },
      `${contract.violations} violations, ${contract.advice} pieces of advice`,
    ),
    ...contract.apps.flatMap((app) =>
      app.breaches
        .filter((breach) => breach.severity === 'violation')
        .map((breach) =>
          element(
            'p',
            { class: 'line' },
            element('strong', {}, app.slug),
            ` ${breach.operationId ?? ''} ${breach.message} (${breach.count})`,
          ),
        ),
    ),
    element('p', { class: 'quiet' }, `${contract.assumptions.length} assumptions were relied on`),
    row(
      element('a', { href: 'v1/contract', target: '_blank', rel: 'noopener' }, 'Full report'),
      actionButton('contract-clear', 'Clear', () => act(() => control('DELETE', 'contract'))),
    ),
  ],
};

/** In the order they stand in. */
export const cards: readonly Card[] = [
  clockCard,
  faultsCard,
  snapshotsCard,
  tenantsCard,
  appsCard,
  contractCard,
];

function row(...children: Node[]): HTMLElement {
  return element('div', { class: 'controls' }, ...children);
}
