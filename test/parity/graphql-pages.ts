import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import type { GraphqlVersion } from '../../src/wawi/contract/sdl/elements.ts';
import { servedSdl } from '../../src/wawi/contract/sdl/served.ts';
import { graphqlDocument } from '../contract-documents/graphql-document.ts';

/** The content of one documentation page about one element; the type `?` represents one that the page hides. */
export interface GraphqlPage {
  readonly query?: string;
  readonly mutation?: string;
  readonly input?: string;
  readonly enum?: string;
  readonly type?: string;
  /** Address without host. */
  readonly page: string;
  readonly cut?: boolean;
  /** The page shows an example only. */
  readonly example?: boolean;
  readonly fields?: Readonly<Record<string, string>>;
  readonly args?: Readonly<Record<string, string>>;
  readonly values?: readonly string[];
  readonly answer?: string;
}

/** @returns the rows of a version's pages */
export function graphqlPages(version: GraphqlVersion): GraphqlPage[] {
  const file = join(import.meta.dirname, 'pages', `graphql-${version}.jsonl`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GraphqlPage);
}

/** @returns the schema of a version, as it is served */
export function graphqlSchema(version: GraphqlVersion): GraphQLSchema {
  return buildASTSchema(servedSdl(graphqlDocument(), version));
}

/** @returns in which names and types the schema differs from a page */
export function mismatchesOf(schema: GraphQLSchema, page: GraphqlPage): string[] {
  const root = page.query ?? page.mutation;
  if (root !== undefined) return rootMismatches(schema, page, root);
  const name = page.type ?? page.input ?? page.enum ?? '';
  const type = schema.getType(name);
  if (!type) return [`${name}: not there`];
  if (page.enum !== undefined) {
    if (!isEnumType(type)) return [`${name}: not an enum`];
    const served = type.getValues().map((value) => value.name);
    return (page.values ?? [])
      .filter((value) => !served.includes(value))
      .map((value) => `${name}.${value}: not there`);
  }
  if (page.type === undefined ? !isInputObjectType(type) : !isObjectType(type))
    return [`${name}: not an ${page.type === undefined ? 'input' : 'object'}`];
  const fields = isObjectType(type) || isInputObjectType(type) ? type.getFields() : {};
  return differences(name, fields, page.fields ?? {});
}

function rootMismatches(schema: GraphQLSchema, page: GraphqlPage, name: string): string[] {
  const root = page.query === undefined ? schema.getMutationType() : schema.getQueryType();
  const field = root?.getFields()[name];
  if (!field) return [`${name}: not there`];
  const args = Object.fromEntries(field.args.map((arg) => [arg.name, arg]));
  const surplus = field.args.filter((arg) => page.args?.[arg.name] === undefined);
  return [
    ...differences(name, { answer: field }, page.answer === undefined ? {} : { answer: page.answer }),
    ...differences(name, args, page.args ?? {}),
    ...(page.cut === true || page.args === undefined
      ? []
      : surplus.map((arg) => `${name}.${arg.name}: not on the page`)),
  ];
}

function differences(
  owner: string,
  served: Readonly<Record<string, { type: unknown }>>,
  shown: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(shown).flatMap(([name, expected]) => {
    const field = served[name];
    if (!field) return [`${owner}.${name}: not there`];
    const type = String(field.type);
    return expected === '?' || type === expected
      ? []
      : [`${owner}.${name}: ${type}, but the page has ${expected}`];
  });
}
