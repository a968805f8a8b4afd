import {
  Kind,
  parse,
  print,
  GraphQLError,
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type Location,
  type ObjectTypeDefinitionNode,
  type ScalarTypeDefinitionNode,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import { Annotations, ContractDocumentError, type Enclosing } from './annotations.ts';
import { contradictions } from './check.ts';
import type { FieldElement, GraphqlDocument, TypeElement, TypeKind } from './elements.ts';
import { apiVersions } from '../versions.ts';

/**
 * Reads the annotated SDL document.
 * @param text the document; its first lines state the annotation rules
 * @returns its elements, defaults of annotations filled in
 * @throws ContractDocumentError for the first contradiction, with element and line
 */
export function loadGraphqlDocument(text: string): GraphqlDocument {
  const problems = problemsOf(text);
  if ('document' in problems) return problems.document;
  throw problems.errors[0] ?? new ContractDocumentError('document', 1, 'cannot be read');
}

/**
 * As {@link loadGraphqlDocument}, but collects every contradiction.
 * @returns the document, or what is wrong with it
 */
export function problemsOf(
  text: string,
): { document: GraphqlDocument } | { errors: ContractDocumentError[] } {
  try {
    const source = parse(text);
    const invalid = validateSDL(source);
    if (invalid.length > 0) return { errors: invalid.map(fromGraphql) };
    const elements = source.definitions.filter(isTypeDefinition).map(typeElement);
    const types = new Map(elements.map((type) => [type.name, type]));
    const errors = contradictions({ types });
    return errors.length > 0 ? { errors } : { document: { types } };
  } catch (error) {
    if (error instanceof ContractDocumentError) return { errors: [error] };
    if (error instanceof GraphQLError) return { errors: [fromGraphql(error)] };
    throw error;
  }
}

function fromGraphql(error: GraphQLError): ContractDocumentError {
  const [node] = error.nodes ?? [];
  const name = node && 'name' in node && node.name?.kind === Kind.NAME ? node.name.value : 'document';
  return new ContractDocumentError(name, error.locations?.[0]?.line ?? 1, error.message);
}

type TypeDefinition =
  | ObjectTypeDefinitionNode
  | InputObjectTypeDefinitionNode
  | EnumTypeDefinitionNode
  | ScalarTypeDefinitionNode;

const kinds: Record<TypeDefinition['kind'], TypeKind> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'type',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
};

function isTypeDefinition(node: DefinitionNode): node is TypeDefinition {
  return node.kind in kinds;
}

function typeElement(node: TypeDefinition): TypeElement {
  const name = node.name.value;
  const annotations = new Annotations(name, lineOf(node.loc), node.directives);
  const versions = annotations.versions({ versions: apiVersions.v2 });
  const evidence = annotations.evidence(versions, { versions });
  const enclosing = { versions, evidence };
  return {
    kind: kinds[node.kind],
    name,
    coordinate: name,
    line: annotations.line,
    versions,
    evidence,
    ...annotations.pages(),
    fields: membersOf(node).map((member) => fieldElement(member, `${name}.${member.name.value}`, enclosing)),
  };
}

type Member = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

function membersOf(node: TypeDefinition): readonly Member[] {
  if ('fields' in node) return node.fields ?? [];
  return 'values' in node ? (node.values ?? []) : [];
}

function fieldElement(node: Member, coordinate: string, enclosing: Enclosing): FieldElement {
  const annotations = new Annotations(coordinate, lineOf(node.loc), node.directives);
  const versions = annotations.versions(enclosing);
  const evidence = annotations.evidence(versions, enclosing);
  const args = node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : [];
  const deprecated = annotations.deprecated();
  return {
    name: node.name.value,
    coordinate,
    line: annotations.line,
    type: 'type' in node ? print(node.type) : '',
    versions,
    evidence,
    variants: annotations.variants(),
    ...(deprecated === undefined ? {} : { deprecated }),
    roles: annotations.roles(),
    pages: annotations.pages().pages,
    args: args.map((arg) => fieldElement(arg, `${coordinate}(${arg.name.value}:)`, { versions, evidence })),
  };
}

function lineOf(location: Location | undefined): number {
  return location?.startToken.line ?? 1;
}
