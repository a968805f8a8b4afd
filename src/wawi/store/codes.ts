import { DomainError, type FieldProblem } from './errors.ts';
import { listReader } from './collections/list-reader.ts';
import type { TenantData } from './tenant-data.ts';

/** What an ISO code may stand for. */
export type CodeOf = 'country' | 'currency' | 'language';

/** Path -> what the code there stands for. */
export type CodePaths = Readonly<Record<string, CodeOf>>;

/** The codes of a postal address that lies at a path. */
export function addressCodes<P extends string>(path: P): Readonly<Record<`${P}.countryIso`, 'country'>> {
  return { [`${path}.countryIso`]: 'country' } as Readonly<Record<`${P}.countryIso`, 'country'>>;
}

/** The languages that something is named in. */
export const translationCodes = { 'translations[].languageIso': 'language' } as const;

/**
 * @param row an entity, or what is to become part of one
 * @returns every code that stands for nothing, by path; empty and absent ones stand for nothing and may
 */
export function unknownCodes(data: TenantData, codes: CodePaths, row: unknown): FieldProblem[] {
  return Object.entries(codes).flatMap(([path, of]) =>
    listReader(path)(row).flatMap((code) =>
      typeof code !== 'string' || code === '' || exists[of](data, code)
        ? []
        : [{ path, message: messages[of](data, code) }],
    ),
  );
}

/** @throws DomainError `missing-reference` naming every code that stands for nothing */
export function checkCodes(data: TenantData, codes: CodePaths, row: unknown): void {
  const problems = unknownCodes(data, codes, row);
  if (problems[0]) throw new DomainError('missing-reference', problems[0].message, problems);
}

const exists: Readonly<Record<CodeOf, (data: TenantData, code: string) => boolean>> = {
  country: (data, code) => data.of('country').findUnique('iso', code) !== undefined,
  // A country may have a currency that Wawi keeps no rate of.
  currency: (data, code) =>
    data.of('currency').findUnique('iso', code) !== undefined ||
    data.of('country').anyWhere('currencyIso', code),
  language: (data, code) => data.of('language').anyWhere('languageIso2', code),
};

const messages: Readonly<Record<CodeOf, (data: TenantData, code: string) => string>> = {
  country: (_data, code) => `There is no country with the ISO code '${code}'; right would be one such as DE.`,
  currency: (_data, code) =>
    `There is no currency with the ISO code '${code}'; right would be one such as EUR.`,
  language: (data, code) => {
    const known = [...data.of('language').values()].map((language) => language.languageIso2);
    return `There is no language '${code}'; there are: ${known.join(', ')}.`;
  },
};
