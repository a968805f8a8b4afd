import { DomainError, type FieldProblem } from './errors.ts';
import { listReader } from './collections/list-reader.ts';
import type { Collection } from './collections/collection.ts';
import type { EntityMap, EntityName } from './entity-map.ts';

import type { CodeOf, CodePaths } from './collections/code-paths.ts';

/** The rows that codes refer to. */
interface RowSource {
  of<N extends EntityName>(name: N): Collection<EntityMap[N]>;
}

/**
 * @param row an entity, or a part of a new one
 * @returns every unknown code, by path; empty and missing codes are allowed
 */
export function unknownCodes(data: RowSource, codes: CodePaths, row: unknown): FieldProblem[] {
  return Object.entries(codes).flatMap(([path, of]) =>
    listReader(path)(row).flatMap((code) =>
      typeof code !== 'string' || code === '' || exists[of](data, code)
        ? []
        : [{ path, message: messages[of](data, code) }],
    ),
  );
}

/** @throws DomainError `missing-reference` naming every unknown code */
export function checkCodes(data: RowSource, codes: CodePaths, row: unknown): void {
  const problems = unknownCodes(data, codes, row);
  if (problems[0]) throw new DomainError('missing-reference', problems[0].message, problems);
}

const exists: Readonly<Record<CodeOf, (data: RowSource, code: string) => boolean>> = {
  country: (data, code) => data.of('country').findUnique('iso', code) !== undefined,
  // A country may have a currency without a rate in Wawi.
  currency: (data, code) =>
    data.of('currency').findUnique('iso', code) !== undefined ||
    data.of('country').anyWhere('currencyIso', code),
  language: (data, code) => data.of('language').anyWhere('languageIso2', code),
};

const messages: Readonly<Record<CodeOf, (data: RowSource, code: string) => string>> = {
  country: (_data, code) => `There is no country with the ISO code '${code}'; right would be one such as DE.`,
  currency: (_data, code) =>
    `There is no currency with the ISO code '${code}'; right would be one such as EUR.`,
  language: (data, code) => {
    const known = [...data.of('language').values()].map((language) => language.languageIso2);
    return `There is no language '${code}'; there are: ${known.join(', ')}.`;
  },
};
