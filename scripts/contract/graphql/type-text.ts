import {
  namedType,
  type FieldElement,
  type GraphqlDocument,
  type TypeElement,
} from '../../../src/wawi/contract/sdl/elements.ts';
import { apiVersions } from '../../../src/wawi/contract/versions.ts';

const scalars: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Byte: 'number',
  Decimal: 'number',
  Float: 'number',
  Int: 'number',
  Long: 'number',
};

/** @returns the types of the document, one interface a type, with every field that any version has */
export function graphqlTypes(document: GraphqlDocument): string {
  const types = [...document.types.values()].filter(({ name }) => name !== 'Query' && name !== 'Mutation');
  const entries = types.flatMap((type) =>
    type.kind === 'scalar' ? [] : [`  ${type.name}: ${body(document, type)};`],
  );
  const root = (name: string) =>
    (document.types.get(name)?.fields ?? []).map((field) => `  ${field.name}: ${rootBody(document, field)};`);
  return [
    interfaceText(
      'Every type of the GraphQL contract, each with the fields of all versions.',
      'GraphqlSchemas',
      entries,
    ),
    interfaceText('Arguments and answers of all queries.', 'GraphqlQueries', root('Query')),
    interfaceText('Arguments and answers of all mutations.', 'GraphqlMutations', root('Mutation')),
  ].join('\n');
}

function interfaceText(comment: string, name: string, lines: readonly string[]): string {
  return `/** ${comment} */\nexport interface ${name} {\n${lines.join('\n')}\n}\n`;
}

function rootBody(document: GraphqlDocument, field: FieldElement): string {
  return `{ args: { ${field.args.map((arg) => member(document, arg, apiVersions.v2.length)).join('; ')} }; answer: ${typeOf(document, field)} }`;
}

function body(document: GraphqlDocument, type: TypeElement): string {
  if (type.kind === 'enum') return type.fields.map(({ name }) => JSON.stringify(name)).join(' | ');
  return `{ ${type.fields.map((field) => member(document, field, type.kind === 'input' ? type.versions.length : 0)).join('; ')} }`;
}

/** An input that some version lacks or lets be null can be left out; a field of an answer is there for who selects it. */
function member(document: GraphqlDocument, field: FieldElement, versions: number): string {
  const types = [field.type, ...field.variants.flatMap(({ type }) => type ?? [])];
  const isOptional =
    versions > 0 && (field.versions.length < versions || types.some((type) => !type.endsWith('!')));
  return `${field.name}${isOptional ? '?' : ''}: ${typeOf(document, field)}`;
}

function typeOf(document: GraphqlDocument, field: FieldElement): string {
  const types = [field.type, ...field.variants.flatMap(({ type }) => type ?? [])];
  return [...new Set(types.flatMap((type) => alternatives(document, type)))].join(' | ');
}

function alternatives(document: GraphqlDocument, expression: string): string[] {
  if (expression.endsWith('!')) return [nonNull(document, expression.slice(0, -1))];
  return [nonNull(document, expression), 'null'];
}

function nonNull(document: GraphqlDocument, expression: string): string {
  if (expression.startsWith('[')) return `(${alternatives(document, expression.slice(1, -1)).join(' | ')})[]`;
  const name = namedType(expression);
  const kind = document.types.get(name)?.kind;
  return kind === undefined || kind === 'scalar'
    ? (scalars[name] ?? 'string')
    : `GraphqlSchemas[${JSON.stringify(name)}]`;
}
