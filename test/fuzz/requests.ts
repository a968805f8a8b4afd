import fc, { type Arbitrary } from 'fast-check';
import { anything, rawTexts, SchemaArbitraries, type Schema, type Temper } from './arbitraries.ts';

interface ParameterObject {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

interface OperationObject {
  operationId: string;
  parameters: ParameterObject[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}

/** An OpenAPI document, as far as requests are made from it. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, Schema> };
}

/** A request on its way to the wire. */
export interface FuzzRequest {
  operationId: string;
  method: string;
  /** Relative to the version's base. */
  path: string;
  /** JSON text, which need not be valid. */
  body: string | undefined;
}

/** @returns requests to any operation of the document, half of them as documented */
export function requestsOf(document: OpenApiDocument): Arbitrary<FuzzRequest> {
  const schemas = new SchemaArbitraries(document.components.schemas);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const made = new Map<string, Arbitrary<FuzzRequest>>();
  /** Made once: the schemas of some bodies are large. */
  const requestTo = ({ path, method, operation }: (typeof operations)[number], temper: Temper) => {
    const key = `${operation.operationId} ${temper}`;
    let arbitrary = made.get(key);
    if (!arbitrary) {
      arbitrary = fc
        .record({
          path: pathOf(path, operation, schemas, temper),
          query: queryOf(operation, schemas, temper),
          body: bodyOf(operation, schemas, temper),
        })
        .map((parts) => ({
          operationId: operation.operationId,
          method,
          path: parts.path + parts.query,
          body: parts.body,
        }));
      made.set(key, arbitrary);
    }
    return arbitrary;
  };
  return fc
    .tuple(fc.constantFrom(...operations), fc.constantFrom<Temper>('valid', 'hostile'))
    .chain(([target, temper]) => requestTo(target, temper));
}

function pathOf(
  path: string,
  operation: OperationObject,
  schemas: SchemaArbitraries,
  temper: Temper,
): Arbitrary<string> {
  const parameters = operation.parameters.filter((one) => one.in === 'path');
  const values = Object.fromEntries(
    parameters.map((one) => [one.name, schemas.of(one.schema, temper).map(segment)]),
  );
  return fc
    .record(values)
    .map((filled) => path.replace(/\{(\w+)\}/g, (_match, name: string) => filled[name] ?? 'x'));
}

function queryOf(operation: OperationObject, schemas: SchemaArbitraries, temper: Temper): Arbitrary<string> {
  const parameters = operation.parameters.filter((one) => one.in === 'query');
  const known = fc.record(
    Object.fromEntries(parameters.map((one) => [one.name, schemas.of(one.schema, temper).map(component)])),
    { requiredKeys: parameters.filter((one) => one.required).map((one) => one.name) },
  );
  const unknown =
    temper === 'valid'
      ? fc.constant({})
      : fc.dictionary(fc.string(), anything.map(component), { maxKeys: 1 });
  return fc.tuple(known, unknown).map(([first, second]) => {
    const pairs = Object.entries({ ...second, ...first } as Record<string, string>);
    return pairs.length === 0
      ? ''
      : `?${pairs.map(([name, value]) => `${encodeURIComponent(wellFormed(name))}=${value}`).join('&')}`;
  });
}

function bodyOf(
  operation: OperationObject,
  schemas: SchemaArbitraries,
  temper: Temper,
): Arbitrary<string | undefined> {
  const schema = operation.requestBody?.content['application/json'].schema;
  if (!schema) return fc.constant(undefined);
  const json = schemas.of(schema, temper).map(jsonText);
  if (temper === 'valid') return json;
  const broken = fc.tuple(json, fc.nat(400)).map(([text, length]) => text.slice(0, length));
  return fc.oneof(
    { arbitrary: json, weight: 8 },
    { arbitrary: broken, weight: 1 },
    { arbitrary: anything.map(jsonText), weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  );
}

function jsonText(value: unknown): string {
  return Object.entries(rawTexts).reduce(
    (text, [name, raw]) => text.replaceAll(`"${name}"`, raw),
    JSON.stringify(value) ?? 'null',
  );
}

/** A path segment; `.` and `..` would be resolved by the client, an empty one would name another path. */
function segment(value: unknown): string {
  const text = component(value);
  return /^(?:\.|%2e){1,2}$/i.test(text) || text === '' ? 'x' : text;
}

function component(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(wellFormed(text))
    .slice(0, 4000)
    .replace(/%[0-9A-F]?$/, '');
}

/** Half a surrogate pair cannot be percent-encoded. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '?');
}
