import type { JournalEntry } from '../../../platform/journal-entry.ts';

/** The members of `GET state` that the dashboard shows. */
export interface DashboardState {
  version: string;
  url: string;
  clock: { now: string; offsetSeconds: number; frozen: boolean };
  tenants: { id: string; slug: string; name: string; mandant: string; wawi: { connected: boolean } }[];
  apps: { appId: string; slug: string; name: string; clientId: string }[];
  /** Problems that browsers report in their own console only. */
  notices: { rule: string; message: string; count: number }[];
  installations: { appId: string; tenantId: string; status: string; scopes: string[] }[];
}

export interface FaultRow {
  id: string;
  preset?: string;
  match: object;
  effect: object;
  applied: number;
}

export interface Everything {
  state: DashboardState;
  faults: { items: FaultRow[]; presets: string[] };
  snapshots: { items: { name: string; tenantId: string | null; takenAt: string }[] };
  contract: {
    violations: number;
    advice: number;
    apps: {
      slug: string;
      calls: number;
      breaches: { severity: string; message: string; count: number; operationId?: string }[];
    }[];
    assumptions: { id: string; count: number }[];
  };
}

/** The path of the control API below the dashboard's. */
const base = 'v1/';

/**
 * Calls the control API.
 * @throws Error with the control API's message
 */
export async function control<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(base + path, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  });
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  throw new Error(problemsIn(text) ?? `${method} ${path}: ${response.status}`);
}

/** @returns the data of all cards at one time */
export async function readEverything(): Promise<Everything> {
  const [state, faults, snapshots, contract] = await Promise.all([
    control<DashboardState>('GET', 'state'),
    control<Everything['faults']>('GET', 'faults'),
    control<Everything['snapshots']>('GET', 'snapshots'),
    control<Everything['contract']>('GET', 'contract'),
  ]);
  return { state, faults, snapshots, contract };
}

/** Calls `receive` with the entries of the journal, then with each new entry; the browser reconnects by itself. */
export async function followJournal(receive: (entry: JournalEntry) => void): Promise<void> {
  const { items } = await control<{ items: JournalEntry[] }>('GET', 'journal?limit=200');
  items.forEach(receive);
  const stream = new EventSource(`${base}journal/stream`);
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    receive(JSON.parse(event.data) as JournalEntry);
  });
}

function problemsIn(text: string): string | undefined {
  try {
    const { errors } = JSON.parse(text) as { errors?: { message: string }[] };
    return errors?.map(({ message }) => message).join('; ');
  } catch {
    return undefined;
  }
}
