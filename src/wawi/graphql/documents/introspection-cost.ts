import {
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { GraphqlProblem } from '../../wire/graphql/errors.ts';
import { fieldsOf, operationOf, type Operation, type Variables } from './operation.ts';

/** How many times a request may ask for the whole schema, as GraphiQL and code generators do once. */
const wholeSchemas = 3;

/** How many elements the lists of the introspection have: `fields`, `args` and so on. */
type ListSizes = Readonly<Record<string, number>>;

/** Sizes by where a type comes from. */
interface SchemaSizes {
  /** Of one type that a client names, at most. */
  readonly named: ListSizes;
  /** Of all types, on average. */
  readonly listed: ListSizes;
  /** Of the types of fields, on average. */
  readonly referenced: ListSizes;
}

/**
 * Charges introspection, which resolves a field for every element of the schema. The limit follows the schema's size
 * (fidelity row `graphql-cost-limit`).
 */
export class IntrospectionCost {
  readonly #sizes: SchemaSizes;
  readonly #limit: number;

  constructor(schema: GraphQLSchema) {
    this.#sizes = sizesOf(schema);
    const whole = parse(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }));
    this.#limit = wholeSchemas * this.#costOf({ ...operationOf(whole, undefined), assumptions: [] }, {});
  }

  /** @throws GraphqlProblem in the words of HotChocolate's cost analysis */
  check(operation: Operation, variables: Variables): void {
    const cost = this.#costOf(operation, variables);
    if (cost <= this.#limit) return;
    throw new GraphqlProblem(
      'The maximum allowed field cost was exceeded.',
      'HC0047',
      { fieldCost: cost, maxFieldCost: this.#limit },
      `the operation's introspection costs ${cost}, the limit is ${this.#limit}: ${wholeSchemas} times the whole schema; ask for the schema once`,
      ['graphql-cost-limit'],
    );
  }

  #costOf(operation: Operation, variables: Variables): number {
    const { named, listed, referenced } = this.#sizes;
    const costOf = (nodes: readonly FieldNode[], sizes: ListSizes): number => {
      let cost = 0;
      for (const { selectionSet } of nodes) {
        if (!selectionSet) continue;
        for (const [child, ...same] of fieldsOf(operation, selectionSet, variables).values()) {
          if (!child) continue;
          const name = child.name.value;
          const inner = name === 'types' ? listed : isReference(name) ? referenced : sizes;
          cost += 1 + (sizes[name] ?? 1) * costOf([child, ...same], inner);
        }
      }
      return cost;
    };
    const roots = fieldsOf(operation, operation.definition.selectionSet, variables).values();
    const total = [...roots]
      .filter(([root]) => root?.name.value.startsWith('__'))
      .reduce((sum, nodes) => sum + costOf(nodes, named), 0);
    return Math.ceil(total);
  }
}

function isReference(name: string): boolean {
  return name === 'type' || name === 'ofType';
}

/** The elements that a type adds to the lists of the introspection. */
interface Elements {
  readonly fields: number;
  readonly args: number;
  readonly inputFields: number;
  readonly enumValues: number;
}

function sizesOf(schema: GraphQLSchema): SchemaSizes {
  const types = Object.values(schema.getTypeMap());
  const all = types.map(elementsOf);
  const references = types.flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()).map((field) => field.type) : [],
  );
  // Each `!` and each list around a type is an `ofType`.
  const wrappers = references.reduce((sum, type) => sum + (String(type).match(/[[!]/g)?.length ?? 0), 0);
  const lists = { types: types.length, directives: schema.getDirectives().length };
  const most = (name: keyof Elements): number => Math.max(...all.map((one) => one[name]));
  return {
    named: {
      ...lists,
      fields: most('fields'),
      args: most('args') / most('fields'),
      inputFields: most('inputFields'),
      enumValues: most('enumValues'),
      ofType: 0,
    },
    listed: { ...averages(all), ofType: 0 },
    referenced: {
      ...averages(references.map((type) => elementsOf(getNamedType(type)))),
      ofType: wrappers / (wrappers + references.length),
    },
  };
}

function averages(all: readonly Elements[]): ListSizes {
  const total = (name: keyof Elements): number => all.reduce((sum, one) => sum + one[name], 0);
  const count = Math.max(all.length, 1);
  return {
    fields: total('fields') / count,
    args: total('args') / Math.max(total('fields'), 1),
    inputFields: total('inputFields') / count,
    enumValues: total('enumValues') / count,
  };
}

function elementsOf(type: GraphQLNamedType): Elements {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  return {
    fields: fields.length,
    args: fields.reduce((sum, field) => sum + field.args.length, 0),
    inputFields: isInputObjectType(type) ? Object.keys(type.getFields()).length : 0,
    enumValues: isEnumType(type) ? type.getValues().length : 0,
  };
}
