import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AssumptionId } from '../../../platform/assumptions.ts';
import { RequestRefused } from '../../wire/graphql/errors.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** One operation of a validated document, with the fragments it may spread. */
export interface Operation {
  /** Rows of the fidelity table that reading the document rests on. */
  readonly assumptions: readonly AssumptionId[];
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly kind: 'query' | 'mutation';
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * @param name absent when the document has just one operation
 * @throws RequestRefused for a name that no operation has, a missing name among several
 */
export function operationOf(
  document: DocumentNode,
  name: string | undefined,
): Omit<Operation, 'assumptions'> {
  const definition = chosenDefinition(document, name);
  const fragments = document.definitions.filter(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
  );
  return {
    document,
    definition,
    kind: definition.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query',
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
}

/** The fields a selection set comes to with these variables, fragments opened, by response name. */
export function fieldsOf(
  { fragments }: Operation,
  selectionSet: SelectionSetNode,
  variables: Variables,
  found = new Map<string, FieldNode[]>(),
): ReadonlyMap<string, readonly FieldNode[]> {
  for (const selection of selectionSet.selections) {
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false) continue;
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      found.set(name, [...(found.get(name) ?? []), selection]);
      continue;
    }
    // The schema has neither interfaces nor unions, so a fragment's type is always the current one.
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (inner) fieldsOf({ fragments } as Operation, inner.selectionSet, variables, found);
  }
  return found;
}

/** The root fields an operation asks for, introspection aside. */
export function rootFieldsOf(operation: Operation, variables: Variables): FieldNode[] {
  return [...fieldsOf(operation, operation.definition.selectionSet, variables).values()]
    .flatMap((nodes) => nodes.slice(0, 1))
    .filter((node) => !node.name.value.startsWith('__'));
}

function chosenDefinition(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [only] = operations;
  if (name === undefined || name === '') {
    if (only && operations.length === 1) return only;
    throw new RequestRefused([
      {
        message:
          operations.length === 0
            ? 'The document does not contain any operations.'
            : 'The operation name can only be omitted if there is just one operation in a GraphQL document.',
      },
    ]);
  }
  const named = operations.find((operation) => operation.name?.value === name);
  if (named) return named;
  throw new RequestRefused(
    [{ message: `The specified operation \`${name}\` does not exist.` }],
    `the document has no operation '${name}'; it has: ${operations.map((one) => one.name?.value ?? 'one without a name').join(', ') || 'none'}`,
  );
}
