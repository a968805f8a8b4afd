import { valueFromASTUntyped, type FieldNode } from 'graphql';
import { GraphqlProblem } from '../../wire/graphql/errors.ts';
import { listSizes, rootFieldCost } from '../../contract/sdl/directives.ts';
import { fieldsOf, rootFieldsOf, type Operation, type Variables } from './operation.ts';

/**
 * HotChocolate's two budgets; its defaults are 1000 each. Pages of 500 with edges and nodes, and twenty by-id queries in
 * one request, pass on the real platform (platform.md section 6), so ours are larger (fidelity row `graphql-cost-limit`).
 */
const costLimits = { field: 2000, type: 5000 } as const;

/** The estimate of HotChocolate's cost analysis: fields to resolve, and objects to make. */
export interface Cost {
  readonly field: number;
  readonly type: number;
}

/** Fields of a connection that are as long as the page (`sizedFields` of `@listSize`). */
const sizedFields: ReadonlySet<string> = new Set(['edges', 'nodes']);

/**
 * @returns the operation's cost: a root field costs 10, every other field of an object type 1, leaves nothing, and what
 * lies below a list counts once for each row the page may have
 */
export function costOf(operation: Operation, variables: Variables): Cost {
  const parts = rootFieldsOf(operation, variables).map((node) => {
    const inner = selectionCost(operation, [node], variables, pageSize(node, variables));
    return { field: rootFieldCost + inner.field, type: (node.selectionSet ? 1 : 0) + inner.type };
  });
  return {
    field: parts.reduce((sum, part) => sum + part.field, 0),
    type: parts.reduce((sum, part) => sum + part.type, 0),
  };
}

/** @throws GraphqlProblem with HotChocolate's code and wording when an operation is over a budget */
export function checkCost({ field, type }: Cost): void {
  if (field > costLimits.field) {
    throw new GraphqlProblem(
      'The maximum allowed field cost was exceeded.',
      'HC0047',
      { fieldCost: field, maxFieldCost: costLimits.field },
      `the operation's field cost is ${field}, the limit ${costLimits.field}; ask for smaller pages or fewer nested objects`,
      ['graphql-cost-limit'],
    );
  }
  if (type > costLimits.type) {
    throw new GraphqlProblem(
      'The maximum allowed type cost was exceeded.',
      'HC0047',
      { typeCost: type, maxTypeCost: costLimits.type },
      `the operation's type cost is ${type}, the limit ${costLimits.type}; ask for smaller pages or fewer lists at once`,
      ['graphql-cost-limit'],
    );
  }
}

function pageSize(node: FieldNode, variables: Variables): number {
  const [first, last] = ['first', 'last'].map((name) => {
    const argument = node.arguments?.find((one) => one.name.value === name);
    const value = argument && valueFromASTUntyped(argument.value, variables);
    return typeof value === 'number' ? value : undefined;
  });
  // A page that is too long is refused by its own field, in words of its own.
  return Math.min(Math.max(first ?? last ?? listSizes.standard, 0), listSizes.most);
}

/** @param size rows of the page, for the fields of a connection that are as long */
function selectionCost(
  operation: Operation,
  nodes: readonly FieldNode[],
  variables: Variables,
  size: number,
): Cost {
  let field = 0;
  let type = 0;
  for (const { selectionSet } of nodes) {
    if (!selectionSet) continue;
    for (const children of fieldsOf(operation, selectionSet, variables).values()) {
      const [child] = children;
      if (!child?.selectionSet) continue;
      const times = sizedFields.has(child.name.value) ? size : 1;
      const inner = selectionCost(operation, children, variables, 1);
      field += 1 + times * inner.field;
      type += times * (1 + inner.type);
    }
  }
  return { field, type };
}
