import {
  parseGraphqlType,
  type GraphqlContractData,
  type RootField,
} from '../../src/wawi/contract/graphql-contract.ts';

/** @returns a selection of every field of a type, nested to the end; methods of the schema's own types are left out */
export function everyField(
  contract: GraphqlContractData,
  typeName: string,
  within: readonly string[] = [],
): string {
  const fields = Object.entries(contract.types[typeName] ?? {}).flatMap(([name, type]) => {
    if (typeof type !== 'string') return [];
    const inner = parseGraphqlType(type).name;
    if (!(inner in contract.types)) return [name];
    return within.includes(inner) ? [] : [`${name} ${everyField(contract, inner, [...within, typeName])}`];
  });
  return `{ ${fields.join(' ')} }`;
}

/** @returns the selection set of a root field, empty for one that answers a scalar */
export function selectionOf(contract: GraphqlContractData, row: RootField): string {
  const { name } = parseGraphqlType(row.type);
  return name in contract.types ? everyField(contract, name) : '';
}
