import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { RestContract, Operation } from '../../contract/contract.ts';
import { isDateTime } from '../../contract/instants.ts';
import { timeSpanMs } from '../../contract/time-spans.ts';
import { bodySchema, type JsonSchema } from './body-schema.ts';
import type { RefusedField } from '../access/api-errors.ts';

/** Checks request bodies against the contract; one validator per operation, compiled at its first request. */
export class BodyCheck {
  readonly #ajv: Ajv;
  readonly #validators = new Map<Operation, ValidateFunction>();

  constructor(private readonly contract: RestContract) {
    this.#ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
    // The package's types describe its CommonJS namespace; at run time the default import is the function itself.
    (addFormats as unknown as (ajv: Ajv, formats: string[]) => void)(this.#ajv, ['uuid', 'uri']);
    this.#ajv.addFormat('net-date-time', isDateTime);
    this.#ajv.addFormat('net-time-span', (text) => timeSpanMs(text) !== undefined);
    this.#ajv.addFormat('base64', (text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0);
  }

  /**
   * @param body a body under the contract's own names
   * @returns every problem at once, fields as paths of contract names; empty when the body is as documented
   */
  problems(operation: Operation, body: unknown): RefusedField[] {
    const validate = this.#validator(operation);
    if (validate(body)) return [];
    return distinct(
      (validate.errors ?? [])
        .filter((error) => error.keyword !== 'anyOf' && !isNullBranch(error))
        .map(describe),
    );
  }

  #validator(operation: Operation): ValidateFunction {
    const known = this.#validators.get(operation);
    if (known) return known;
    if (!operation.body) throw new Error(`operation ${operation.id} has no body`);
    const definitions: Record<string, JsonSchema> = {};
    const schema = bodySchema(this.contract, operation.body, definitions);
    const validate = this.#ajv.compile({ ...schema, definitions });
    this.#validators.set(operation, validate);
    return validate;
  }
}

/** The `null` branch of an optional property fails beside the real one; only the real one is worth telling. */
function isNullBranch(error: ErrorObject): boolean {
  return error.keyword === 'type' && (error.params as { type?: string }).type === 'null';
}

function describe(error: ErrorObject): RefusedField {
  const path = error.instancePath
    .slice(1)
    .split('/')
    .filter(Boolean)
    .map((step) =>
      /^\d+$/.test(step) ? `[${step}]` : `.${step.replaceAll('~1', '/').replaceAll('~0', '~')}`,
    )
    .join('')
    .replace(/^\./, '');
  const params = error.params as Record<string, unknown>;
  const value = shown(error.data);
  switch (error.keyword) {
    case 'required': {
      const missing = String(params['missingProperty']);
      return {
        field: path === '' ? missing : `${path}.${missing}`,
        message: `The ${missing} field is required.`,
      };
    }
    case 'type':
      return { field: path, message: `The value ${value} is not of type ${String(params['type'])}.` };
    case 'enum':
      return {
        field: path,
        message: `The value ${value} is not one of ${(params['allowedValues'] as unknown[]).join(', ')}.`,
      };
    case 'maxLength':
      return {
        field: path,
        message: `The text is longer than the maximum of ${String(params['limit'])} characters.`,
      };
    case 'minLength':
      return {
        field: path,
        message: `The text ${value} is shorter than the minimum of ${String(params['limit'])} characters.`,
      };
    case 'format':
      return {
        field: path,
        message: `The value ${value} is not a valid ${String(params['format']).replace('net-', '')}.`,
      };
    default:
      return { field: path, message: `The value ${value} ${error.message ?? 'is not valid'}.` };
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function distinct(fields: RefusedField[]): RefusedField[] {
  return [...new Map(fields.map((one) => [`${one.field}\n${one.message}`, one])).values()];
}
