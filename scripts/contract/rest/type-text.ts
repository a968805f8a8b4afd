import type { ContractDocument, SchemaNode } from '../../../src/wawi/contract/openapi/model.ts';
import { parseRange } from '../../../src/wawi/contract/versions.ts';

/**
 * Writes the types of a document's schemas: one interface a schema, with every property that any version has. A schema
 * is found by its full name and, where no other has it, by the last part of its name.
 * @param name of the interface that holds them, such as `V2Schemas`
 */
export function schemaTypes(document: ContractDocument, name: string): string {
  const all = parseRange(document['x-versions']).length;
  const schemas = Object.entries(document.components.schemas);
  const entries = schemas.map(([schema, node]) => `  ${quoted(schema)}: ${body(node, name, all)};`);
  const aliases = shortNames(schemas.map(([schema]) => schema)).map(
    ([short, full]) => `  ${quoted(short)}: ${name}[${quoted(full)}];`,
  );
  return `/** Every schema of the versions ${document.info.version}, each with the properties of all of them. */\nexport interface ${name} {\n${[...entries, ...aliases].join('\n')}\n}\n`;
}

function shortNames(names: readonly string[]): [string, string][] {
  const byShort = new Map<string, string[]>();
  for (const name of names) {
    const short = name.split('.').at(-1) ?? name;
    byShort.set(short, [...(byShort.get(short) ?? []), name]);
  }
  return [...byShort].flatMap(([short, [full = '', ...others]]) =>
    others.length === 0 && full !== short && !names.includes(short) ? [[short, full]] : [],
  );
}

function body(node: SchemaNode, name: string, all: number): string {
  if (!node.properties) return typeOf(node, name);
  const required = new Set(node.required);
  const fields = Object.entries(node.properties).map(([field, property]) => {
    const variants = property['x-variants'] ?? [];
    const isEverywhere =
      property['x-versions'] === undefined || parseRange(property['x-versions']).length === all;
    const isRequired = isEverywhere && required.has(field) && variants.every((one) => one.required !== false);
    const types = [property, ...variants.filter((one) => one.type ?? one.$ref ?? one['x-page-of'])];
    const union = [...new Set(types.map((one) => typeOf(one as SchemaNode, name)))].join(' | ');
    return `    ${quoted(field)}${isRequired ? '' : '?'}: ${union};`;
  });
  return `{\n${fields.join('\n')}\n  }`;
}

function quoted(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
}

function typeOf(node: SchemaNode, name: string): string {
  const type = plainType(node, name);
  return node.nullable ? `${type} | null` : type;
}

function plainType(node: SchemaNode, name: string): string {
  if (node['x-page-of']) return `{ items: ${listOf(typeOf(node['x-page-of'], name))}; totalItems: number }`;
  if (node.$ref !== undefined)
    return `${name}[${quoted(node.$ref.split('/').at(-1) ?? '')}]`.replace(/\[(\w+)\]$/, "['$1']");
  if (node.enum) return node.enum.join(' | ');
  if (node.type === 'array') return listOf(typeOf(node.items ?? {}, name));
  if (node.additionalProperties) return `{ [key: string]: ${typeOf(node.additionalProperties, name)} }`;
  return (
    { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', object: 'object' }[
      node.type ?? ''
    ] ?? 'unknown'
  );
}

function listOf(type: string): string {
  return /^[\w'.[\]]+$/.test(type) ? `${type}[]` : `(${type})[]`;
}
