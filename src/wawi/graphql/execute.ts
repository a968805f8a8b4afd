import { executeSync, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { parseGraphqlType } from '../contract/graphql-contract.ts';
import type { GraphqlTypes } from '../projection/graphql-types.ts';
import type { ViewContext } from '../projection/views.ts';
import type { DocumentCache } from './documents/document-cache.ts';
import type { Plan, PlannedRoot } from './documents/plan.ts';
import type { Variables } from './documents/selection.ts';
import { SelectionWriter } from './documents/writer.ts';
import { fieldFailure, GraphqlProblem, masked, type FieldFailure, type WireError } from './errors.ts';
import { Lists } from './lists/list-source.ts';
import type { RootBindings, RootCall, RootContext } from './roots/root-call.ts';

/** What an operation came to: the JSON text of its data, and what failed. */
export interface Outcome {
  /** Absent when a field that must not be null failed. */
  readonly data: string | undefined;
  readonly errors: readonly WireError[];
  readonly failures: readonly FieldFailure[];
}

/** Decides whether a root field may run. @throws ApiError 403 */
export type ScopeCheck = (scopes: readonly string[]) => void;

/** Makes root fields fail that a fault was set on. @returns the reason, or undefined */
export type FaultCheck = (field: string) => Promise<string | undefined>;

export interface ExecutionParts {
  schema: GraphQLSchema;
  types: GraphqlTypes;
  documents: DocumentCache;
  queries: RootBindings;
  mutations: RootBindings;
}

/** One operation with what it needs to run. */
export interface Execution {
  plan: Plan;
  query: string;
  variables: Variables;
  context: RootContext;
  checkScopes: ScopeCheck;
  checkFaults: FaultCheck;
}

/** Runs planned operations: root fields one after another, what lies below them straight into JSON text. */
export class Executor {
  readonly #writer = new SelectionWriter();
  readonly #lists: Lists;

  constructor(private readonly parts: ExecutionParts) {
    this.#lists = new Lists(parts.types);
  }

  async run(execution: Execution): Promise<Outcome> {
    const { plan, variables } = execution;
    const texts = new Map<string, string>();
    const errors: WireError[] = [];
    const failures: FieldFailure[] = [];
    for (const [name, text] of this.#introspection(execution)) texts.set(name, text);
    for (const root of plan.roots) {
      if (root.when && !root.when(variables)) continue;
      try {
        texts.set(root.selected.responseName, await this.#root(root, execution));
      } catch (error) {
        const failure = fieldFailure(error);
        failures.push(failure);
        errors.push(wireError(root, failure));
        if (!root.nullable) return { data: undefined, errors, failures };
        texts.set(root.selected.responseName, 'null');
      }
    }
    const fields = plan.responseNames
      .filter((name) => texts.has(name))
      .map((name) => `${JSON.stringify(name)}:${texts.get(name) ?? 'null'}`);
    return { data: `{${fields.join(',')}}`, errors, failures };
  }

  async #root(root: PlannedRoot, execution: Execution): Promise<string> {
    const { plan, variables, context, checkScopes, checkFaults } = execution;
    const { fieldName } = root;
    const binding = (plan.kind === 'query' ? this.parts.queries : this.parts.mutations)[fieldName];
    if (!binding) throw new Error(`the root field ${fieldName} has no binding`);
    checkScopes('twin' in binding ? context.twins.scopes(binding.twin) : binding.scopes);
    const fault = await checkFaults(fieldName);
    if (fault !== undefined) throw new GraphqlProblem(masked.message, masked.code, {}, fault);
    const call: RootCall = { ...context, args: root.args(variables) };
    const view: ViewContext = { data: context.data, now: context.now };
    let value: unknown;
    if ('list' in binding)
      value = this.#lists.connection(fieldName, this.#nodeType(root), binding.list, call.args, view);
    else value = await ('twin' in binding ? context.twins.run(binding.twin, call) : binding.one(call));
    return this.#writer.value(root.selected, value, view, variables);
  }

  #nodeType(root: PlannedRoot): string {
    const { queries, types } = this.parts.types.contract;
    const connection = parseGraphqlType(queries[root.fieldName]?.type ?? '').name;
    const nodes = types[connection]?.['nodes'];
    if (typeof nodes !== 'string') throw new Error(`${root.fieldName} is no connection`);
    return parseGraphqlType(nodes).name;
  }

  /** Introspection is graphql-js's; the operation's other fields come out null there and are not taken. */
  #introspection({ plan, query, variables }: Execution): [string, string][] {
    if (plan.introspection.length === 0) return [];
    const name = plan.operation.name?.value;
    const result: ExecutionResult = executeSync({
      schema: this.parts.schema,
      document: this.parts.documents.document(query),
      variableValues: variables,
      ...(name === undefined ? {} : { operationName: name }),
    });
    return plan.introspection
      .filter((responseName) => result.data && responseName in result.data)
      .map((responseName) => [responseName, JSON.stringify(result.data?.[responseName])]);
  }
}

function wireError(root: PlannedRoot, failure: FieldFailure): WireError {
  const token = root.node.loc?.startToken;
  return {
    message: failure.message,
    ...(token ? { locations: [{ line: token.line, column: token.column }] } : {}),
    path: [root.selected.responseName],
    extensions: failure.extensions,
  };
}
