import {
  parseGraphqlType,
  type GraphqlContractData,
  type GraphqlType,
} from '../../contract/graphql-contract.ts';
import { wholeInstant } from '../../contract/instants.ts';
import { packKey } from '../../contract/keys.ts';
import { reader } from '../../store/collections/order.ts';
import { domainName } from '../views/entity-names.ts';
import { enumName } from '../../contract/graphql-enums.ts';
import { keyKindOf } from '../../contract/graphql-keys.ts';
import { shownNumber } from '../views/whole-numbers.ts';
import { fieldView, type Read, type ViewTable } from '../views/views.ts';

/** The type of a leaf, for filters, sorts and the wire. */
export type Leaf =
  | { readonly kind: 'key'; readonly key: string | undefined }
  | { readonly kind: 'number'; readonly name: string }
  | { readonly kind: 'instant' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'text' };

/** One field of a GraphQL type: the property that it shows, and its form on the wire. */
export interface GraphqlField {
  readonly name: string;
  readonly type: GraphqlType;
  /** Dotted path into the entity, for fields that an index can serve. */
  readonly path: string | undefined;
  readonly read: Read<unknown>;
  /** Absent for object types. */
  readonly leaf: Leaf | undefined;
}

/** One object type: its fields and what they are read from. */
export interface GraphqlObject {
  readonly name: string;
  /** Computes the source of all fields from the parent's value. */
  readonly from: Read<unknown> | undefined;
  /** @throws Error for a field that the contract does not have */
  field(name: string): GraphqlField;
  /** Every field that is data; those with arguments are methods of the schema. */
  readonly dataFields: readonly string[];
}

const numbers: ReadonlySet<string> = new Set(['Decimal', 'Int', 'Byte', 'Long', 'Float']);

/** The object types of the GraphQL contract, compiled with their mapping table; each type and field once. */
export class GraphqlTypes {
  readonly #objects = new Map<string, GraphqlObject>();

  constructor(
    readonly contract: GraphqlContractData,
    private readonly views: ViewTable,
  ) {}

  /** @returns whether the name is an object type and no scalar or enum */
  isObject(name: string): boolean {
    return name in this.contract.types;
  }

  /** @throws Error for a name that is not an object type, a mistake in the tables */
  object(name: string): GraphqlObject {
    let known = this.#objects.get(name);
    if (!known) this.#objects.set(name, (known = this.#compile(name)));
    return known;
  }

  /** @returns the wire type of a scalar or enum type */
  leaf(typeName: string, owner: string, field: string): Leaf {
    if (typeName === 'ID') return { kind: 'key', key: keyKindOf(owner, field) };
    if (typeName in this.contract.enums) return { kind: 'enum', name: typeName };
    if (numbers.has(typeName)) return { kind: 'number', name: typeName };
    if (typeName === 'DateTime') return { kind: 'instant' };
    return { kind: typeName === 'Boolean' ? 'boolean' : 'text' };
  }

  #compile(name: string): GraphqlObject {
    const rows = this.contract.types[name];
    if (!rows) throw new Error(`the GraphQL contract has no type '${name}'`);
    const fields = new Map<string, GraphqlField>();
    const field = (fieldName: string): GraphqlField => {
      let known = fields.get(fieldName);
      if (!known) {
        const row = rows[fieldName];
        if (row === undefined) throw new Error(`the GraphQL type '${name}' has no field '${fieldName}'`);
        known = this.#field(name, fieldName, parseGraphqlType(typeof row === 'string' ? row : row.type));
        fields.set(fieldName, known);
      }
      return known;
    };
    return {
      name,
      from: this.views[name]?.from as Read<unknown> | undefined,
      field,
      dataFields: Object.keys(rows).filter((fieldName) => typeof rows[fieldName] === 'string'),
    };
  }

  #field(owner: string, name: string, type: GraphqlType): GraphqlField {
    const view = fieldView(this.views, owner, name) ?? domainName(name);
    const read = typeof view === 'object' ? view.read : view;
    const leaf = this.isObject(type.name) ? undefined : this.leaf(type.name, owner, name);
    if (typeof read === 'function') {
      return { name, type, path: undefined, read: read as Read<unknown>, leaf };
    }
    // With a computed source, the path leads into that source and not into the stored entity.
    const path = read === '.' || this.views[owner]?.from ? undefined : read;
    return { name, type, path, read: read === '.' ? (source) => source : reader(read), leaf };
  }
}

/** How enums are written: GraphQL names them, REST numbers them (platform.md section 5). */
export type EnumStyle = 'names' | 'numbers';

/**
 * @returns a function from a leaf's domain value to its JSON value. An absent value is null where the type allows it,
 *   else .NET's default of its type: empty text, 0, false, key 0, the first enum value (fidelity row
 *   `non-null-defaults`). A value without a name in its enum counts as absent.
 */
export function leafWriter(
  leaf: Leaf,
  nullable: boolean,
  style: EnumStyle,
  enums: GraphqlContractData['enums'],
): (value: unknown) => unknown {
  switch (leaf.kind) {
    case 'key': {
      const { key } = leaf;
      const absent = nullable ? null : key === undefined ? '' : packKey(key, 0);
      return (value) =>
        typeof value === 'number'
          ? key === undefined
            ? String(value)
            : packKey(key, value)
          : (value ?? absent);
    }
    case 'number': {
      const absent = nullable ? null : 0;
      const shown = shownNumber(leaf.name);
      return (value) =>
        value === undefined || value === null || value === '' ? absent : shown(Number(value));
    }
    case 'instant': {
      const absent = nullable ? null : '0001-01-01T00:00:00.000Z';
      // Dates on the wire are instants in UTC (platform.md section 6).
      return (value) => (typeof value === 'string' && value !== '' ? wholeInstant(value) : absent);
    }
    case 'boolean': {
      const absent = nullable ? null : false;
      return (value) => (value === undefined || value === null ? absent : Boolean(value));
    }
    case 'enum': {
      const { name } = leaf;
      const first = style === 'names' ? (enums[name]?.[0] ?? null) : 0;
      const absent = nullable ? null : first;
      if (style === 'numbers') return (value) => value ?? absent;
      return (value) =>
        typeof value === 'number' ? (enumName(name, enums[name] ?? [], value) ?? absent) : (value ?? absent);
    }
    case 'text': {
      const absent = nullable ? null : '';
      return (value) => (value === undefined || value === null ? absent : String(value));
    }
  }
}
