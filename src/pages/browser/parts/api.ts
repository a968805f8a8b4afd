import type { AppView } from '../../app-view.ts';

/** A refusal of a page endpoint: one line per problem. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly lines: string[],
  ) {
    super(lines.join('\n'));
  }
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

/** Calls an endpoint of the page itself. @throws ApiError with every problem it names */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`api/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json();
  if (response.ok) return answer as T;
  const { errors = [] } = answer as { errors?: { path: string; message: string; value?: unknown }[] };
  throw new ApiError(
    response.status,
    errors.map(({ path, message, value }) =>
      [
        path === '$' ? '' : `${path}: `,
        message,
        value === undefined ? '' : ` (${JSON.stringify(value)})`,
      ].join(''),
    ),
  );
}

/** @returns the lines that tell a person what went wrong */
export function explain(error: unknown): string[] {
  return error instanceof ApiError ? error.lines : [String(error)];
}

export async function appsOf(tenantId: string): Promise<AppView[]> {
  return (await call<{ items: AppView[] }>('GET', `tenants/${tenantId}/apps`)).items;
}

/** The emulator's time, which tests move: the browser's own would not go with the tokens. */
export async function currentTime(): Promise<Date> {
  return new Date((await call<{ now: string }>('GET', 'time')).now);
}

/** Fetches what `getSessionToken` answers, as the real host page does (platform.md section 4). */
export function sessionToken(tenantId: string): Promise<string> {
  return account<string>(`session-token?tenantId=${tenantId}`);
}

/** Fetches what `getAppToken` hands out. */
export async function appToken(tenantId: string, appId: string): Promise<string> {
  return (await account<{ accessToken: string }>(`app-token?tenantId=${tenantId}&appId=${appId}`))
    .accessToken;
}

async function account<T>(path: string): Promise<T> {
  const response = await fetch(`/account/identity/${path}`);
  if (response.ok) return (await response.json()) as T;
  throw new Error(
    response.headers.get('X-Emulator-Reason') ?? `the Account Service answered ${response.status}`,
  );
}
