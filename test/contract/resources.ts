import type { ApiVersion, RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { nameOf, normalised } from './operation-names.ts';

/** The operations of the contracts for one kind of resource, over all versions. */
export interface Resource {
  /** Path of its collection as the first contract that has it writes it. */
  name: string;
  creates: Operation[];
  /** Reads of one, or of all of them. */
  reads: Operation[];
  updates: Operation[];
  removes: Operation[];
  /** Root field of GraphQL that shows it, and the kind of its key. */
  graphql?: { query: string; argument?: string; key: string };
}

/** Operations on a collection's things that stand at paths of their own. */
const elsewhere: Readonly<
  Record<string, { creates?: string[]; reads?: string[]; updates?: string[]; graphql?: Resource['graphql'] }>
> = {
  '/categories': {
    creates: ['v2 POST /create-category'],
    reads: ['v2 GET /categories/{categoryId}'],
    graphql: { query: 'GetCategoryById', key: 'KategorieKey', argument: 'categoryId' },
  },
  '/customers': {
    creates: ['v2 POST /customer/create', 'v2 POST /wawiapp/customers'],
    reads: ['v2 GET /customers/{customerId}', 'v2 GET /wawiapp/customers/{customerId}'],
    updates: ['v2 PATCH /wawiapp/customers/{customerId}'],
    graphql: { query: 'GetCustomerById', key: 'KundeKey', argument: 'customerId' },
  },
  '/items': {
    creates: ['v2 POST /itemdetails/create'],
    graphql: { query: 'GetItemById', key: 'ArtikelKey', argument: 'itemId' },
  },
  '/sales-orders': {
    creates: ['v2 POST /salesorder/create'],
  },
  '/configuration/number-ranges': {
    creates: ['v2 POST /configuration/number-ranges/{numberRangeId}'],
  },
  '/customer-groups': { graphql: { query: 'QueryCustomerGroups', key: 'KundenGruppeKey' } },
  '/manufacturers': { graphql: { query: 'QueryManufacturers', key: 'HerstellerKey' } },
  '/product-groups': {
    creates: ['v2 POST /productgroup/create'],
    graphql: { query: 'QueryProductGroups', key: 'WarengruppeKey' },
  },
  '/shipping-classes': {
    creates: ['v2 POST /shippingclass/create'],
    graphql: { query: 'QueryShippingClasses', key: 'VersandklasseKey' },
  },
  '/tax-classes': {
    creates: ['v2 POST /taxclass/create'],
    graphql: { query: 'QueryTaxClasses', key: 'SteuerklasseKey' },
  },
  '/custom-fields': {
    reads: ['v2 GET /custom-fields/by-id/{customFieldId}'],
    graphql: { query: 'QueryCustomFields', key: 'EigenesFeldKey' },
  },
  '/workbench-resources': {
    creates: ['v2 POST /resources/workbenches'],
    graphql: { query: 'QueryWorkbenchResourceById', key: 'WorkbenchResourceKey', argument: 'id' },
  },
  '/workbench-resource-types': {
    creates: ['v2 POST /workbench-resource-types/create'],
    graphql: { query: 'QueryWorkbenchResourceTypeById', key: 'ResourceTypeKey', argument: 'id' },
  },
};

/** Bookings have no id that could find them again. */
const withoutIdentity: ReadonlySet<string> = new Set(['/stocks']);

/** @returns everything that the contracts let one create and read, in any version */
export function resourcesOf(contracts: readonly RestContract[]): Resource[] {
  const operations = contracts.flatMap((contract) => contract.operations);
  const byName = new Map(operations.map((operation) => [normalised(nameOf(operation)), operation]));
  const named = (names: readonly string[] = []): Operation[] =>
    names.flatMap((name) => byName.get(normalised(name)) ?? []);
  const collections = new Map<string, string>();
  for (const { method, path, scopes } of operations)
    if (
      method === 'POST' &&
      scopes.length > 0 &&
      !path.endsWith('}') &&
      !withoutIdentity.has(path) &&
      !collections.has(normalised(path))
    )
      collections.set(normalised(path), path);
  for (const path of Object.keys(elsewhere))
    if (!collections.has(normalised(path))) collections.set(normalised(path), path);
  return [...collections].flatMap(([key, path]) => {
    const more = elsewhere[Object.keys(elsewhere).find((one) => normalised(one) === key) ?? ''] ?? {};
    const at = (method: string): Operation[] =>
      operations.filter((one) => one.method === method && normalised(one.path) === key);
    const below = (method: string): Operation[] =>
      operations.filter((one) => one.method === method && isElement(key, one));
    const resource = {
      name: path,
      creates: [...at('POST').filter((one) => one.body), ...named(more.creates)],
      reads: [...readsOf([...at('GET'), ...below('GET')], key), ...named(more.reads)],
      updates: [...below('PATCH'), ...below('PUT'), ...named(more.updates)],
      removes: below('DELETE'),
      ...(more.graphql ? { graphql: more.graphql } : {}),
    };
    const isReadable = resource.reads.length > 0 || more.graphql !== undefined;
    return resource.creates.length > 0 && isReadable ? [resource] : [];
  });
}

function isElement(collection: string, { path }: Operation): boolean {
  const own = normalised(path);
  return own.startsWith(`${collection}/{}`) && /^(?:\/\{\})+$/.test(own.slice(collection.length));
}

/** Of each version the read of one, where it tells anything, else the list. */
function readsOf(reads: readonly Operation[], collection: string): Operation[] {
  const versions: readonly ApiVersion[] = ['v1', 'v2'];
  return versions.flatMap((version) => {
    const own = reads.filter((one) => one.version === version);
    const single = own.find((one) => normalised(one.path) !== collection && answersOne(one));
    return single ?? own.find((one) => normalised(one.path) === collection) ?? [];
  });
}

function answersOne(operation: Operation): boolean {
  const type = operation.answers.get(200);
  return type === undefined || type.kind === 'schema';
}
