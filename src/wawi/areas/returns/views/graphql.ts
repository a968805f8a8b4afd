import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import type { Return, ReturnLineItem } from '../schema/returns.ts';

/** Returns in GraphQL. */
export const returnViewsGraphql: TypeViews = {
  Return: typeView<'Return', Return>({ returnNumber: 'number' }),
  ReturnLineItem: typeView<'ReturnLineItem', ReturnLineItem & { returnId: number; salesOrderId: number }>({
    itemNumber: 'sku',
  }),
  AddReturnLineItemCommandResponse: typeView<'AddReturnLineItemCommandResponse', ReturnLineItem>({
    returnLineItemId: 'id',
  }),
};
