import { entity, flag, list, part, text, whole } from '../../../store/fields.ts';

const assignment = part({ code: text, isDefault: flag });

/** The settings of an online shop. A shop without a row has the first currency, language and customer group. */
export const shop = entity({
  /** Of the shop's sales channel, such as `2-2-1`. */
  channelId: text,
  /** ISO 4217. */
  currencies: list(assignment),
  /** ISO 639-1, in small letters. */
  languages: list(assignment),
  customerGroups: list(part({ customerGroupId: whole, isDefault: flag })),
});

/** How much data goes to the tenant's shops at once; one row for all of them. */
export const shopTransfer = entity({
  maxFilesPerArchive: whole,
  quickSyncArticleCount: whole,
  maxImagesPerArchive: whole,
  orderTransferCount: whole,
  maxArchiveSizeInKilobytes: whole,
  maxImageArchiveSizeInKilobytes: whole,
});

export const shopEntities = { shop, shopTransfer };
