import {
  BREAK,
  getLocation,
  getNamedType,
  isLeafType,
  isValueNode,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type ObjectFieldNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { RequestError } from '../../wire/graphql/errors.ts';
import { specifiedBy } from './specification.ts';

/** The node that determines a value's type. */
type Slot = ObjectFieldNode | ArgumentNode | VariableDefinitionNode;

type Ancestor = ASTNode | readonly ASTNode[];

/** Where a value of the wrong type stands. */
interface Place {
  readonly slot: Slot;
  readonly slotType: string;
  /** The whole list where an element of a list of scalars is wrong, else the wrong value itself. */
  readonly value: ValueNode;
  readonly locationType: string;
  /** Response names of the fields around it. */
  readonly path: readonly string[];
}

type Worded = Required<Pick<RequestError, 'message' | 'extensions'>>;

/**
 * HotChocolate's words for a literal that does not fit the type of its place; those for an input field are seen on the
 * real platform, the others are its `ArgumentValueIsNotCompatible` and `VariableDefaultValueIsNotCompatible`.
 */
function worded({ slot, slotType, value, locationType }: Place): Worded {
  switch (slot.kind) {
    case Kind.OBJECT_FIELD:
      return {
        message: `The specified value type of field \`${slot.name.value}\` does not match the field type.`,
        extensions: { fieldName: slot.name.value, fieldType: slotType, locationType },
      };
    case Kind.ARGUMENT:
      return {
        message: 'The specified argument value does not match the argument type.',
        extensions: { argument: slot.name.value, argumentValue: print(value), locationType },
      };
    case Kind.VARIABLE_DEFINITION: {
      const variable = slot.variable.name.value;
      return {
        message: `The specified value type of variable \`${variable}\` does not match the variable type.`,
        extensions: { variable, variableType: print(slot.type), locationType },
      };
    }
  }
}

/**
 * @param document the validated document
 * @returns a function from an error of graphql-js's validation to its wording when it is about a literal of the wrong
 *   type, else undefined; no errors for a list that has been refused already for another element
 */
export function valueErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
): (error: GraphQLError) => RequestError[] | undefined {
  const refused = new Set<ValueNode>();
  return ({ nodes = [] }) => {
    const [node] = nodes;
    // Only errors of the rule about values' types have a single node that is a value.
    const place =
      nodes.length === 1 && node && isValueNode(node) ? placeOf(schema, document, node) : undefined;
    if (!place) return undefined;
    if (refused.has(place.value)) return [];
    refused.add(place.value);
    const { message, extensions } = worded(place);
    const { loc } = place.value;
    return [
      {
        message,
        locations: loc ? [getLocation(loc.source, loc.start)] : [],
        ...(place.path.length === 0 ? {} : { path: place.path }),
        extensions: { ...extensions, specifiedBy: specifiedBy('sec-Values-of-Correct-Type') },
      },
    ];
  };
}

function placeOf(schema: GraphQLSchema, document: DocumentNode, wrong: ValueNode): Place | undefined {
  const types = new TypeInfo(schema);
  const slots: { slot: Slot; type: GraphQLInputType }[] = [];
  let place: Place | undefined;
  const enter = (
    node: ASTNode,
    _key: unknown,
    parent: Ancestor | undefined,
    _path: unknown,
    ancestors: readonly Ancestor[],
  ): typeof BREAK | undefined => {
    const type = types.getInputType();
    if (isSlot(node) && type) slots.push({ slot: node, type });
    const innermost = slots.at(-1);
    if (node !== wrong || !innermost) return undefined;
    // graphql-js leaves the parent out of the ancestors.
    const above = [...ancestors, parent].filter(isNode);
    place = describePlace(innermost, wrong, type ?? innermost.type, above);
    return BREAK;
  };
  const leave = (node: ASTNode): void => {
    if (node === slots.at(-1)?.slot) slots.pop();
  };
  visit(document, visitWithTypeInfo(types, { enter, leave }));
  return place;
}

/** HotChocolate checks a list of scalars as one value, and a variable's default against the bare type. */
function describePlace(
  { slot, type }: { slot: Slot; type: GraphQLInputType },
  wrong: ValueNode,
  wrongType: GraphQLInputType,
  above: readonly ASTNode[],
): Place {
  const named = getNamedType(type);
  const isLeaf = isLeafType(named);
  const list = above.slice(above.indexOf(slot) + 1).find(isValueNode);
  const isDefault = slot.kind === Kind.VARIABLE_DEFINITION;
  return {
    slot,
    slotType: String(type),
    value: isLeaf && list ? list : wrong,
    locationType: String(isDefault ? named : isLeaf ? type : wrongType),
    path: above.flatMap((one) => (one.kind === Kind.FIELD ? [(one.alias ?? one.name).value] : [])),
  };
}

function isSlot(node: ASTNode): node is Slot {
  return (
    node.kind === Kind.OBJECT_FIELD || node.kind === Kind.ARGUMENT || node.kind === Kind.VARIABLE_DEFINITION
  );
}

function isNode(one: Ancestor | undefined): one is ASTNode {
  return one !== undefined && 'kind' in one;
}
