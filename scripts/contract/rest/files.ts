import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ContractDocument } from '../../../src/wawi/contract/openapi/model.ts';
import { mergeEnum, type EnumLine } from './enums.ts';
import { factsOf, type FactLine } from './facts.ts';
import { header } from './header.ts';
import { mergeFacts } from './merge.ts';
import { expanded } from './read.ts';
import { compressed, yamlText } from './write.ts';

/**
 * @param document the annotated document of one major version
 * @returns the document with the facts of that major version, and what changed that was there before
 */
export function merged(
  document: ContractDocument,
  major: 'v1' | 'v2',
  lines: readonly (FactLine | EnumLine)[],
): { document: ContractDocument; changes: string[] } {
  const model = expanded(document);
  const changes = mergeFacts(
    model,
    lines.flatMap((line) => ('enum' in line ? [] : factsOf(line, major))),
  );
  const enums = lines.filter((line) => 'enum' in line && line.v.startsWith(major.slice(1))) as EnumLine[];
  const values = enums.flatMap((line) => mergeEnum(model, line));
  return { document: compressed(model), changes: [...changes, ...values] };
}

/**
 * Merges facts into the annotated documents of a folder.
 * @returns the changes, a line each
 */
export function mergeIntoFiles(folder: string, lines: readonly (FactLine | EnumLine)[]): string[] {
  return (['v1', 'v2'] as const).flatMap((major) => {
    const file = join(folder, `erp-${major}.openapi.yaml`);
    const { document, changes } = merged(parse(readFileSync(file, 'utf8')) as ContractDocument, major, lines);
    writeFileSync(file, yamlText(document, header(major)));
    return changes.map((change) => `${major} ${change}`);
  });
}
