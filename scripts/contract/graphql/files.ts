import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadGraphqlDocument } from '../../../src/wawi/contract/sdl/source.ts';
import { addDerived } from './derived.ts';
import { modelOf } from './document.ts';
import { applyFact, type Fact } from './facts.ts';
import { header } from './header.ts';
import { ContractModel } from './model.ts';
import { resolve } from './resolve.ts';
import { documentText } from './write.ts';

/**
 * @param text the annotated document; undefined to begin one
 * @returns the document with the facts, and the elements that it has to leave out
 */
export function merged(text: string | undefined, facts: readonly Fact[]): { text: string; left: string[] } {
  const model = text === undefined ? new ContractModel() : modelOf(loadGraphqlDocument(text));
  for (const fact of facts) applyFact(model, fact);
  addDerived(model);
  const left = resolve(model);
  for (const field of ['Query', 'Mutation'].flatMap((root) => model.types.get(root)?.fields ?? []))
    if (field.roles.length === 0) field.roles = ['system.all'];
  return { text: documentText(model, header), left };
}

/**
 * Merges facts into the annotated document.
 * @returns the elements that the document has to leave out, a line each
 */
export function mergeIntoFile(file: string, facts: readonly Fact[]): string[] {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const { text, left } = merged(before, facts);
  loadGraphqlDocument(text);
  writeFileSync(file, text);
  return left;
}
