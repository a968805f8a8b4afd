import { formatRange, type AnyVersion } from '../versions.ts';
import { annotated, outside, rangeOf, type ElementPath, type Report } from './check-annotations.ts';
import { typeKeys, type SchemaNode, type SchemaVariant } from './model.ts';

/** The schemas that schemas refer to. */
export interface SchemaUse {
  /** The versions of each component schema. */
  readonly schemas: ReadonlyMap<string, readonly AnyVersion[]>;
  /** References to the responses that are there. */
  readonly responses: ReadonlySet<string>;
  readonly report: Report;
}

const prefix = '#/components/schemas/';
const known = new Set<string>([
  ...typeKeys,
  'description',
  'x-enum-evidence',
  'properties',
  'required',
  'readOnly',
  'default',
  'example',
  'x-versions',
  'x-evidence',
  'x-variants',
  'versions',
]);

/**
 * Checks a schema and those inside it.
 * @param versions the versions that have it
 */
export function checkSchemas(
  node: SchemaNode | SchemaVariant,
  versions: readonly AnyVersion[],
  path: ElementPath,
  use: SchemaUse,
): void {
  for (const key of Object.keys(node))
    if (!known.has(key)) use.report([...path, key], `'${key}' is not a key of schemas of the contract`);
  checkReference(node, versions, path, use);
  checkEnum(node, versions, path, use);
  for (const key of ['items', 'additionalProperties', 'x-page-of'] as const) {
    const inner = node[key];
    if (inner) checkSchemas(inner, versions, [...path, key], use);
  }
  checkProperties(node, versions, path, use);
}

function checkProperties(
  node: SchemaNode | SchemaVariant,
  versions: readonly AnyVersion[],
  path: ElementPath,
  use: SchemaUse,
): void {
  const properties = node.properties ?? {};
  const spellings = new Map<string, string>();
  for (const [name, property] of Object.entries(properties)) {
    const at = [...path, 'properties', name];
    const other = spellings.get(name.toLowerCase());
    if (other !== undefined) use.report(at, `'${name}' differs from '${other}' in letter case only`);
    spellings.set(name.toLowerCase(), name);
    const own = annotated(property, versions, at, use.report);
    const variants = property['x-variants'] ?? [];
    const claimed = new Set(
      variants
        .filter((variant) => typeKeys.some((key) => key in variant))
        .flatMap((variant) => rangeOf(variant.versions, at, () => undefined)),
    );
    checkSchemas(
      property,
      own.filter((version) => !claimed.has(version)),
      at,
      use,
    );
    for (const [n, variant] of variants.entries()) {
      const place = [...at, 'x-variants', n];
      checkSchemas(
        variant,
        rangeOf(variant.versions, place, () => undefined),
        place,
        use,
      );
    }
  }
  if (Array.isArray(node.required))
    for (const name of node.required)
      if (!(name in properties)) use.report([...path, 'required'], `there is no property '${name}'`);
}

function checkReference(
  { $ref }: Pick<SchemaNode, '$ref'>,
  versions: readonly AnyVersion[],
  path: ElementPath,
  { schemas, report }: SchemaUse,
): void {
  if ($ref === undefined) return;
  const name = $ref.slice(prefix.length);
  const has = $ref.startsWith(prefix) ? schemas.get(name) : undefined;
  if (!has) {
    report([...path, '$ref'], `there is no schema '${$ref}'`);
    return;
  }
  const lacking = versions.filter((version) => !has.includes(version));
  if (lacking.length > 0)
    report([...path, '$ref'], `the schema '${name}' does not exist in ${formatRange(lacking, 'closed')}`);
}

function checkEnum(
  node: SchemaNode | SchemaVariant,
  versions: readonly AnyVersion[],
  path: ElementPath,
  use: SchemaUse,
): void {
  const values = node.enum;
  const names = node['x-enum-varnames'];
  if (names && names.length !== values?.length)
    use.report([...path, 'x-enum-varnames'], `${names.length} names for ${values?.length ?? 0} values`);
  if (values && new Set(values).size !== values.length)
    use.report([...path, 'enum'], 'a value is there twice');
  for (const [value, range] of Object.entries(node['x-enum-versions'] ?? {})) {
    const at = [...path, 'x-enum-versions', value];
    if (!values?.includes(Number(value))) use.report(at, `the enum has no value ${value}`);
    outside(rangeOf(range, at, use.report), versions, at, 'the schema', use.report);
  }
  for (const [value, evidence] of Object.entries(node['x-enum-evidence'] ?? {})) {
    const range = node['x-enum-versions']?.[value];
    const own = range === undefined ? versions : rangeOf(range, path, () => undefined);
    annotated({ 'x-evidence': evidence }, own, [...path, 'x-enum-evidence', value], use.report);
  }
}
