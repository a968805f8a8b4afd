import type { ApiVersion, ObjectSchema, Operation, Property, RestContract } from '../contract.ts';
import type { AnyVersion } from '../versions.ts';
import { enumAt, existsIn, schemaAt } from './at-version.ts';
import { DocumentOperation, operationRows } from './document-operation.ts';
import type { ContractDocument, SchemaNode } from './model.ts';
import { typeNode } from './type-nodes.ts';

/** One version of an annotated document, read as the engine's model; operations and schemas on first use. */
export class DocumentContract implements RestContract {
  readonly version: ApiVersion;
  readonly operations: readonly Operation[];
  readonly alsoAt: Readonly<Record<string, readonly string[]>>;
  readonly #objects = new Map<string, ObjectSchema>();

  constructor(
    private readonly document: ContractDocument,
    readonly apiVersion: AnyVersion,
  ) {
    this.version = apiVersion.startsWith('1.') ? 'v1' : 'v2';
    const rows = operationRows(document, apiVersion);
    this.operations = rows.map((row) => new DocumentOperation(row, document, apiVersion, this.version));
    this.alsoAt = Object.fromEntries(
      rows.flatMap(({ method, path, node }) => {
        const paths = (node['x-also-at'] ?? [])
          .filter(({ versions }) => existsIn({ 'x-versions': versions }, apiVersion))
          .map((other) => other.path);
        return paths.length > 0 ? [[`${method.toUpperCase()} ${path}`, paths] as const] : [];
      }),
    );
  }

  get schemaNames(): string[] {
    return Object.entries(this.document.components.schemas)
      .filter(([, node]) => existsIn(node, this.apiVersion))
      .map(([name]) => name);
  }

  enumValues(name: string): ReadonlyMap<number, string> | undefined {
    const node = this.document.components.schemas[name];
    return node?.enum && enumAt(node, this.apiVersion);
  }

  object(name: string): ObjectSchema {
    const known = this.#objects.get(name);
    if (known) return known;
    const node = this.document.components.schemas[name];
    if (!node || !existsIn(node, this.apiVersion))
      throw new Error(`version ${this.apiVersion} of the contract has no schema '${name}'`);
    const required = new Set(node.required);
    const schema: ObjectSchema = {
      name,
      properties: Object.entries(node.properties ?? {})
        .filter(([, property]) => existsIn(property, this.apiVersion))
        .map(([property, own]) => this.#property(property, own, required)),
    };
    this.#objects.set(name, schema);
    return schema;
  }

  #property(name: string, node: SchemaNode, required: ReadonlySet<string>): Property {
    const { schema, required: own } = schemaAt(node, this.apiVersion);
    return {
      name: name.charAt(0).toUpperCase() + name.slice(1),
      type: typeNode(schema, this.apiVersion),
      required: own ?? required.has(name),
      readOnly: schema.readOnly ?? false,
      ...(schema.nullable === undefined ? {} : { nullable: schema.nullable }),
    };
  }
}
