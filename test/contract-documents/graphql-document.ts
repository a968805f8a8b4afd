import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphqlDocument } from '../../src/wawi/contract/sdl/elements.ts';
import { loadGraphqlDocument } from '../../src/wawi/contract/sdl/source.ts';

const file = join(import.meta.dirname, '../../src/wawi/contract/documents/erp.graphql');

/** The annotated document, as text. */
export const graphqlText = readFileSync(file, 'utf8');

let read: GraphqlDocument | undefined;

/** @returns the annotated document, checked */
export function graphqlDocument(): GraphqlDocument {
  return (read ??= loadGraphqlDocument(graphqlText));
}
