import { actionButton, element } from '../parts/dom.ts';
import type { DashboardKey } from '../texts/dashboard-german.ts';
import { type Everything, control } from './control-api.ts';
import { text } from './texts.ts';

/** Runs a change and shows the result at once; a failure becomes a notice. */
export type Act = (work: () => Promise<unknown>) => void;

/** One card: its content and the data that the content depends on. */
export interface Card {
  /** The key of its heading. */
  id: DashboardKey;
  /** A change of this value redraws the card. */
  data: (all: Everything) => unknown;
  content: (all: Everything, act: Act) => Node[];
}

const clockCard: Card = {
  id: 'clock',
  data: ({ state }) => [state.clock.offsetSeconds, state.clock.frozen, state.clock.now.slice(0, 16)],
  content: ({ state: { clock } }, act) => {
    const put = (body: object) => () => act(() => control('PUT', 'clock', body));
    const advance = (seconds: number) => () => act(() => control('POST', 'clock/advance', { seconds }));
    return [
      element('p', { class: 'big', 'data-value': 'now' }, clock.now.slice(0, 19).replace('T', ' ')),
      element(
        'p',
        {},
        text(clock.frozen ? 'clockFrozenOffset' : 'clockOffset', { seconds: clock.offsetSeconds }),
      ),
      row(
        actionButton('clock-hour', text('hourLater'), advance(3600)),
        actionButton('clock-day', text('dayLater'), advance(86_400)),
        clock.frozen
          ? actionButton('clock-unfreeze', text('unfreeze'), put({ frozen: false }))
          : actionButton('clock-freeze', text('freeze'), put({ frozen: true })),
        actionButton('clock-reset', text('reset'), put({ frozen: false, offsetSeconds: 0 })),
      ),
    ];
  },
};

const faultsCard: Card = {
  id: 'faults',
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
        ` ${text('applied', { count: fault.applied })} `,
        actionButton('fault-remove', text('remove'), () =>
          act(() => control('DELETE', `faults/${fault.id}`)),
        ),
      ),
    ),
  ],
};

const snapshotsCard: Card = {
  id: 'snapshots',
  data: ({ snapshots }) => snapshots,
  content: ({ snapshots: { items } }, act) => {
    const name = element('input', {
      'aria-label': text('snapshotName'),
      placeholder: text('name'),
      value: `snapshot-${items.length + 1}`,
    });
    return [
      row(
        name,
        actionButton('snapshot-save', text('save'), () =>
          act(() => control('POST', 'snapshots', { name: name.value })),
        ),
        actionButton('reset', text('resetToFixtures'), () => act(() => control('POST', 'reset'))),
      ),
      ...items.map((snapshot) =>
        element(
          'p',
          { class: 'line' },
          element('code', {}, snapshot.name),
          ` ${text(snapshot.tenantId === null ? 'everything' : 'oneTenant')}, ${snapshot.takenAt.slice(0, 19).replace('T', ' ')} `,
          actionButton('snapshot-restore', text('restore'), () =>
            act(() => control('POST', `snapshots/${encodeURIComponent(snapshot.name)}/restore`)),
          ),
        ),
      ),
    ];
  },
};

const tenantsCard: Card = {
  id: 'tenants',
  data: ({ state }) => state.tenants,
  content: ({ state: { tenants } }, act) =>
    tenants.map((tenant) => {
      const counts = element('span', { class: 'quiet', 'data-value': `counts-${tenant.slug}` });
      const path = `tenants/${tenant.id}`;
      const { connected } = tenant.wawi;
      const count = async () => {
        const { counts: found } = await control<{ counts: Record<string, number> }>('GET', `${path}/data`);
        const { item = 0, customer = 0, salesOrder = 0 } = found;
        counts.textContent = ` ${text('counts', { items: item, customers: customer, salesOrders: salesOrder })}`;
      };
      void count();
      return element(
        'p',
        { class: 'line' },
        element('strong', {}, tenant.slug),
        ` (${tenant.mandant})`,
        counts,
        ' ',
        actionButton('wawi-switch', text(connected ? 'disconnect' : 'connect'), () =>
          act(() => control('PATCH', path, { wawi: { connected: !connected } })),
        ),
        actionButton('tenant-reset', text('reset'), () =>
          act(() => control('POST', `${path}/reset`).then(count)),
        ),
      );
    }),
};

const appsCard: Card = {
  id: 'apps',
  data: ({ state }) => [state.apps.map((app) => app.appId), state.installations],
  content: ({ state: { apps, tenants, installations } }) =>
    apps.map((app) => {
      const installed = installations
        .filter((one) => one.appId === app.appId)
        .map((one) => {
          const slug = tenants.find((tenant) => tenant.id === one.tenantId)?.slug ?? one.tenantId;
          return one.status === 'SETUP_PENDING' ? text('setupPending', { tenant: slug }) : slug;
        });
      return element(
        'p',
        { class: 'line' },
        element('strong', {}, app.name),
        ' ',
        element('code', {}, app.clientId),
        element(
          'span',
          { class: 'quiet' },
          text('inTenants', { tenants: installed.join(', ') || text('noTenant') }),
        ),
      );
    }),
};

const contractCard: Card = {
  id: 'contract',
  data: ({ contract }) => [contract.violations, contract.advice, contract.apps.map((app) => app.calls)],
  content: ({ contract }, act) => [
    element(
      'p',
      { class: contract.violations > 0 ? 'bad' : 'good' },
      text('contractResult', { violations: contract.violations, advice: contract.advice }),
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
    element('p', { class: 'quiet' }, text('assumptions', { count: contract.assumptions.length })),
    row(
      element('a', { href: 'v1/contract', target: '_blank', rel: 'noopener' }, text('fullReport')),
      actionButton('contract-clear', text('clear'), () => act(() => control('DELETE', 'contract'))),
    ),
  ],
};

const noticesCard: Card = {
  id: 'notices',
  data: ({ state }) => state.notices,
  content: ({ state: { notices } }) =>
    notices.length === 0
      ? [element('p', { class: 'quiet' }, text('noNotices'))]
      : notices.map(({ rule, message, count }) =>
          element('p', { class: 'line' }, element('strong', {}, rule), ` ${message} (${count})`),
        ),
};

/** In display order. */
export const cards: readonly Card[] = [
  clockCard,
  faultsCard,
  snapshotsCard,
  tenantsCard,
  appsCard,
  contractCard,
  noticesCard,
];

function row(...children: Node[]): HTMLElement {
  return element('div', { class: 'controls' }, ...children);
}
