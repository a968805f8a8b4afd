/** The v2 resource of each entity that v1 scopes name: `item.getitem` belongs to `items`. */
const resources: Readonly<Record<string, string>> = {
  accountingdata: 'accountings',
  availability: 'items',
  cancellationreason: 'orders',
  category: 'items',
  colorcode: 'orders',
  company: 'system',
  condition: 'items',
  creditnote: 'salesinvoicecorrections',
  customer: 'customers',
  customercategory: 'customers',
  customergroup: 'customers',
  deliverynote: 'deliverynotes',
  invoice: 'invoices',
  item: 'items',
  manufacturer: 'items',
  offer: 'offers',
  onholdreason: 'orders',
  paymentmethod: 'orders',
  productgroup: 'items',
  property: 'items',
  refund: 'salesinvoicecorrections',
  responsibleperson: 'items',
  return: 'returns',
  returnreason: 'returns',
  returnstate: 'returns',
  saleschannel: 'saleschannels',
  salesorder: 'salesorders',
  shippingclass: 'items',
  shippingmethod: 'deliveries',
  stock: 'inventories',
  supplier: 'suppliers',
  taxclass: 'taxes',
  transactionstatus: 'salesorders',
  warehouse: 'warehouse',
  wms: 'picklists',
};

const readers = /^(get|query)/;
const printers = /^(mail|pdf|print)/;
const resourceActions: ReadonlySet<string> = new Set(['read', 'write', 'print']);

/**
 * @param scope a scope in v1's spelling, `entity.operation`
 * @returns the scope of the same resource in v2's spelling, `resource.read|write|print`; undefined for other scopes
 */
export function resourceScopeOf(scope: string): string | undefined {
  const [entity = '', operation = ''] = scope.toLowerCase().split('.');
  const resource = resources[entity];
  if (resource === undefined || resourceActions.has(operation)) return undefined;
  const action = readers.test(operation) ? 'read' : printers.test(operation) ? 'print' : 'write';
  return `${resource}.${action}`;
}

/**
 * Whether one of several scopes is granted, in either spelling: `items.read` opens what needs `item.getitem`, and
 * `item.getitem` what needs `items.read`. Scopes of one spelling never include each other.
 * @param anyOf the scopes of an operation, any one of which suffices
 */
export function isGranted(granted: ReadonlySet<string>, anyOf: readonly string[]): boolean {
  const resourcesGranted = new Set([...granted].map(resourceScopeOf));
  return anyOf.some((scope) => {
    const resource = resourceScopeOf(scope);
    return (
      granted.has(scope) || (resource === undefined ? resourcesGranted.has(scope) : granted.has(resource))
    );
  });
}
