import type { GraphqlContractData, RootField } from '../../contract/graphql-contract.ts';

/** Every list of the platform: 200 rows unless told, at most 500 (the `@listSize` directives of the contract). */
export const pageSizes = { standard: 200, most: 500 } as const;

/** What every root field costs (`@cost` of the contract). */
export const rootFieldCost = 10;

/**
 * The schema as a document, directives included, as HotChocolate prints it.
 * @returns SDL
 */
export function schemaDocument(contract: GraphqlContractData): string {
  return [
    'schema {\n  query: Query\n  mutation: Mutation\n}',
    ...contract.scalars.map((name) => `scalar ${name}`),
    ...directives(contract),
    ...Object.entries(contract.enums).map(([name, values]) => block('enum', name, values)),
    rootType(contract, 'Query', contract.queries),
    rootType(contract, 'Mutation', contract.mutations),
    ...Object.entries(contract.types).map(([name, fields]) =>
      block(
        'type',
        name,
        Object.entries(fields).map(([field, row]) => outputField(contract, name, field, row)),
      ),
    ),
    ...inputs(contract.inputs),
    ...inputs(contract.operationFilters),
    ...Object.entries(contract.filters).map(([name, fields]) => filterInput(name, fields)),
    ...Object.entries(contract.sorts).map(([name, fields]) => block('input', name, fields.map(sortField))),
  ].join('\n\n');
}

/** `@specifiedBy` is GraphQL's own; the one type that contradicts its use in the record is HotChocolate's Boolean. */
function directives(contract: GraphqlContractData): string[] {
  return contract.directives
    .filter((text) => !text.startsWith('@specifiedBy'))
    .map(
      (text) =>
        `directive ${text.replace('requireOneSlicingArgument: Int! = 1', 'requireOneSlicingArgument: Boolean! = true')}`,
    );
}

function rootType(contract: GraphqlContractData, name: string, fields: Record<string, RootField>): string {
  return block(
    'type',
    name,
    Object.entries(fields).map(([field, row]) => rootField(contract, name, field, row)),
  );
}

function rootField(contract: GraphqlContractData, type: string, name: string, row: RootField): string {
  const args = Object.entries(row.args).map(([arg, expression]) => {
    const successor = row.renamedArgs?.[arg];
    return `${arg}: ${expression}${successor === undefined ? '' : deprecation(`Use ${successor}.`)}`;
  });
  const size = row.list
    ? ` @listSize(assumedSize: ${pageSizes.most}, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: ${pageSizes.standard}, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)`
    : '';
  const roles = row.roles.map((role) => ` @authorize(roles: [${JSON.stringify(role)}])`).join('');
  const list = args.length === 0 ? '' : `(${args.join(', ')})`;
  return `${name}${list}: ${row.type}${roles}${size} @cost(weight: "${rootFieldCost}")${deprecated(contract, type, name)}`;
}

function outputField(
  contract: GraphqlContractData,
  type: string,
  name: string,
  row: string | { type: string; args: Record<string, string> },
): string {
  if (typeof row === 'string') return `${name}: ${row}${deprecated(contract, type, name)}`;
  const args = Object.entries(row.args).map(([arg, expression]) => `${arg}: ${expression}`);
  return `${name}(${args.join(', ')}): ${row.type}${deprecated(contract, type, name)}`;
}

function deprecated(contract: GraphqlContractData, type: string, field: string): string {
  const reason = contract.deprecated?.[`${type}.${field}`];
  return reason === undefined ? '' : deprecation(reason);
}

function deprecation(reason: string): string {
  return ` @deprecated(reason: ${JSON.stringify(reason)})`;
}

function inputs(rows: Record<string, Record<string, string>>): string[] {
  return Object.entries(rows).map(([name, fields]) =>
    block(
      'input',
      name,
      Object.entries(fields).map(([field, type]) => `${field}: ${type}`),
    ),
  );
}

/** Every filter takes `and` and `or` beside its fields (platform.md section 6). */
function filterInput(name: string, fields: Record<string, string>): string {
  return block('input', name, [
    `and: [${name}!]`,
    `or: [${name}!]`,
    ...Object.entries(fields).map(([field, operation]) => `${field}: ${operation}OperationFilterInput`),
  ]);
}

function sortField(row: string): string {
  const nested = /^!(\w+):(\w+)$/.exec(row);
  return nested ? `${nested[1] ?? ''}: ${nested[2] ?? ''}` : `${row}: SortEnumType`;
}

function block(keyword: string, name: string, lines: readonly string[]): string {
  return `${keyword} ${name} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
}
