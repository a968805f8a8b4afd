import type { SchemaNode } from '../../../src/wawi/contract/openapi/model.ts';
import type { ExpandedDocument } from './expanded.ts';

/** Pages say of a key only that it is a GUID; which kind it packs follows from the fields of that name elsewhere. */
export class KeyKinds {
  readonly #counts = new Map<string, Map<string, number>>();

  constructor(document: ExpandedDocument) {
    for (const { path, parameters } of document.operations)
      for (const element of parameters.values())
        for (const { value } of element.values()) {
          this.#count(value.name, value.schema);
          this.#count(segmentBefore(path, value.name), value.schema);
        }
    for (const { properties } of document.schemas.values())
      for (const [name, element] of properties)
        for (const { value } of element.values()) this.#count(name, value.schema.items ?? value.schema);
  }

  /** @returns the schema, with the kind of key that most fields of that name have if it is a uuid */
  typed(name: string, schema: SchemaNode): SchemaNode {
    if (schema.type === 'array') return { ...schema, items: this.typed(name, schema.items ?? {}) };
    if (schema.format !== 'uuid') return schema;
    const kind = this.#most(name);
    return kind === undefined ? schema : { ...schema, 'x-key': kind };
  }

  /** @returns the schema of a path's parameter: `/customers/{id}` is a customer's key */
  ofPath(path: string, name: string, isKey: boolean): SchemaNode {
    const kind = this.#most(name) ?? this.#most(segmentBefore(path, name));
    if (!isKey || /^salesChannelId$/i.test(name))
      return isKey ? { type: 'string' } : { type: 'integer', format: 'int32' };
    if (!/id$/i.test(name)) return { type: 'string' };
    return { type: 'string', format: 'uuid', ...(kind === undefined ? {} : { 'x-key': kind }) };
  }

  #count(name: string, schema: SchemaNode): void {
    const kind = schema['x-key'];
    if (kind === undefined || name === '') return;
    const counts = this.#counts.get(name.toLowerCase()) ?? new Map<string, number>();
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    this.#counts.set(name.toLowerCase(), counts);
  }

  #most(name: string): string | undefined {
    if (name.toLowerCase() === 'id') return undefined;
    const counts = [...(this.#counts.get(name.toLowerCase()) ?? [])];
    return counts.sort(([, a], [, b]) => b - a)[0]?.[0];
  }
}

function segmentBefore(path: string, name: string): string {
  const segments = path.split('/');
  const at = segments.indexOf(`{${name}}`);
  return at > 0 ? `/${segments[at - 1] ?? ''}` : '';
}
