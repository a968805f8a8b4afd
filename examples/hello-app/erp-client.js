import { PlatformError } from './platform-error.js';

/** The lists the pages show, from REST version 1. */
const lists = {
  items: '/erp/v1/items?pageSize=20',
  customers: '/erp/v1/customers?pageSize=20',
  orders: '/erp/v1/salesOrders?pageSize=20',
};

/** The fields that a pane shows of the selected record, by its context; the bridge names records by their v2 key. */
const records = {
  items: (key) => `/erp/v2/items/${key}`,
  salesorders: (key) => `/erp/v2/sales-orders/${key}/line-items`,
  // REST version 2 reads no single customer; version 1 does, by the number that the key's last four bytes are.
  customers: (key) => `/erp/v1/customers/${Buffer.from(key.slice(-8), 'hex').readInt32LE()}`,
};

/** Reads a merchant's ERP with the app's own access token and the tenant the user came from. */
export class ErpClient {
  /**
   * @param {{apiBase: string}} config
   * @param {import('./access-tokens.js').AccessTokens} accessTokens
   */
  constructor(config, accessTokens) {
    this.apiBase = config.apiBase;
    this.accessTokens = accessTokens;
  }

  /** @param {string} tenantId @param {string} list `items`, `customers` or `orders` */
  async list(tenantId, list) {
    if (!Object.hasOwn(lists, list)) throw new PlatformError(`there is no list ${list}`, 404);
    return this.#get(tenantId, lists[list]);
  }

  /** @param {string} tenantId @param {string} context a pane's context @param {string} key v2 key */
  async record(tenantId, context, key) {
    if (!Object.hasOwn(records, context)) throw new PlatformError(`there are no records ${context}`, 404);
    if (!/^[\da-f-]{36}$/i.test(key)) throw new PlatformError(`${key} is not a key`, 400);
    return this.#get(tenantId, records[context](key));
  }

  async #get(tenantId, path) {
    const response = await this.accessTokens.send(this.apiBase + path, {
      headers: { 'X-Tenant-ID': tenantId },
    });
    if (!response.ok) throw await PlatformError.from('the ERP', response);
    return response.json();
  }
}
