import type { EntityName } from '../../../store/entity-map.ts';
import { newCategory } from '../operations/categories.ts';
import { completeItem, newItem } from '../operations/items.ts';
import { newRecord, recordNames } from '../operations/records.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

type Completion = (data: TenantData, fields: Record<string, unknown>, now: string) => object;

/** How items, and what items refer to, become whole when a fixture describes them in part. */
export const itemCompletions: { [N in EntityName]?: Completion } = {
  ...Object.fromEntries(
    recordNames.map((name): [EntityName, Completion] => [
      name,
      (_data, fields, now) => newRecord(name, fields, now),
    ]),
  ),
  item: (data, fields, now) => completeItem(data, newItem(fields, now)),
  category: (_data, fields) => newCategory(fields),
  propertyValue: (_data, fields) => ({ descriptions: [], ...fields }),
};
