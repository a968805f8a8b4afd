import type { GraphqlVersion, TypeKind } from '../../../src/wawi/contract/sdl/elements.ts';
import { apiVersions, parseRange } from '../../../src/wawi/contract/versions.ts';
import { memberOf, type ContractModel, type FieldModel, type TypeModel } from './model.ts';
import type { Knowledge } from './typing.ts';

/** One line of a file of facts; scripts/contract/merge-graphql.mjs describes it. */
export interface Fact {
  type?: string;
  input?: string;
  enum?: string;
  scalar?: string;
  query?: string;
  mutation?: string;
  queries?: string[];
  returns?: string;
  fields?: Record<string, string>;
  args?: Record<string, string>;
  values?: string[];
  /** Type of the rows of the connection that a query answers. */
  node?: string;
  roles?: string[];
  v: string;
  src?: string;
  cut?: unknown;
  evidence?: string;
  /** True: nothing shows the line's elements; a list: the fields whose name or type the page does not show. */
  inferred?: boolean | string[];
  /** Coordinate of the field that takes `args`. */
  takes?: string;
  absent?: string;
  deprecated?: string;
  /** An input; `required` names all of its required fields. */
  requires?: string;
  required?: string[];
  reason?: string;
}

interface Place {
  readonly knowledge: Knowledge;
  readonly versions: readonly GraphqlVersion[];
  readonly fact: Fact;
}

/** @returns the source of a fact; no versions for a fact about another major version */
function placeOf(fact: Fact): Place {
  if (fact.v === 'live') return { knowledge: 'seen', versions: ['2.0'], fact };
  const named = fact.v
    .split(',')
    .filter((part) => part.trim().startsWith('2.'))
    .flatMap((part) => parseRange(part.trim()));
  const versions = apiVersions.v2.filter((version) => named.includes(version));
  return { knowledge: fact.inferred === true ? 'inferred' : 'documented', versions, fact };
}

/** Adds one fact to the model. */
export function applyFact(model: ContractModel, fact: Fact): void {
  const place = placeOf(fact);
  if (place.versions.length === 0) return;
  if (fact.absent !== undefined) applyAbsence(model, fact.absent, place);
  else if (fact.deprecated !== undefined) applyDeprecation(model, fact.deprecated, place);
  else if (fact.requires !== undefined) applyRequired(model, fact.requires, place);
  else if (fact.takes !== undefined) applyArguments(memberAt(model, fact.takes), place);
  else if (fact.query !== undefined) applyRoot(model, 'Query', fact.query, place);
  else if (fact.mutation !== undefined) applyRoot(model, 'Mutation', fact.mutation, place);
  else if (fact.queries) for (const name of fact.queries) applyRoot(model, 'Query', name, place);
  else if (fact.enum !== undefined) applyMembers(model, 'enum', fact.enum, place, valuesOf(fact));
  else if (fact.scalar !== undefined) applyMembers(model, 'scalar', fact.scalar, place, {});
  else if (fact.input !== undefined) applyMembers(model, 'input', fact.input, place, fact.fields ?? {});
  else if (fact.type !== undefined) applyMembers(model, 'type', fact.type, place, fact.fields ?? {});
}

function valuesOf(fact: Fact): Record<string, string> {
  return Object.fromEntries((fact.values ?? []).map((value) => [value, '']));
}

function applyMembers(
  model: ContractModel,
  kind: TypeKind,
  name: string,
  place: Place,
  members: Readonly<Record<string, string>>,
): void {
  const type = model.type(kind, name);
  noteSource(type, place);
  for (const [member, expression] of Object.entries(members))
    applyExpression(memberOf(type.fields, member), expression, place, kind === 'enum');
  noteCompleteness(type, kind, place, members);
}

/** `String!` is a whole type, `?` and `[?]` are none, `Customer!?` is one that the page does not show. */
function applyExpression(
  field: FieldModel,
  expression: string,
  { knowledge, versions, fact }: Place,
  isValue: boolean,
): void {
  const isGuess = Array.isArray(fact.inferred) && fact.inferred.includes(field.name);
  const text = expression.replace(/\?(?=\]?$)/, '');
  const isType = isValue || /^\[*\w+[\]!]*$/.test(text);
  const isWhole = isType && text === expression && fact.evidence === undefined && knowledge !== 'seen';
  for (const version of versions)
    field.show(version, {
      knowledge: isGuess ? 'inferred' : knowledge,
      ...(isType && text !== 'Object' ? { type: booleanFor(field.name, text, knowledge) } : {}),
      full: isWhole || isValue,
    });
}

