import { startEmulator, type Emulator } from '../../src/index.ts';

export const tenants = {
  bergmann: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  kaffeeKontor: '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53',
  neuland: '9a1d4c70-2e6f-4f3b-8b5a-6c7d8e9f0a12',
} as const;

export interface GraphqlAnswer {
  status: number;
  headers: Headers;
  data?: Record<string, unknown> | null;
  extensions?: Record<string, unknown>;
  errors?: {
    message: string;
    path?: (string | number)[];
    locations?: { line: number; column: number }[];
    extensions: Record<string, unknown>;
  }[];
}

/** An emulator with a token that may do everything, asked as any HTTP client asks. */
export class GraphqlClient {
  private constructor(
    readonly emulator: Emulator,
    readonly token: string,
    readonly tenant: string,
  ) {}

  static async start(options: Parameters<typeof startEmulator>[0] = {}): Promise<GraphqlClient> {
    const emulator = await startEmulator(options);
    const apiVersion = options.erpVersion ?? '2.1';
    await emulator.tenants.update('kaffee-kontor', { wawi: { apiVersion } });
    return new GraphqlClient(emulator, await emulator.tokens.access({}), tenants.bergmann);
  }

  get url(): string {
    return `${this.emulator.url}/erp/v2/graphql`;
  }

  get headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}`, 'X-Tenant-ID': this.tenant };
  }

  in(tenant: string): GraphqlClient {
    return new GraphqlClient(this.emulator, this.token, tenant);
  }

  as(token: string): GraphqlClient {
    return new GraphqlClient(this.emulator, token, this.tenant);
  }

  /** Sends a query as it stands and gives the whole answer. */
  async send(query: string, variables?: unknown, operationName?: string): Promise<GraphqlAnswer> {
    return this.post({ query, variables, operationName });
  }

  async post(body: unknown, headers: Record<string, string> = {}): Promise<GraphqlAnswer> {
    return this.fetch('', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  async fetch(path: string, init: RequestInit): Promise<GraphqlAnswer> {
    const headers = { ...this.headers, ...(init.headers as Record<string, string>) };
    const response = await fetch(this.url + path, { ...init, headers });
    const body = (await response.json()) as Pick<GraphqlAnswer, 'data' | 'errors' | 'extensions'>;
    return { status: response.status, headers: response.headers, ...body };
  }

  /** @returns the data of a query that must not fail */
  async data<T>(query: string, variables?: unknown): Promise<T> {
    const answer = await this.send(query, variables);
    if (answer.errors) throw new Error(`${query}: ${JSON.stringify(answer.errors)}`);
    return answer.data as T;
  }

  /** Asks REST v2 of the same tenant and gives the body of the answer; undefined for an empty one. */
  async rest<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.emulator.url}/erp/v2${path}`, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  close(): Promise<void> {
    return this.emulator.close();
  }
}
