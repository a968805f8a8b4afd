import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { leafWriter, type GraphqlField, type GraphqlTypes } from '../../projection/graphql-types.ts';
import type { Read } from '../../projection/views.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** Whether a field is asked for, by `@skip` and `@include`; absent: always. */
export type Condition = (variables: Variables) => boolean;

/** A field to write: its JSON key, where it is read, how it is shown. */
export interface SelectedField {
  /** `"alias":`, ready to be written. */
  readonly key: string;
  readonly responseName: string;
  readonly when: Condition | undefined;
  /** Absent for `__typename`, whose value is fixed. */
  readonly read: Read<unknown> | undefined;
  readonly list: boolean;
  /** What an absent list or object becomes. */
  readonly nullable: boolean;
  /** How a leaf is shown. */
  readonly leaf: ((value: unknown) => unknown) | undefined;
  readonly selection: Selection | undefined;
  /** The contract's name of the field, for its cost. */
  readonly name: string;
}

/** What an operation asks of one type, compiled once for every request with that document. */
export class Selection {
  /** True when no variable decides over its fields, so that what was written can be remembered with the entity. */
  readonly fixed: boolean;

  constructor(
    readonly typeName: string,
    readonly from: Read<unknown> | undefined,
    readonly fields: readonly SelectedField[],
  ) {
    this.fixed = fields.every((field) => !field.when && (field.selection?.fixed ?? true));
  }
}

interface FoundField {
  readonly node: FieldNode;
  readonly when: Condition | undefined;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Compiles selection sets. The schema has neither interfaces nor unions, so a fragment's type is always the one at hand. */
export class SelectionCompiler {
  constructor(
    private readonly types: GraphqlTypes,
    private readonly fragments: Fragments,
  ) {}

  /** @param sets the selection sets of all fields that share a response name */
  compile(
    typeName: string,
    sets: readonly { set: SelectionSetNode; when: Condition | undefined }[],
  ): Selection {
    const found = new Map<string, FoundField[]>();
    for (const { set, when } of sets) this.collect(set.selections, when, found);
    const fields = [...found].map(([responseName, nodes]) => this.#field(typeName, responseName, nodes));
    return new Selection(typeName, this.types.object(typeName).from, fields);
  }

  /** Gathers the fields of selections by response name, fragments spread. */
  collect(
    selections: readonly SelectionNode[],
    outer: Condition | undefined,
    found: Map<string, FoundField[]>,
    spread: Set<string> = new Set<string>(),
  ): void {
    for (const node of selections) {
      const when = allOf(outer, conditionOf(node));
      if (node.kind === Kind.FIELD) {
        const responseName = node.alias?.value ?? node.name.value;
        const known = found.get(responseName);
        if (known) known.push({ node, when });
        else found.set(responseName, [{ node, when }]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        this.collect(node.selectionSet.selections, when, found, spread);
      } else {
        const name = node.name.value;
        const fragment = this.fragments.get(name);
        // Spread twice under the same conditions, a fragment adds nothing.
        if (!fragment || (spread.has(name) && !when)) continue;
        if (!when) spread.add(name);
        this.collect(fragment.selectionSet.selections, when, found, spread);
      }
    }
  }

  #field(typeName: string, responseName: string, found: readonly FoundField[]): SelectedField {
    const [{ node }] = found as readonly [FoundField];
    const name = node.name.value;
    const common = { key: `${JSON.stringify(responseName)}:`, responseName, when: anyOf(found), name };
    if (name === '__typename') {
      return {
        ...common,
        read: undefined,
        list: false,
        nullable: false,
        leaf: () => typeName,
        selection: undefined,
      };
    }
    const field = this.types.object(typeName).field(name);
    const { list, nullable } = field.type;
    if (field.leaf) {
      const leaf = leafWriter(field.leaf, nullable || list, 'names', this.types.contract.enums);
      return { ...common, read: field.read, list, nullable, leaf, selection: undefined };
    }
    const selection = this.compile(field.type.name, subsets(found));
    return {
      ...common,
      read: this.#source(typeName, name, field),
      list,
      nullable,
      leaf: undefined,
      selection,
    };
  }

  /** Fields with arguments are methods of the schema's own types; they show the object they are called on. */
  #source(typeName: string, name: string, field: GraphqlField): Read<unknown> {
    return typeof this.types.contract.types[typeName]?.[name] === 'object' ? (source) => source : field.read;
  }
}

/** @returns the selection sets under fields that share a response name; a condition follows where there are several */
export function subsets(
  found: readonly FoundField[],
): { set: SelectionSetNode; when: Condition | undefined }[] {
  return found.flatMap(({ node, when }) =>
    node.selectionSet ? [{ set: node.selectionSet, when: found.length > 1 ? when : undefined }] : [],
  );
}

/** A field is asked for when any of its occurrences is. */
export function anyOf(found: readonly FoundField[]): Condition | undefined {
  const conditions = found.map(({ when }) => when);
  if (conditions.some((when) => !when)) return undefined;
  return (variables) => conditions.some((when) => when?.(variables));
}

function allOf(a: Condition | undefined, b: Condition | undefined): Condition | undefined {
  if (!a || !b) return a ?? b;
  return (variables) => a(variables) && b(variables);
}

function conditionOf(node: SelectionNode): Condition | undefined {
  if (!node.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include'))
    return undefined;
  return (variables) =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
}
