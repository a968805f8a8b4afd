import { afterAll, beforeAll } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';

/** The answer of an operation. */
export interface Reply<T = Record<string, unknown>> {
  status: number;
  json: T;
  bytes: Uint8Array;
  reason: string;
  headers: Headers;
}

export type Version = 'v1' | 'v2';

/** Calls the ERP of one tenant. */
export type Erp = <T = Record<string, unknown>>(
  operation: string,
  body?: unknown,
  version?: Version,
) => Promise<Reply<T>>;

export const kaffeeKontorId = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';

/** An emulator with the kaffee-kontor fixture, whose numbers are written by hand; its Wawi has the emulator's version. */
export async function kaffeeKontor(
  options: Parameters<typeof startEmulator>[0] = {},
): Promise<{ emulator: Emulator; erp: Erp }> {
  const emulator = await startEmulator(options);
  const apiVersion = options.erpVersion ?? '2.1';
  await emulator.tenants.update('kaffee-kontor', { wawi: { apiVersion } });
  return { emulator, erp: await erpOf(emulator, kaffeeKontorId) };
}

/** kaffee-kontor for the tests of one file: there before the first of them, closed after the last. */
export function shopOfFile(options: Parameters<typeof startEmulator>[0] = {}): {
  erp: Erp;
  readonly emulator: Emulator;
} {
  let shop: Awaited<ReturnType<typeof kaffeeKontor>>;
  beforeAll(async () => {
    shop = await kaffeeKontor(options);
  });
  afterAll(() => shop.emulator.close());
  return {
    erp: (...call) => shop.erp(...call),
    get emulator() {
      return shop.emulator;
    },
  };
}

/** @param operation `GET /customers/1`, relative to the version's base */
export async function erpOf(emulator: Emulator, tenantId: string): Promise<Erp> {
  const token = await emulator.tokens.access({ appId: 'hello-world' });
  return async <T>(operation: string, body?: unknown, version: Version = 'v1') => {
    const [method = 'GET', path = ''] = operation.split(' ');
    const response = await fetch(`${emulator.url}/erp/${version}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'X-Tenant-ID': tenantId,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = /^application\/(graphql-response\+)?json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      json: (isJson ? JSON.parse(Buffer.from(bytes).toString('utf8')) : undefined) as T,
      bytes,
      reason: response.headers.get('x-emulator-reason') ?? '',
      headers: response.headers,
    };
  };
}
