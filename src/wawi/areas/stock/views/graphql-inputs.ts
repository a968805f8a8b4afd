import type { InputViews } from '../../../wire/graphql/input-views.ts';

const binLocation = { type: 'binType', sort: 'sortNumber' } as const;

/** Commands for stock and warehouses. */
export const stockInputs: InputViews = {
  CreateBinLocationCommandRequestInput: binLocation,
  UpdateBinLocationMetadataCommandRequestInput: binLocation,
  ExecuteInboundStockPostingCommandRequestInput: { inventoryManagementInformation: '.' },
  ExecuteOutboundStockPostingCommandRequestInput: { inventoryManagementInformation: '.' },
  ReceiveStockTransferLineItemInput: { inventoryManagementInformation: 'details' },
  AddToInventoryCountCommandRequestInput: {
    shelfLifeEndDate: 'shelfLifeExpirationDate',
    serialNumber: (value) => ({ serialNumbers: value === null ? [] : [value] }),
  },
};
