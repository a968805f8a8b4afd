import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { startEmulator, type Emulator } from '../../src/index.ts';
import type { Contract, Operation } from '../../src/wawi/contract/contract.ts';
import { kinds, type EntityName } from '../../src/wawi/domain/entities/index.ts';
import { tenantFromFixture, type TenantDocument } from '../../src/wawi/domain/generator/fixture.ts';
import type { TenantData } from '../../src/wawi/domain/store/tenant-data.ts';
import { Samples } from './samples.ts';

export const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
export const unknownTenant = '00000000-0000-4000-8000-000000000000';

/** An answer, its body parsed where it is JSON. */
export interface Answer {
  status: number;
  json: unknown;
  text: string;
  reason: string;
}

/** An emulator of one platform version whose tenant can be asked and looked into. */
export class World {
  private constructor(
    readonly emulator: Emulator,
    readonly token: string,
    /** What the tenant holds before anything was asked: the same fixture, made a second time. */
    readonly data: TenantData,
  ) {}

  static async open(erpVersion: '2.0' | '2.1' | '2.2'): Promise<World> {
    const emulator = await startEmulator({ erpVersion });
    const token = await emulator.tokens.access({});
    const fixture = parse(await readFile('fixtures/tenants/bergmann-outdoor.yaml', 'utf8')) as TenantDocument;
    return new World(emulator, token, await tenantFromFixture(fixture, 'bergmann-outdoor.yaml'));
  }

  close(): Promise<void> {
    return this.emulator.close();
  }

  /** Puts the tenant back to its fixture. */
  async reset(): Promise<void> {
    await fetch(`${this.emulator.url}/_emulator/v1/tenants/bergmann-outdoor/reset`, { method: 'POST' });
  }

  async send(
    method: string,
    path: string,
    options: { body?: unknown; token?: string; tenant?: string } = {},
  ): Promise<Answer> {
    const { token = this.token, tenant = bergmann, body } = options;
    const response = await fetch(this.emulator.url + path, {
      method,
      headers: {
        ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
        'X-Tenant-ID': tenant,
        'x-challengecode': 'contract-test',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
    return {
      status: response.status,
      text,
      json: isJson ? (JSON.parse(text) as unknown) : undefined,
      reason: response.headers.get('x-emulator-reason') ?? '',
    };
  }

  samples(contract: Contract): Samples {
    return new Samples(contract, (field, kind) => this.#existing(field, kind));
  }

  /** The id of some entity of the kind a field refers to. */
  #existing(field: string, kind: string | undefined): number | undefined {
    const names = Object.keys(kinds) as EntityName[];
    const wanted = field.replace(/id$/i, '').toLowerCase();
    const name = names.find((one) =>
      kind === undefined ? wanted.endsWith(one.toLowerCase()) : kinds[one].key === kind,
    );
    const row = name === undefined ? undefined : this.data.of(name).values().next();
    return row === undefined || row.done ? undefined : row.value.id;
  }
}

/** @returns the path of an operation with its placeholders filled */
export function filledPath(operation: Operation, values: Readonly<Record<string, string>>): string {
  const base = `/erp/${operation.version}`;
  return (
    base +
    operation.path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(values[name] ?? ''))
  );
}
