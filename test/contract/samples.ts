import type { Contract, Property } from '../../src/wawi/contract/contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';

/** Finds an id that exists for a field: by the kind of its key in v2, by its name in v1. */
export type ExistingId = (field: string, kind: string | undefined) => number | undefined;

/** Values for fields whose type says too little, by field name in lower case. */
const byName: Readonly<Record<string, () => unknown>> = {
  languageiso: () => 'DE',
  cultureoriso: () => 'FR',
  countryiso: () => 'DE',
  countryiso2: () => 'DE',
  currencyiso: () => 'EUR',
  saleschannelid: () => '2-1-1',
  emailaddress: () => 'muster@example.com',
  imagedata: () =>
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  quantity: () => 1,
  fromquantity: () => 2,
  taxrate: () => 19,
};

let counter = 0;

/** Makes valid request bodies from the contract: every property that is not optional, and every optional scalar. */
export class Samples {
  constructor(
    private readonly contract: Contract,
    private readonly existing: ExistingId,
  ) {}

  /** @returns a body of the type, names as the contract writes them */
  of(type: TypeNode, field = '', depth = 0): unknown {
    switch (type.kind) {
      case 'key':
        return this.#key(field, type.key);
      case 'enum':
        return [...type.values.keys()].find((value) => value > 0) ?? 0;
      case 'list':
        return [this.of(type.of, field, depth + 1)];
      case 'map':
      case 'page':
        return {};
      case 'schema':
        return this.#named(type.name, field, depth);
      case 'scalar':
        return this.#scalar(type.name, field);
    }
  }

  #named(name: string, _field: string, depth: number): unknown {
    const values = this.contract.enumValues(name);
    if (values) return [...values.keys()].find((value) => value > 0) ?? 0;
    const entries = this.contract
      .object(name)
      .properties.filter(
        (property) => !property.readOnly && (property.required || (depth < 3 && isPlain(property))),
      )
      .map((property) => [property.name, this.of(property.type, property.name, depth + 1)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  #key(field: string, kind: string): string | undefined {
    const id = this.existing(field, kind);
    return id === undefined ? undefined : packKey(kind, id);
  }

  #scalar(name: string, field: string): unknown {
    const known = byName[field.toLowerCase()];
    if (known) return known();
    switch (name) {
      case 'int32':
      case 'int64':
        return /id$/i.test(field) ? this.existing(field, undefined) : 1;
      case 'decimal':
      case 'double':
        return 1.5;
      case 'boolean':
        return true;
      case 'date-time':
        return '2026-05-04T10:00:00.000Z';
      case 'byte':
        return Buffer.from('contract test').toString('base64');
      case 'object':
        return 'a value';
      default:
        return /id$/i.test(field) ? undefined : `Muster ${++counter}`;
    }
  }
}

function isPlain({ type }: Property): boolean {
  return type.kind === 'scalar' || type.kind === 'enum';
}