/** Exports of the beta and of live systems write switches as numbers. */
function booleanFor(name: string, type: string, knowledge: Knowledge): string {
  return knowledge !== 'documented' && /^(is|has|can)[A-Z]/.test(name)
    ? type.replace(/\bInt\b/, 'Boolean')
    : type;
}

function noteSource(element: TypeModel | FieldModel, { knowledge, versions, fact }: Place): void {
  if (!('documented' in element)) {
    for (const version of versions) notePage(element, version, knowledge, fact);
    return;
  }
  if (knowledge === 'inferred') return;
  for (const version of versions) {
    element[knowledge].add(version);
    notePage(element, version, knowledge, fact);
  }
}

function notePage(element: { pages: Set<string> }, version: string, knowledge: Knowledge, fact: Fact): void {
  const tail = /\/(graphql\/[\w/-]+?)(\.md)?$/.exec(fact.src ?? '')?.[1];
  if (tail !== undefined && knowledge === 'documented') element.pages.add(`${version} ${tail}`);
}

/** A whole page takes back what an earlier page of its version showed and it does not; other formats hide complex types. */
function noteCompleteness(
  type: TypeModel,
  kind: TypeKind,
  { knowledge, versions, fact }: Place,
  members: Readonly<Record<string, string>>,
): void {
  const isCut = fact.cut !== undefined && fact.cut !== false;
  if (knowledge !== 'documented' || isCut || fact.evidence !== undefined || Array.isArray(fact.inferred))
    return;
  const isWhole = kind === 'enum' || (fact.src ?? '').endsWith('.md');
  for (const version of versions) {
    (isWhole ? type.complete : type.scalars).add(version);
    if (isWhole) for (const field of type.fields) if (!(field.name in members)) field.hide(version);
  }
}

function applyRoot(model: ContractModel, root: 'Query' | 'Mutation', name: string, place: Place): void {
  const { fact, knowledge, versions } = place;
  const type = model.type('type', root);
  if (knowledge === 'seen') type.seen.add('2.0');
  const field = memberOf(type.fields, name);
  applyExpression(field, fact.returns ?? fact.type ?? '?', place, false);
  noteSource(field, place);
  if (fact.roles) field.roles = fact.roles;
  const args = applyArguments(field, place);
  if (knowledge === 'documented')
    for (const arg of field.args) if (!(arg.name in args)) versions.forEach((version) => arg.hide(version));
  if (fact.node !== undefined) applyNode(model, place, fact.node);
}

function applyArguments(field: FieldModel, place: Place): Readonly<Record<string, string>> {
  const args = place.fact.args ?? {};
  for (const [arg, expression] of Object.entries(args))
    applyExpression(memberOf(field.args, arg), expression, place, false);
  return args;
}

function applyNode(model: ContractModel, { fact, versions }: Place, node: string): void {
  const connection = (fact.returns ?? fact.type ?? '').replace(/!/g, '');
  const nodes = memberOf(model.type('type', connection).fields, 'nodes');
  for (const version of versions)
    nodes.show(version, { knowledge: 'inferred', type: `[${node}!]`, full: true });
}

/** An element that no version has is not in the document. */
function applyAbsence(model: ContractModel, coordinate: string, { versions }: Place): void {
  const member = findMember(model, coordinate);
  if (!member) return;
  for (const version of versions) {
    member.observations.delete(version);
    member.seen.delete(version);
    member.absent.add(version);
  }
}

/** Examples of requests show exactly what is required; types that pages show in full say so themselves. */
function applyRequired(model: ContractModel, input: string, { versions, fact }: Place): void {
  for (const field of model.types.get(input)?.fields ?? [])
    for (const version of versions) {
      const observation = field.observations.get(version);
      if (observation?.type === undefined || (observation.knowledge === 'documented' && observation.full))
        continue;
      const bare = observation.type.replace(/!$/, '');
      observation.type = fact.required?.includes(field.name) ? `${bare}!` : bare;
    }
}

function applyDeprecation(model: ContractModel, coordinate: string, { versions, fact }: Place): void {
  for (const version of versions)
    memberAt(model, coordinate).deprecations.set(version, fact.reason ?? 'No longer supported');
}

/** @param coordinate `Customer.name` or `Query.GetCustomerById(customerid:)` */
function findMember(model: ContractModel, coordinate: string): FieldModel | undefined {
  const [, type = '', name = '', arg] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const field = model.types.get(type)?.fields.find((one) => one.name === name);
  return arg === undefined ? field : field?.args.find((one) => one.name === arg);
}

function memberAt(model: ContractModel, coordinate: string): FieldModel {
  const member = findMember(model, coordinate);
  if (!member) throw new Error(`${coordinate} is not known; a fact about it needs one that shows it`);
  return member;
}
