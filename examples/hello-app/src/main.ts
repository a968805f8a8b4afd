import { createAppBridge } from 'jtl-platform-emulator/app-bridge';
import type { AppBridge } from 'jtl-platform-emulator/app-bridge';
import { failure, fields, heading, show, table } from './view.ts';

/** Asks the app's own backend, which checks the session token before it does anything. */
async function ask(bridge: AppBridge, method: string, path: string): Promise<Record<string, unknown>> {
  const sessionToken = await bridge.method.call<string>('getSessionToken');
  const response = await fetch(`/api/${path}`, {
    method,
    headers: { Authorization: `Bearer ${sessionToken}` },
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(String(answer['message']));
  return answer;
}

/** The setup page: tells the backend which tenant this is, then the platform that the app is ready. */
async function setup(bridge: AppBridge): Promise<void> {
  const { userId, tenantId } = await ask(bridge, 'POST', 'session');
  const finish = document.createElement('button');
  finish.textContent = 'Finish setup';
  finish.dataset['action'] = 'finish-setup';
  finish.addEventListener('click', () => {
    finish.disabled = true;
    void attempt(async () => {
      await ask(bridge, 'POST', 'setup');
      await bridge.method.call('setupCompleted');
      show(heading('Hello World is ready'), fields({ tenantId }));
    });
  });
  show(heading('Welcome'), fields({ userId, tenantId }), finish);
}

const columns = {
  items: ['Id', 'SKU', 'Name'],
  customers: ['Id', 'Number', 'LanguageIso'],
  orders: ['Id', 'Number', 'SalesOrderDate'],
} as const;

/** A page in the ERP: a list of the merchant's data. */
async function erpPage(bridge: AppBridge, list: keyof typeof columns): Promise<void> {
  const [time, page] = await Promise.all([
    bridge.method.call<Date>('getCurrentTime'),
    ask(bridge, 'GET', list),
  ]);
  show(
    heading(`${String(page['TotalItems'])} ${list}`),
    fields({ 'time in the ERP': time.toISOString() }),
    table(columns[list], page['Items'] as Record<string, unknown>[]),
  );
}

const panes = {
  customers: { method: 'getCurrentCustomerId', topic: 'CustomerChanged', key: 'customerId' },
  salesorders: { method: 'getCurrentSalesOrderId', topic: 'SalesOrderChanged', key: 'salesOrderId' },
  items: { method: 'getCurrentItemId', topic: 'ItemChanged', key: 'itemId' },
} as const;

/** A pane: shows the record that is selected in the ERP and follows the selection. */
async function pane(bridge: AppBridge, context: keyof typeof panes): Promise<void> {
  const { method, topic, key } = panes[context];
  const follow = (id: string | null | undefined) =>
    attempt(async () => {
      if (id === null || id === undefined) return show(heading('Nothing selected'));
      const selected = fields({ [key]: id });
      show(heading('Selected'), selected);
      const record = await ask(bridge, 'GET', `${context}/${id}`);
      // An order's line items come as a bare list.
      const shown = Array.isArray(record) ? table(['sKU', 'name', 'quantity'], record) : fields(record);
      show(heading('Selected'), selected, shown);
    });
  bridge.event.subscribe<Record<string, string>>(topic, (payload) => follow(payload[key]));
  await follow(await bridge.method.call<string | null>(method));
}

/** Works unseen as long as the ERP is open: says that it is there, and answers greetings. */
async function headless(bridge: AppBridge): Promise<void> {
  bridge.method.expose('greet', (name: string) => `Hello ${name}`);
  await bridge.event.publish('HelloWorldReady', { since: new Date() });
}

/** Runs something and shows why it failed. */
async function attempt(action: () => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    failure(error);
  }
}

async function start(): Promise<void> {
  const [, page = '', part = ''] = location.pathname.split('/');
  if (page === 'launch') return show(heading('Hello from a tab of its own'));
  const bridge = await createAppBridge();
  document.body.dataset['bridge'] = 'connected';
  const list = part === '' ? 'items' : part;
  const start: Record<string, () => Promise<void>> = {
    setup: () => setup(bridge),
    erp: () => erpPage(bridge, list as keyof typeof columns),
    pane: () => pane(bridge, part as keyof typeof panes),
    headless: () => headless(bridge),
  };
  await attempt(() => start[page]?.());
}

void start();
