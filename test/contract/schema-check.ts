import type { Ajv as AjvClass, ValidateFunction } from 'ajv';
import type { Operation } from '../../src/wawi/contract/contract.ts';
import type { World } from './world.ts';

interface Document {
  paths: Record<
    string,
    Record<
      string,
      { operationId: string; responses: Record<string, { content?: Record<string, { schema: object }> }> }
    >
  >;
  components: { schemas: Record<string, object> };
}

/**
 * Holds answers against the OpenAPI document the emulator serves.
 * @returns a function giving every way in which an answer breaks the schema documented for its status
 */
export async function schemaChecker(
  world: World,
  version: string,
  Ajv: typeof AjvClass,
): Promise<(operation: Operation, status: number, json: unknown) => string[]> {
  const document = (await (
    await fetch(`${world.emulator.url}/openapi/erp-${version}.json`)
  ).json()) as Document;
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'document', components: openApiToJsonSchema(document.components) });
  const operations = new Map(
    Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((one) => [one.operationId, one] as const),
    ),
  );
  const validators = new Map<string, ValidateFunction>();
  return (operation, status, json) => {
    const schema = operations.get(operation.id)?.responses[String(status)]?.content?.['application/json']
      ?.schema;
    if (!schema) return [];
    const key = `${operation.id} ${status}`;
    let validate = validators.get(key);
    if (!validate) validators.set(key, (validate = ajv.compile(openApiToJsonSchema(schema) as object)));
    return validate(json)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };
}

/** OpenAPI 3.0 says `nullable`, JSON Schema lists the type `null`; references are made absolute. */
function openApiToJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(openApiToJsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node as Record<string, unknown>;
  const converted = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === '$ref' ? `document${String(value)}` : openApiToJsonSchema(value),
    ]),
  );
  return nullable === true ? { anyOf: [{ type: 'null' }, converted] } : converted;
}
