/**
 * The type expressions of the contract tables, parsed.
 *
 * Grammar: `int32`, `string(max 255)`, `string (min 2)(max 5)`, `decimal (range 0.01..10)`, `byte (integer)`, `Key.ArtikelKey`, `enum(0=No|1=Yes)`, `Item`, `Item[]`, `PagedList<Item>`,
 * `map<string>`; a leading `ro ` marks what only answers carry, a trailing `!` what must be given, `=x` an example.
 */
export type TypeNode =
  | {
      readonly kind: 'scalar';
      readonly name: ScalarName;
      /** Least and greatest length of a text. */
      readonly min?: number;
      readonly max?: number;
      /** Least and greatest value of a number. */
      readonly range?: readonly [number, number];
    }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'enum'; readonly values: ReadonlyMap<number, string> }
  | { readonly kind: 'schema'; readonly name: string }
  | { readonly kind: 'list'; readonly of: TypeNode }
  | { readonly kind: 'page'; readonly of: TypeNode }
  | { readonly kind: 'map'; readonly of: TypeNode };

const scalarNames = [
  'string',
  'int32',
  'int64',
  'decimal',
  'double',
  'boolean',
  'date-time',
  'duration',
  'uri',
  'guid',
  'byte',
  'binary',
  'object',
] as const;
export type ScalarName = (typeof scalarNames)[number];

const scalars: ReadonlySet<string> = new Set(scalarNames);

/**
 * @param expression a type expression of the contract tables
 * @returns its tree; names that are no scalar become references to schemas
 */
export function parseType(expression: string): TypeNode {
  const text = expression.replace(/^ro /, '').replace(/[!?]$/, '').trim();
  if (text.endsWith('[]')) return { kind: 'list', of: parseType(text.slice(0, -2)) };
  const generic = /^(PagedList|map)<(.+)>$/.exec(text);
  if (generic) return { kind: generic[1] === 'map' ? 'map' : 'page', of: parseType(generic[2] ?? '') };
  const key = /^Keys?\.(?:\w+\.)*(\w+)$/.exec(text);
  // A sales channel is named by opaque text such as `2-2-1` in every version (platform.md section 5).
  if (key?.[1] === 'ShopKey') return { kind: 'scalar', name: 'string' };
  if (key) return { kind: 'key', key: key[1] ?? '' };
  if (text.startsWith('enum(')) return { kind: 'enum', values: enumValues(text.slice(5, -1)) };
  return parseScalar(text) ?? { kind: 'schema', name: text };
}

function parseScalar(text: string): TypeNode | undefined {
  const scalar = /^([a-z0-9-]+) ?((?:\([^)]*\))*)(?:=.*)?$/.exec(text);
  if (!scalar || !scalars.has(scalar[1] ?? '')) return undefined;
  const limits = scalar[2] ?? '';
  // `byte` alone is base64 text; the contract marks the few that are numbers.
  if (limits === '(integer)') return { kind: 'scalar', name: 'int32', range: [0, 255] };
  const min = /\(min (\d+)\)/.exec(limits)?.[1];
  const max = /\(max (\d+)\)/.exec(limits)?.[1];
  const range = /\(range ([\d.]+?)\.\.([\d.]+)\)/.exec(limits);
  return {
    kind: 'scalar',
    name: scalar[1] as ScalarName,
    ...(min === undefined ? {} : { min: Number(min) }),
    ...(max === undefined ? {} : { max: Number(max) }),
    ...(range ? { range: [Number(range[1]), Number(range[2])] } : {}),
  };
}

function enumValues(text: string): ReadonlyMap<number, string> {
  return new Map(
    text.split('|').map((entry) => {
      const [value, name] = entry.split('=');
      return [Number(value), name ?? value ?? ''];
    }),
  );
}
