/**
 * The annotated OpenAPI documents of the REST contract (`documents/erp-v1.openapi.yaml`, `erp-v2.openapi.yaml`): one
 * document a major version, every element with the versions that have it and what is known about it.
 *
 * An element without `x-versions` has its parent's versions, one without `x-evidence` its parent's evidence; a version
 * that `x-evidence` does not name is `inferred`. A variant replaces the keys that it has for its own versions.
 */
export type EvidenceKind = 'documented' | 'seen' | 'inferred';

/** Version ranges by kind of evidence, such as `{ documented: '2.0, 2.2-' }`. */
export type Evidence = Partial<Record<EvidenceKind, string>>;

export interface Annotations {
  'x-versions'?: string;
  'x-evidence'?: Evidence;
}

export interface SchemaNode extends Annotations {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  enum?: number[];
  'x-enum-varnames'?: string[];
  /** Value -> the versions that have it; default: those of the schema. */
  'x-enum-versions'?: Record<string, string>;
  'x-enum-evidence'?: Record<string, Evidence>;
  /** The kind of key that a uuid packs, such as `KundeKey`. */
  'x-key'?: string;
  /** A page whose rows have this schema. */
  'x-page-of'?: SchemaNode;
  /** The GraphQL type whose shape an answer has, with enums as numbers. */
  'x-graphql-type'?: string;
  items?: SchemaNode;
  additionalProperties?: SchemaNode;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  readOnly?: boolean;
  nullable?: boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  example?: unknown;
  'x-variants'?: SchemaVariant[];
}

/** `required` says whether the property is required in these versions. */
export type SchemaVariant = Omit<SchemaNode, 'required' | 'x-variants' | 'x-versions'> & {
  versions: string;
  required?: boolean;
};

export interface ParameterNode extends Annotations {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: SchemaNode;
  'x-variants'?: (Partial<Omit<ParameterNode, 'name' | 'in' | 'x-variants'>> & { versions: string })[];
}

export interface BodyNode {
  required?: boolean;
  content: Record<string, { schema?: SchemaNode }>;
}

export interface ResponseNode {
  /** A response of `components.responses`. */
  $ref?: string;
  /** Missing in the compact form that the program loads. */
  description?: string;
  content?: Record<string, { schema?: SchemaNode }>;
}

/** A documentation page that shows an operation. */
export interface PageNode {
  versions: string;
  page: string;
  /** `early`: older than the release of its version. */
  age?: 'early';
  /** The page was read in part, or shows an example only: what it lacks may exist. */
  cut?: boolean;
}

export interface OperationNode extends Annotations {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: ParameterNode[];
  requestBody?: BodyNode;
  responses: Record<string, ResponseNode>;
  /** Any one of them suffices; empty or missing: none is needed. */
  'x-scopes'?: string[];
  /** The scope is a decision of the emulator, not stated by any source. */
  'x-scopes-assumed'?: boolean;
  'x-stability'?: string;
  /** Further paths of the same operation. */
  'x-also-at'?: { path: string; versions: string }[];
  'x-pages'?: PageNode[];
  /** Only in the compact form: the versions in which the operation or its shapes rest on `inferred`. */
  'x-inferred'?: { operation?: string; shapes?: string };
  'x-variants'?: {
    versions: string;
    requestBody?: BodyNode | null;
    responses?: Record<string, ResponseNode>;
  }[];
}

export const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;
export type MethodName = (typeof methods)[number];
export type PathItem = Partial<Record<MethodName, OperationNode>>;

export interface ContractDocument {
  openapi: string;
  info: { title: string; version: string; description?: string };
  'x-versions': string;
  'x-evidence'?: Evidence;
  paths: Record<string, PathItem>;
  components: { responses?: Record<string, ResponseNode>; schemas: Record<string, SchemaNode> };
}

/** The keys of a schema that say what the value is; a variant with any of them replaces them all. */
export const typeKeys = [
  '$ref',
  'type',
  'format',
  'enum',
  'x-enum-varnames',
  'x-enum-versions',
  'x-key',
  'x-page-of',
  'x-graphql-type',
  'items',
  'additionalProperties',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'nullable',
] as const;
