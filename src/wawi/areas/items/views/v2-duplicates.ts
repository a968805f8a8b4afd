import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import type { FieldView } from '../../../wire/views/views.ts';

/** A group of options that is on or off as a whole. */
function flag(option: string): FieldView<object> {
  return {
    read: () => undefined,
    write: (value) => ({ [option]: (value as { isActive?: boolean } | null)?.isActive === true }),
  };
}

/** The parts that duplicates copy from their item; option of the page -> option of the domain. */
const groups = v2View<'Items_DuplicateItemRequest.ItemDuplicationOptions', object>({
  OversalesDuplicationOptions: flag('oversalesCopy'),
  AttributesDuplicationOptions: flag('attributeCopy'),
  ImagesDuplicationOptions: flag('pictureCopy'),
  DownloadFilesDuplicationOptions: flag('downloadFilesCopy'),
  UploadFilesDuplicationOptions: flag('uploadDataCopy'),
  MediaFilesDuplicationOptions: flag('mediaDataCopy'),
  CharacteristicsDuplicationOptions: flag('featuresCopy'),
  BomDuplicationOptions: flag('partListComponentsCopy'),
  VariationsDuplicationOptions: flag('variationsCopy'),
  ConfigurationsDuplicationOptions: flag('configurationsCopy'),
  CrossSellingDuplicationOptions: flag('crossSellingCopy'),
  CustomFieldsDuplicationOptions: flag('ownFieldsCopy'),
  PurchasePricesDuplicationOptions: flag('purchasePricesCopy'),
  DescriptionsDuplicationOptions: 'textDuplicateOptions',
  IdentifiersDuplicationOptions: 'identifierDuplicateOptions',
});

/** The request that duplicates an item since 2.1. */
export const duplicateViewsV2: V2Views = {
  Items_DuplicateItemRequest: v2View<'Items_DuplicateItemRequest'>({
    DuplicatesToCreate: 'newItems',
    ExecuteItemCreatedWorkflowOnCreation: 'executeWorkflows',
    ItemDuplicationOptions: '.',
  }),
  'Items_DuplicateItemRequest.DuplicatesToCreate': v2View<'Items_DuplicateItemRequest.DuplicatesToCreate'>({
    Sku: 'itemNumber',
    Name: 'itemName',
  }),
  'Items_DuplicateItemRequest.ItemDuplicationOptions': groups,
};
