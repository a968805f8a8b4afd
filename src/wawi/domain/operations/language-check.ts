import { DomainError } from '../errors.ts';
import type { AttributeValue, FurtherTexts } from '../entities/items.ts';
import type { TenantData } from '../store/tenant-data.ts';

/**
 * @param texts an item or category as far as it says things in languages
 * @throws DomainError `missing-reference` naming the first language that Wawi does not know, and those it does
 */
export function checkLanguages(
  data: TenantData,
  texts: { descriptions: FurtherTexts; attributes: readonly AttributeValue[] },
): void {
  const { translations, salesChannels, platforms } = texts.descriptions;
  const used = [
    ...[...translations, ...salesChannels, ...platforms].map((text) => text.languageIso),
    ...texts.attributes.flatMap(({ defaultValues, salesChannelValues }) =>
      [...defaultValues, ...salesChannelValues.flatMap((channel) => channel.values)].map(
        (text) => text.languageIso,
      ),
    ),
  ];
  const languages = data.of('language');
  const missing = used.find((iso) => !languages.anyWhere('languageIso2', iso));
  if (missing === undefined) return;
  const known = [...languages.values()].map((language) => language.languageIso2).join(', ');
  const message = `There is no language '${missing}'; there are: ${known}.`;
  throw new DomainError('missing-reference', message, [{ path: 'languageIso', message }]);
}
