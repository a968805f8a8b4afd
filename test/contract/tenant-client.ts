import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { startEmulator, type Emulator } from '../../src/index.ts';
import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { kinds, type EntityMap, type EntityName } from '../../src/wawi/areas/index.ts';
import { tenantFromFixture, type TenantDocument } from '../../src/wawi/areas/generate/fixture.ts';
import type { TenantData } from '../../src/wawi/store/tenant-data.ts';
import { Samples, type ExistingId, type Fullness } from './samples.ts';

export const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
export const unknownTenant = '00000000-0000-4000-8000-000000000000';

/** An answer, its body parsed where it is JSON. */
export interface Answer {
  status: number;
  json: unknown;
  /** Without parameters; empty where there is no body. */
  mediaType: string;
  text: string;
  bytes: Uint8Array;
  reason: string;
  /** Rows of the fidelity table that the answer rests on. */
  assumptions: string;
}

export interface SendOptions {
  /** Sent as JSON, unless it is bytes. */
  body?: unknown;
  /** Empty: no Authorization header. */
  token?: string;
  tenant?: string;
  headers?: Readonly<Record<string, string>>;
}

/** A client of one tenant of an emulator, with the tenant’s initial data. */
export class TenantClient {
  private constructor(
    readonly emulator: Emulator,
    readonly token: string,
    /** The tenant's initial data: the same fixture, made a second time. */
    readonly data: TenantData,
    private readonly tenant = bergmann,
  ) {}

  static async open(erpVersion: '2.0' | '2.1' | '2.2' | '2.3'): Promise<TenantClient> {
    const emulator = await startEmulator({ erpVersion });
    const token = await emulator.tokens.access({});
    const fixture = parse(await readFile('fixtures/tenants/bergmann-outdoor.yaml', 'utf8')) as TenantDocument;
    return new TenantClient(emulator, token, await tenantFromFixture(fixture, 'bergmann-outdoor.yaml'));
  }

  /** @returns the same emulator, asked for another tenant made from the same fixture */
  of(tenant: string): TenantClient {
    return new TenantClient(this.emulator, this.token, this.data, tenant);
  }

  close(): Promise<void> {
    return this.emulator.close();
  }

  /** Puts the tenant back to its fixture. */
  reset(): Promise<void> {
    return this.emulator.tenants.reset('bergmann-outdoor');
  }

  /** @param path from the host on, query included */
  async send(method: string, path: string, options: SendOptions = {}): Promise<Answer> {
    const { token = this.token, tenant = this.tenant, body, headers = {} } = options;
    const type = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
    const response = await fetch(this.emulator.url + path, {
      method,
      headers: {
        ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
        'X-Tenant-ID': tenant,
        'x-challengecode': 'contract-test',
        ...(body === undefined ? {} : { 'Content-Type': type }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = Buffer.from(bytes).toString('utf8');
    const mediaType = (response.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
    const isJson = /^application\/(graphql-response\+)?json$/.test(mediaType) && text !== '';
    return {
      status: response.status,
      bytes,
      text,
      mediaType,
      json: isJson ? (JSON.parse(text) as unknown) : undefined,
      reason: response.headers.get('x-emulator-reason') ?? '',
      assumptions: response.headers.get('x-emulator-assumption') ?? '',
    };
  }

  samples(contract: RestContract, fullness: Fullness = 'plain'): Samples {
    const existing: ExistingId = (field, kind) =>
      kind === undefined ? this.#idByName(field) : this.idOfKind(kind);
    return new Samples(contract, existing, fullness);
  }

  /**
   * @returns a row of the tenant as it is before anything was asked
   * @throws Error when the fixture has none that fits
   */
  row<N extends EntityName>(name: N, fits: (row: EntityMap[N]) => boolean = () => true): EntityMap[N] {
    for (const row of this.data.of(name).values()) if (fits(row)) return row;
    throw new Error(`the tenant has no ${kinds[name].label} that fits`);
  }

  /** @returns the id of some entity whose key is of the kind, undefined if there is none */
  idOfKind(kind: string): number | undefined {
    const name = entityNames.find((one) => kinds[one].key === kind);
    return name && this.#firstId(name);
  }

  /** `internalCompanyId` is the id of a company; ids of lines are none of items. */
  #idByName(field: string): number | undefined {
    const wanted = field.replace(/id$/i, '').toLowerCase();
    if (wanted.endsWith('lineitem')) return undefined;
    const name = entityNames.find((one) => wanted.endsWith(one.toLowerCase()));
    return name && this.#firstId(name);
  }

  #firstId(name: EntityName): number | undefined {
    const first = this.data.of(name).values().next();
    return first.done ? undefined : first.value.id;
  }
}

/** Longest first, so that a `customerGroupId` is taken for a group's. */
const entityNames = (Object.keys(kinds) as EntityName[]).sort((a, b) => b.length - a.length);

/** @returns the path of an operation with its placeholders filled */
export function filledPath(operation: Operation, values: Readonly<Record<string, string>>): string {
  const base = `/erp/${operation.version}`;
  return (
    base +
    operation.path.replace(/\{(\w+)\}/g, (_match, name: string) =>
      encodeURIComponent(values[name.toLowerCase()] ?? ''),
    )
  );
}
