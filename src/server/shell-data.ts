import type {
  CellValue,
  ShellData,
  ShellPage,
  ShellQuery,
  ShellRecord,
  ShellRow,
  ShellSection,
} from '../pages/shell-data.ts';
import type { PaneContext } from '../platform/manifests/model.ts';
import type { Registry } from '../platform/registry.ts';
import { packKey, unpackKey } from '../wawi/contract/keys.ts';
import { toNumber } from '../wawi/store/values/decimal.ts';
import { type EntityMap, type EntityName, kinds } from '../wawi/areas/index.ts';
import { sum } from '../wawi/areas/stock/rules/stock.ts';
import { orderPaymentStatus, orderTotals } from '../wawi/areas/pricing/rules/totals.ts';
import { textContains } from '../wawi/store/values/text-search.ts';
import type { TenantData } from '../wawi/store/tenant-data.ts';
import type { Wawi } from '../wawi/store/wawi.ts';

type Cells = Record<string, CellValue>;

/** How the ERP shell shows one kind of entity. */
interface ShellView<N extends EntityName> {
  entity: N;
  /** The field that orders the list. */
  order: string;
  descending: boolean;
  cells: (entity: EntityMap[N], data: TenantData) => Cells;
  title: (entity: EntityMap[N]) => string;
  fields: (entity: EntityMap[N]) => Cells;
  sections: (entity: EntityMap[N], data: TenantData) => ShellSection[];
  parents: (entity: EntityMap[N]) => ShellRecord['parents'];
}

const paymentStates = ['unpaid', 'partlyPaid', 'paid'] as const;

const customers: ShellView<'customer'> = {
  entity: 'customer',
  order: 'number',
  descending: false,
  cells: ({ number, billingAddress }) => ({
    number,
    name: nameOf(billingAddress),
    city: billingAddress.city ?? null,
    email: billingAddress.emailAddress ?? null,
  }),
  title: ({ billingAddress }) => nameOf(billingAddress),
  fields: ({ billingAddress, customerSince, taxIdentificationNumber }) => ({
    street: billingAddress.street ?? null,
    postalCode: billingAddress.postalCode ?? null,
    country: billingAddress.countryIso ?? null,
    phone: billingAddress.phoneNumber ?? null,
    vatId: taxIdentificationNumber ?? null,
    customerSince,
  }),
  sections: ({ id }, data) => [
    {
      context: 'salesorders',
      rows: [...data.of('salesOrder').where('customerId', id)].map((row) => rowOf(salesOrders, row, data)),
    },
  ],
  parents: () => ({}),
};

const salesOrders: ShellView<'salesOrder'> = {
  entity: 'salesOrder',
  order: 'salesOrderDate',
  descending: true,
  cells: (order) => ({
    number: order.number,
    date: order.salesOrderDate,
    customer: nameOf(order.billingAddress),
    totalGross: toNumber(orderTotals(order).gross),
    currency: order.payment.currencyIso,
  }),
  title: ({ number }) => number,
  fields: (order) => ({
    externalNumber: order.externalNumber ?? null,
    totalNet: toNumber(orderTotals(order).net),
    paymentStatus: paymentStates[orderPaymentStatus(order)],
    city: order.shipmentAddress?.city ?? order.billingAddress.city ?? null,
    comment: order.comment ?? null,
  }),
  sections: ({ lineItems }, data) => {
    const rows = lineItems.flatMap(({ itemId, quantity }) => {
      const item = itemId === undefined ? undefined : data.of('item').get(itemId);
      if (item === undefined) return [];
      const { id, cells } = rowOf(items, item, data);
      return [{ id, cells: { ...cells, quantity: toNumber(quantity) } }];
    });
    return [{ context: 'items', rows }];
  },
  parents: ({ customerId }) =>
    customerId === undefined ? {} : { customers: packKey(kinds.customer.key, customerId) },
};

const items: ShellView<'item'> = {
  entity: 'item',
  order: 'sku',
  descending: false,
  cells: ({ id, sku, name, prices }, data) => ({
    sku,
    name,
    priceNet: toNumber(prices.salesPriceNet),
    stock: toNumber(sum([...data.of('stock').where('itemId', id)])),
  }),
  title: ({ name }) => name,
  fields: ({ identifiers, shortDescription, countryOfOrigin, changed }) => ({
    gtin: identifiers.gtin ?? null,
    shortDescription: shortDescription ?? null,
    countryOfOrigin: countryOfOrigin ?? null,
    changed,
  }),
  sections: () => [],
  parents: () => ({}),
};

const views = { customers, salesorders: salesOrders, items };

/** Gives the ERP shell the data of a tenant's Wawi: lists, records and their sections. */
export class WawiShellData implements ShellData {
  constructor(
    private readonly registry: Registry,
    private readonly wawi: () => Promise<Wawi>,
  ) {}

  async list(
    tenantId: string,
    context: PaneContext,
    { page, pageSize, search }: ShellQuery,
  ): Promise<ShellPage> {
    const view = viewOf(context);
    const data = await this.#data(tenantId);
    const all = data.of(view.entity);
    const first = (page - 1) * pageSize;
    const rows: ShellRow[] = [];
    let total = 0;
    for (const entity of all.orderedBy(view.order, view.descending)) {
      if (search === '' && rows.length === pageSize) return { rows, total: all.size };
      // A row costs look-ups, so only rows that are shown or searched are made.
      const row = total >= first || search !== '' ? rowOf(view, entity, data) : undefined;
      if (row !== undefined && search !== '' && !textContains(search, ...textsOf(row))) continue;
      if (row !== undefined && total >= first && rows.length < pageSize) rows.push(row);
      total++;
    }
    return { rows, total };
  }

  async detail(tenantId: string, context: PaneContext, id: string): Promise<ShellRecord | undefined> {
    const view = viewOf(context);
    const data = await this.#data(tenantId);
    const key = unpackKey(kinds[view.entity].key, id);
    const entity = key.ok ? data.of(view.entity).get(key.id) : undefined;
    if (entity === undefined) return undefined;
    return {
      ...rowOf(view, entity, data),
      title: view.title(entity),
      fields: view.fields(entity),
      sections: view.sections(entity, data),
      parents: view.parents(entity),
    };
  }

  async #data(tenantId: string): Promise<TenantData> {
    return (await this.wawi()).data(this.registry.tenant(tenantId));
  }
}

/** The context determines the view's entity. */
function viewOf(context: PaneContext): ShellView<EntityName> {
  return views[context] as unknown as ShellView<EntityName>;
}

function rowOf<N extends EntityName>(view: ShellView<N>, entity: EntityMap[N], data: TenantData): ShellRow {
  return { id: packKey(kinds[view.entity].key, entity.id), cells: view.cells(entity, data) };
}

function textsOf(row: ShellRow): string[] {
  return Object.values(row.cells).flatMap((cell) => (cell === null ? [] : [String(cell)]));
}

function nameOf({
  company,
  firstName,
  lastName,
}: {
  company?: string;
  firstName?: string;
  lastName?: string;
}): string {
  return company ?? [firstName, lastName].filter(Boolean).join(' ');
}
