import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { RequestRefused } from '../../wire/graphql/errors.ts';

/**
 * Limits of a document, checked before its validation. 2048 fields and 200 nested brackets are HotChocolate's own
 * limits; the others are ours (fidelity row `graphql-limits`).
 */
export const documentLimits = {
  tokens: 20_000,
  nesting: 200,
  fields: 2048,
  spreadFields: 20_000,
  depth: 15,
  fragments: 100,
} as const;

const nothing: Measure = { fields: 0, depth: 0, fragments: 0 };

interface Measure {
  fields: number;
  depth: number;
  /** How many fragments are spread within each other. */
  fragments: number;
}

/**
 * Refuses documents that would take long to validate: each fragment is measured once, however often it is spread.
 * @throws RequestRefused in HotChocolate's wording
 */
export function checkDocumentSize(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const written = writtenFields(document);
  if (written > documentLimits.fields) {
    throw new RequestRefused(
      [
        {
          message: `The GraphQL request document contains more than ${documentLimits.fields} fields. Parsing aborted.`,
          extensions: { code: 'HC0014' },
        },
      ],
      `the document has ${written} fields; at most ${documentLimits.fields} are allowed`,
    );
  }
  const measured = new Map<string, Measure>();
  for (const name of fragments.keys()) measureFragment(name, fragments, measured, new Set());
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) checkOperation(definition, fragments, measured);
  }
}

function checkOperation(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Measure>,
): void {
  const { fields, depth } = measure(operation.selectionSet, fragments, measured, new Set());
  const locations = operation.loc
    ? [{ line: operation.loc.startToken.line, column: operation.loc.startToken.column }]
    : [];
  if (depth > documentLimits.depth) {
    throw new RequestRefused(
      [
        {
          message: `The GraphQL document has an execution depth of ${depth} which exceeds the max allowed execution depth of ${documentLimits.depth}.`,
          locations,
          extensions: { allowedExecutionDepth: documentLimits.depth, detectedExecutionDepth: depth },
        },
      ],
      `the operation is ${depth} fields deep; at most ${documentLimits.depth} are allowed`,
      ['graphql-limits'],
    );
  }
  if (fields > documentLimits.spreadFields) {
    throw new RequestRefused(
      [
        {
          message: 'The operation contains too many fields once its fragments are spread.',
          locations,
          extensions: { code: 'HC0047' },
        },
      ],
      `the operation has ${fields} fields once its fragments are spread; at most ${documentLimits.spreadFields} are allowed`,
      ['graphql-limits'],
    );
  }
}

function writtenFields(document: DocumentNode): number {
  let count = 0;
  const walk = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) count++;
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) walk(selection.selectionSet);
    }
  };
  for (const definition of document.definitions)
    if ('selectionSet' in definition) walk(definition.selectionSet);
  return count;
}

/** Introspection is as deep as clients need it to be. */
function measure(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Measure>,
  within: Set<string>,
): Measure {
  const total: Measure = { fields: 0, depth: 0, fragments: 0 };
  const take = (part: Measure, levels: number): void => {
    total.fields += part.fields;
    total.depth = Math.max(total.depth, part.depth + levels);
    total.fragments = Math.max(total.fragments, part.fragments);
  };
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      total.fields++;
      const inner = selection.selectionSet
        ? measure(selection.selectionSet, fragments, measured, within)
        : nothing;
      if (selection.name.value.startsWith('__')) take({ ...inner, depth: 0 }, 0);
      else take(inner, 1);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      take(measure(selection.selectionSet, fragments, measured, within), 0);
    } else {
      take(measureFragment(selection.name.value, fragments, measured, within), 0);
    }
  }
  return total;
}

function measureFragment(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Measure>,
  within: Set<string>,
): Measure {
  const known = measured.get(name);
  const fragment = fragments.get(name);
  if (known) return known;
  // The validation refuses unknown fragments and circles.
  if (!fragment || within.has(name)) return nothing;
  // Ends long chains before they exhaust the stack.
  if (within.size >= documentLimits.fragments) throw tooManyFragments();
  within.add(name);
  const inner = measure(fragment.selectionSet, fragments, measured, within);
  within.delete(name);
  const result = { ...inner, fragments: inner.fragments + 1 };
  if (result.fragments > documentLimits.fragments) throw tooManyFragments();
  measured.set(name, result);
  return result;
}

function tooManyFragments(): RequestRefused {
  const { fragments } = documentLimits;
  return new RequestRefused(
    [
      {
        message: `The document spreads more than ${fragments} fragments within each other.`,
        extensions: { code: 'HC0014' },
      },
    ],
    `the document spreads more than ${fragments} fragments within each other, which is the limit`,
    ['graphql-limits'],
  );
}
