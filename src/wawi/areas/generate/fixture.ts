import type { Static } from 'typebox';
import type { Progress } from '../../../platform/progress.ts';
import { InvalidInput, type Problem } from '../../../platform/problems.ts';
import { zero } from '../../store/values/decimal.ts';
import type { EntityMap } from '../../store/entity-map.ts';
import { kinds, type EntityName } from '../index.ts';
import type { EntityKind } from '../../store/collections/collection.ts';
import type { Payment } from '../pricing/schema/sales-documents.ts';
import { entitySchemas } from '../entity-schemas.ts';
import type { NumberRange } from '../system/schema/system.ts';
import { DomainError } from '../../store/errors.ts';
import { completed } from '../../store/values/merge.ts';
import { newCustomer, withAddressIds } from '../customers/operations/customers.ts';
import { newLineItem } from '../pricing/operations/line-items.ts';
import { addressCopies } from '../sales-orders/operations/sales-documents.ts';
import { newSalesOrder, type NewSalesOrder } from '../sales-orders/operations/sales-orders.ts';
import { TenantData, type Rows } from '../../store/tenant-data.ts';
import { fieldsAsKept, withRequiredFields } from './fixture-fields.ts';
import {
  fixtureDeliveryNote,
  fixturePackage,
  fixtureStock,
  fixtureStorageLocation,
  fixtureWarehouse,
} from './fixture-logistics.ts';
import type { tenantDocument } from './tenant-document.schema.ts';
import { fixtureWorkflowEvent } from './fixture-workflows.ts';
import { itemCompletions } from '../items/generate/item-completions.ts';
import { salesCompletions } from './sales-completions.ts';
import { standardData } from './standard-data.ts';

/** A tenant's fixture file: what to make up, and entities by kind, each as far as the author cares to say. */
export type TenantDocument = Static<typeof tenantDocument>;

/** A tenant's data in full, as a build keeps what it made from the shipped fixtures. */
export interface CompiledTenant {
  rows: Rows;
  sequences: Record<string, number>;
}

/** The instant that fixture entities without dates of their own get, so that data is the same on every run. */
const fixtureInstant = '2026-03-01T09:00:00.000Z';

/** A range as Wawi creates one, without a purpose. */
const freshNumberRange: Omit<NumberRange, 'id'> = {
  purpose: '',
  name: '',
  description: '',
  prefix: '',
  suffix: '',
  currentNumber: 0,
  maxLength: 30,
};

/** How an entity that a fixture describes in part becomes whole; all others keep the fields that they have. Required fields that are still missing get neutral values. */
const completions: {
  [N in EntityName]?: (data: TenantData, fields: Record<string, unknown>, now: string) => object;
} = {
  ...itemCompletions,
  ...salesCompletions,
  customer: (data, fields) => withAddressIds(data, newCustomer(fields, fixtureInstant)),
  salesOrder: (data, fields) => completedOrder(data, fields),
  numberRange: (_data, fields) => completed(freshNumberRange, fields),
  warehouse: fixtureWarehouse,
  storageLocation: fixtureStorageLocation,
  stock: (data, fields) => fixtureStock(data, fields, fixtureInstant),
  deliveryNote: (data, fields) => fixtureDeliveryNote(data, fields, fixtureInstant),
  workflowEvent: fixtureWorkflowEvent,
  shipmentPackage: (data, fields) => fixturePackage(data, fields, fixtureInstant),
};

/**
 * Makes a tenant's data from its fixture: the standard data, the generated data, then the listed entities, which
 * replace standard ones of the same id.
 * @param file the name of the fixture in problems
 * @param progress shows long operations
 * @throws InvalidInput naming every unknown kind, duplicate id, duplicate number and reference to a missing entity
 */
export async function tenantFromFixture(
  document: TenantDocument,
  file: string,
  progress?: Progress,
): Promise<TenantData> {
  const data = document.generate
    ? (await import('./generate.ts')).generateTenant(document.generate, standardData, progress)
    : TenantData.from(standardData);
  addEntities(data, document.entities ?? {}, `${file}: $.entities`);
  return data;
}

/**
 * Adds entities as a fixture describes them, or replaces those of the same id.
 * @param entities rows by kind, each as far as the author cares to say
 * @param path how the entities are named in problems
 * @returns the ids by kind, in the order given
 * @throws InvalidInput naming every problem
 */
export function addEntities(
  data: TenantData,
  entities: Record<string, Record<string, unknown>[]>,
  path: string,
): Partial<Record<EntityName, number[]>> {
  const problems: Problem[] = [];
  const added: Partial<Record<EntityName, number[]>> = {};
  for (const [name, rows] of Object.entries(entities)) {
    if (Object.hasOwn(kinds, name))
      added[name as EntityName] = addRows(data, name as EntityName, rows, `${path}.${name}`, problems);
    else
      problems.push({
        path: `${path}.${name}`,
        message: `there is no kind '${name}'; known: ${Object.keys(kinds).join(', ')}`,
      });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return added;
}

/** @returns a tenant's data for keeping; {@link tenantFromRows} takes it back */
export function compiledTenant(data: TenantData): CompiledTenant {
  const names = Object.keys(kinds) as EntityName[];
  const rows = Object.fromEntries(names.map((name) => [name, [...data.of(name).values()]])) as Rows;
  return { rows, sequences: data.sequences };
}

function addRows(
  data: TenantData,
  name: EntityName,
  rows: Record<string, unknown>[],
  path: string,
  problems: Problem[],
): number[] {
  const given = new Set<number>();
  const added: number[] = [];
  rows.forEach((row, n) => {
    const at = `${path}[${n}]`;
    const id = row['id'] as number | undefined;
    if (id !== undefined && given.has(id))
      problems.push({ path: `${at}.id`, value: id, message: `the id ${id} is given twice` });
    if (id !== undefined) given.add(id);
    try {
      const schema = entitySchemas[name];
      const fields = fieldsAsKept(row, schema);
      const described = completions[name]?.(data, fields, fixtureInstant) ?? fields;
      const whole = withRequiredFields(described, schema, kinds[name] as EntityKind, fixtureInstant);
      added.push(stored(data, name, whole, id).id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const found = error.problems.length > 0 ? error.problems : [{ path: '', message: error.message }];
      problems.push(
        ...found.map((one) => ({ path: one.path === '' ? at : `${at}.${one.path}`, message: one.message })),
      );
    }
  });
  return added;
}

function completedOrder(data: TenantData, fields: Record<string, unknown>): NewSalesOrder {
  const {
    customerId,
    lineItems = [],
    payments = [],
  } = fields as {
    customerId?: number;
    lineItems?: Record<string, unknown>[];
    payments?: Partial<Payment>[];
  };
  const addresses =
    customerId === undefined || 'billingAddress' in fields ? {} : addressCopies(data, customerId);
  const whole = {
    ...addresses,
    ...fields,
    lineItems: lineItems.map((line) => newLineItem(data, line)),
    payments: payments.map((payment) => ({
      amount: zero,
      date: fixtureInstant,
      ...payment,
      id: payment.id || data.nextId('payment'),
    })),
  };
  return newSalesOrder(whole, fixtureInstant);
}

/** @param row checked against the schema of its kind */
function stored<N extends EntityName>(
  data: TenantData,
  name: N,
  row: object,
  id: number | undefined,
): EntityMap[N] {
  const whole = row as EntityMap[N];
  return id === undefined ? data.insert(name, whole) : data.place(name, { ...whole, id });
}
