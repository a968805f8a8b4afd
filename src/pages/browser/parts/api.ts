import type { AppView } from '../../app-view.ts';
import type { RefusedProblem } from '../../refusal-code.ts';
import { text } from './texts.ts';

/** A refusal of a page endpoint, with every problem it names. */
class ApiError extends Error {
  constructor(readonly problems: readonly RefusedProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}

/** The emulator does not answer. */
class NoAnswer extends Error {}

/** Called when an endpoint refuses because no user is signed in. */
let signedOut: () => void = () => undefined;

/** @param run called whenever an endpoint refuses because no user is signed in */
export function whenSignedOut(run: () => void): void {
  signedOut = run;
}

export interface SessionState {
  user: { id: string; email: string; name: string } | null;
  users: { id: string; email: string; name: string }[];
  tenants: TenantChoice[];
  setupMethodsOn: 'first' | 'every';
}

export interface TenantChoice {
  id: string;
  slug: string;
  name: string;
  connected: boolean;
}

/** Calls an endpoint of the page itself. @throws ApiError with every problem it names, NoAnswer */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await request(`api/${path}`, { method, ...(body === undefined ? {} : json) });
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json();
  if (response.ok) return answer as T;
  throw new ApiError((answer as { errors?: RefusedProblem[] }).errors ?? []);
}

async function request(url: string, settings?: RequestInit): Promise<Response> {
  const response = await fetch(url, settings).catch(() => {
    throw new NoAnswer();
  });
  if (response.status === 401) signedOut();
  return response;
}

/** @returns the lines that explain an error to the user; problems of a manifest in the words of the emulator */
export function explain(error: unknown): string[] {
  if (error instanceof NoAnswer) return [text('noAnswer')];
  if (!(error instanceof ApiError)) return [String(error)];
  return error.problems.map(({ code, path, message, value }) => {
    const shown = value === undefined ? '' : JSON.stringify(value);
    if (code !== undefined) return text(code, { message, value: shown.replace(/^"|"$/g, '') });
    return [path === '$' ? '' : `${path}: `, message, shown === '' ? '' : ` (${shown})`].join('');
  });
}

export async function appsOf(tenantId: string): Promise<AppView[]> {
  return (await call<{ items: AppView[] }>('GET', `tenants/${tenantId}/apps`)).items;
}

/** The emulator's time, which tests move: tokens follow it and not the browser's clock. */
export async function currentTime(): Promise<Date> {
  return new Date((await call<{ now: string }>('GET', 'time')).now);
}

/** Fetches the result of `getSessionToken`, as the real host page does (platform.md section 4). */
export function sessionToken(tenantId: string): Promise<string> {
  return account<string>(`session-token?tenantId=${tenantId}`);
}

/** Fetches the result of `getAppToken`. */
export async function appToken(tenantId: string, appId: string): Promise<string> {
  return (await account<{ accessToken: string }>(`app-token?tenantId=${tenantId}&appId=${appId}`))
    .accessToken;
}

async function account<T>(path: string): Promise<T> {
  const response = await request(`/account/identity/${path}`);
  if (response.ok) return (await response.json()) as T;
  throw new Error(
    response.headers.get('X-Emulator-Reason') ?? `the Account Service answered ${response.status}`,
  );
}
