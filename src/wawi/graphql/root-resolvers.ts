import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { AssumptionId } from '../../platform/assumptions.ts';
import { parseGraphqlType, type GraphqlType, type RootField } from '../contract/graphql-contract.ts';
import type { GraphqlTypes } from '../wire/graphql/types.ts';
import { GraphqlProblem, masked } from '../wire/graphql/errors.ts';
import type { Perform } from './idempotency.ts';
import { Lists } from './lists/list-source.ts';
import { shown, type ResolverContext } from './schema/resolvers.ts';
import { inferredAssumption } from '../wire/inferred.ts';
import { DomainError } from '../store/errors.ts';
import { commandArgument, CommandReader } from '../wire/graphql/command-reader.ts';
import type { InputTargets } from '../wire/graphql/input-views.ts';
import type {
  Arguments,
  CommandBinding,
  RootBinding,
  RootBindings,
  RootCall,
  RootContext,
} from '../wire/graphql/call.ts';

/** The context of the root fields of one request. */
export interface RequestContext extends ResolverContext {
  readonly root: RootContext;
  /** Rows of the fidelity table that the answer has come to rest on so far. */
  readonly assumptions: readonly AssumptionId[];
  /** Response names of the mutations that were not done again so far. */
  readonly replayed: readonly string[];
  /** @throws ApiError 403 */
  checkScopes(scopes: readonly string[]): void;
  /** @returns the reason why a fault makes the field fail, or undefined */
  faultOf(field: string): string | undefined;
  /** Does what a root field does, or repeats the answer of an earlier request. */
  readonly perform: Perform;
}

/** How root fields read what they work on. */
interface Readers {
  readonly lists: Lists;
  readonly commands: CommandReader;
}

/** Gives every root field its resolver from the binding tables. */
export function resolveRoots(
  schema: GraphQLSchema,
  types: GraphqlTypes,
  bindings: { queries: RootBindings; mutations: RootBindings; inputs: InputTargets },
): void {
  const readers = {
    lists: new Lists(types),
    commands: new CommandReader(types.contract, bindings.inputs),
  };
  const roots = [
    [schema.getQueryType(), types.contract.queries, bindings.queries],
    [schema.getMutationType(), types.contract.mutations, bindings.mutations],
  ] as const;
  for (const [root, rows, table] of roots) {
    for (const [name, field] of Object.entries(root?.getFields() ?? {})) {
      const row = rows[name];
      if (row) field.resolve = rootResolver(types, readers, name, row, table[name as keyof RootBindings]);
    }
  }
}

function rootResolver(
  types: GraphqlTypes,
  readers: Readers,
  name: string,
  row: RootField,
  binding: RootBinding | undefined,
): GraphQLFieldResolver<unknown, RequestContext> {
  const type = parseGraphqlType(row.type);
  const show = shownRoot(types, type, name);
  const value = valueOf(types, readers, name, row, binding);
  return async (_source, given, context, info) => {
    if (!binding) throw notImplemented(name);
    const { root, view } = context;
    context.checkScopes(binding.scopes);
    for (const id of inferredAssumption(row.inferred)) root.assume(id);
    const fault = context.faultOf(name);
    if (fault !== undefined) throw new GraphqlProblem(masked.message, masked.code, {}, fault);
    const call = { ...root, args: renamed(row, given as Arguments), nullable: type.nullable };
    return show(await context.perform(info, call, (one) => value(one, context)), view);
  };
}

/** The contract has operations whose behaviour no public page states. */
function notImplemented(name: string): GraphqlProblem {
  return new GraphqlProblem(
    `The emulator does not implement \`${name}\`.`,
    'NOT_IMPLEMENTED',
    {},
    `the schema has '${name}', but the emulator does not serve its behaviour: no public page states it`,
    ['undocumented-behaviour'],
  );
}

/** A root field that answers a key is given the entity that has it. */
function shownRoot(types: GraphqlTypes, type: GraphqlType, name: string): ReturnType<typeof shown> {
  const leaf = types.isObject(type.name) ? undefined : types.leaf(type.name, '', name);
  const show = shown(types, { type, leaf });
  if (leaf?.kind !== 'key') return show;
  return (value, view) =>
    show(typeof value === 'object' ? (value as { id?: number } | null)?.id : value, view);
}

function valueOf(
  types: GraphqlTypes,
  { lists, commands }: Readers,
  name: string,
  row: RootField,
  binding: RootBinding | undefined,
): (call: RootCall, context: RequestContext) => unknown {
  if (!binding) return () => undefined;
  if ('command' in binding) return commandOf(commands, row, binding);
  if ('one' in binding) return (call) => binding.one(call);
  const nodes = types.contract.types[parseGraphqlType(row.type).name]?.['nodes'];
  if (typeof nodes !== 'string') throw new Error(`${name} is not a connection`);
  const nodeType = parseGraphqlType(nodes).name;
  return (call, { view }) => {
    if (binding.search !== undefined && call.args['searchTerm']) call.assume(binding.search);
    if (binding.assumption !== undefined) call.assume(binding.assumption);
    return lists.connection(name, nodeType, binding.list, call.args, view);
  };
}

/** Reads the input of a mutation and carries the command out; refusals name fields as the client wrote them. */
function commandOf(
  commands: CommandReader,
  row: RootField,
  binding: CommandBinding,
): (call: RootCall) => Promise<unknown> {
  const input = parseGraphqlType(row.args[commandArgument] ?? '').name;
  return async (call) => {
    if (input === '') return binding.command({ ...call, draft: {} });
    const { draft, inClientTerms } = commands.read(input, call.args[commandArgument], binding.nulls);
    try {
      return await binding.command({ ...call, draft });
    } catch (error) {
      throw error instanceof DomainError ? inClientTerms(error) : error;
    }
  };
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
