import { Ajv, type ValidateFunction } from 'ajv';
import type { Operation } from '../../src/wawi/contract/contract.ts';
import type { Answer, TenantClient } from './tenant-client.ts';

type Responses = Record<string, { content?: Record<string, { schema: object }> }>;

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Responses }>>;
  components: { schemas: Record<string, object> };
}

/** Holds answers against the OpenAPI document that the emulator serves of one version. */
export class SchemaCheck {
  readonly #ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  readonly #responses: ReadonlyMap<string, Responses>;
  readonly #validators = new Map<string, ValidateFunction>();

  private constructor(document: Document) {
    this.#ajv.addSchema({ $id: 'document', components: openApiToJsonSchema(document.components) });
    this.#responses = new Map(
      Object.values(document.paths).flatMap((path) =>
        Object.values(path).map((one) => [one.operationId, one.responses] as const),
      ),
    );
  }

  static async of(client: TenantClient, version: string): Promise<SchemaCheck> {
    const response = await fetch(`${client.emulator.url}/openapi/erp-${version}.json`);
    return new SchemaCheck((await response.json()) as Document);
  }

  /** @returns whether the document lists the status for the operation */
  documents(operation: Operation, status: number): boolean {
    return this.#responses.get(operation.id)?.[String(status)] !== undefined;
  }

  /** @returns every way in which an answer breaks the media type and schema documented for its status */
  problems(operation: Operation, { status, mediaType, text, json }: Answer): string[] {
    if (text === '') return [];
    const { content = {} } = this.#responses.get(operation.id)?.[String(status)] ?? {};
    const documented = Object.entries(content).find(([range]) => covers(range, mediaType));
    if (!documented)
      return [`a body of ${mediaType}, where ${Object.keys(content).join(', ') || 'none'} is documented`];
    return json === undefined ? [] : this.#problems(`${operation.id} ${status}`, documented[1].schema, json);
  }

  /** @returns every way in which a refusal breaks the shape that all refusals have */
  refusalProblems(json: unknown): string[] {
    return this.#problems('refusal', { $ref: '#/components/schemas/ErrorResponse' }, json);
  }

  #problems(key: string, schema: object, json: unknown): string[] {
    let validate = this.#validators.get(key);
    if (!validate) {
      validate = this.#ajv.compile(openApiToJsonSchema(schema) as object);
      this.#validators.set(key, validate);
    }
    if (validate(json)) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  }
}

function covers(range: string, mediaType: string): boolean {
  const [type, subtype] = range.split('/');
  return range === mediaType || range === '*/*' || (subtype === '*' && mediaType.startsWith(`${type}/`));
}

/**
 * As strictly as OpenAPI 3.0.3 reads: `nullable` adds null to the `type` beside it, which all other keywords still
 * narrow; JSON Schema lists the type `null`. References are made absolute.
 */
export function openApiToJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(openApiToJsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node as Record<string, unknown>;
  const converted = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === '$ref' ? `document${String(value)}` : openApiToJsonSchema(value),
    ]),
  );
  return nullable === true && 'type' in converted
    ? { ...converted, type: [converted['type'], 'null'] }
    : converted;
}
