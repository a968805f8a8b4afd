import {
  getArgumentValues,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { parseGraphqlType, type RootField } from '../../contract/graphql-contract.ts';
import { leafWriter, type GraphqlTypes } from '../../projection/graphql-types.ts';
import { GraphqlProblem, RequestRefused } from '../errors.ts';
import type { Arguments } from '../lists/list-source.ts';
import {
  anyOf,
  SelectionCompiler,
  subsets,
  type Condition,
  type SelectedField,
  type Variables,
} from './selection.ts';

/** A field of `Query` or `Mutation` that an operation asks for. */
export interface PlannedRoot {
  readonly fieldName: string;
  readonly node: FieldNode;
  readonly when: Condition | undefined;
  readonly selected: SelectedField;
  /** True for connections. */
  readonly list: boolean;
  /** False for `X!`: its failure leaves no data at all. */
  readonly nullable: boolean;
  /**
   * The arguments under their present names.
   * @throws GraphqlProblem when neither or both of an argument's two names are given
   */
  args(variables: Variables): Arguments;
}

/** An operation, ready to run. */
export interface Plan {
  readonly operation: OperationDefinitionNode;
  readonly kind: 'query' | 'mutation';
  readonly roots: readonly PlannedRoot[];
  /** Response names of `__schema`, `__type` and `__typename`, which graphql-js answers. */
  readonly introspection: readonly string[];
  /** Response names in the order asked for. */
  readonly responseNames: readonly string[];
}

/** @throws RequestRefused for a name that no operation has, a missing name among several, a subscription */
export function planOperation(
  document: DocumentNode,
  operationName: string | undefined,
  schema: GraphQLSchema,
  types: GraphqlTypes,
): Plan {
  const operation = chosenOperation(document, operationName);
  const kind = operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query';
  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const compiler = new SelectionCompiler(types, fragments);
  const found = new Map<string, { node: FieldNode; when: Condition | undefined }[]>();
  compiler.collect(operation.selectionSet.selections, undefined, found);
  const planner = { schema, types, compiler, kind } as const;
  const introspection = [...found].filter(([, [first]]) => first?.node.name.value.startsWith('__'));
  return {
    operation,
    kind,
    roots: [...found]
      .filter(([, [first]]) => !first?.node.name.value.startsWith('__'))
      .map(([responseName, nodes]) => plannedRoot(planner, responseName, nodes)),
    introspection: introspection.map(([responseName]) => responseName),
    responseNames: [...found.keys()],
  };
}

function plannedRoot(
  {
    schema,
    types,
    compiler,
    kind,
  }: {
    schema: GraphQLSchema;
    types: GraphqlTypes;
    compiler: SelectionCompiler;
    kind: Plan['kind'];
  },
  responseName: string,
  found: readonly { node: FieldNode; when: Condition | undefined }[],
): PlannedRoot {
  const [{ node }] = found as readonly [{ node: FieldNode; when: Condition | undefined }];
  const fieldName = node.name.value;
  const row = (kind === 'query' ? types.contract.queries : types.contract.mutations)[fieldName];
  const rootType = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const definition = rootType?.getFields()[fieldName];
  if (!row || !rootType || !definition) throw new Error(`no root field '${fieldName}'`);
  const { name, list, nullable } = parseGraphqlType(row.type);
  const object = types.isObject(name);
  const when = anyOf(found);
  return {
    fieldName,
    node,
    when,
    list: row.list === true,
    nullable,
    selected: {
      key: `${JSON.stringify(responseName)}:`,
      responseName,
      name: fieldName,
      when,
      read: undefined,
      list,
      nullable,
      leaf: object ? undefined : rootLeaf(types, rootType.name, fieldName, name, nullable),
      selection: object ? compiler.compile(name, subsets(found)) : undefined,
    },
    args: (variables) => renamed(row, getArgumentValues(definition, node, variables)),
  };
}

/** Shows a scalar; a root field that answers a key is given the entity that has it. */
function rootLeaf(
  types: GraphqlTypes,
  rootType: string,
  fieldName: string,
  typeName: string,
  nullable: boolean,
): (value: unknown) => unknown {
  const leaf = types.leaf(typeName, rootType, fieldName);
  const show = leafWriter(leaf, nullable, 'names', types.contract.enums);
  if (leaf.kind !== 'key') return show;
  return (value) => show(typeof value === 'object' ? (value as { id?: number } | null)?.id : value);
}

/** Brings arguments to their present names; of an old and a new name exactly one must be given. */
function renamed(row: RootField, args: Arguments): Arguments {
  if (!row.renamedArgs) return args;
  const result: Record<string, unknown> = { ...args };
  for (const [old, present] of Object.entries(row.renamedArgs)) {
    const given = [old, present].filter((name) => result[name] !== undefined && result[name] !== null);
    if (given.length !== 1) {
      throw new GraphqlProblem(
        given.length === 0
          ? `The argument \`${present}\` is required.`
          : `Only one of the arguments \`${present}\` and \`${old}\` may be given.`,
        'VALIDATION_ERROR',
        { argument: present },
        `of '${present}' and '${old}', its name in version 2.0, exactly one must be given; ${given.length === 0 ? 'none is' : 'both are'}`,
        ['graphql-renamed-arguments'],
      );
    }
    result[present] = result[given[0] ?? present];
    delete result[old];
  }
  return result;
}

function chosenOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
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
