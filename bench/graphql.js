// A dashboard query, orders with their totals, first 200, newest first, against a plain REST page of the same size, in
// the same run; twenty by-id queries in one request; and the first GraphQL request of a process.
import {
  accessToken,
  bergmann,
  compare,
  emulatorCommand,
  freePort,
  judge,
  startServer,
  stopServer,
} from './servers.js';

const dashboard = `query Dashboard($first: Int) {
  QuerySalesOrders(first: $first, order: [{ salesOrderDate: DESC }]) {
    totalCount
    nodes { id salesOrderNumber salesOrderDate totalGrossAmount totalNetAmount stillToPay paymentStatus deliveryStatus }
  }
}`;

const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const server = await startServer(
  'emulator',
  emulatorCommand(port),
  async () => (await fetch(`${base}/_emulator/v1/health`)).ok,
);
try {
  const headers = { authorization: `Bearer ${await accessToken(base)}`, 'x-tenant-id': bergmann };
  const post = (query, variables = {}) => ({
    url: `${base}/erp/v2/graphql`,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const rest = { url: `${base}/erp/v1/salesOrders?pageSize=200`, headers };
  await (await fetch(rest.url, rest)).arrayBuffer();

  const began = performance.now();
  const request = post(dashboard, { first: 200 });
  const { data } = await (await fetch(request.url, request)).json();
  console.log(`first GraphQL request of the process: ${Math.round(performance.now() - began)} ms`);
  if (data.QuerySalesOrders.nodes.length !== 200) throw new Error('the dashboard has no 200 orders');

  const [{ id }] = (
    await (await fetch(request.url, post('{ QueryItems(first: 1) { nodes { id } } }'))).json()
  ).data.QueryItems.nodes;
  const byId = Array.from(
    { length: 20 },
    (_, n) => `i${n}: GetItemById(itemId: "${id}") { id identifiers { sku } prices { salesPriceNet } }`,
  );
  const results = await compare({
    'orders, 200, REST page': rest,
    'orders, 200, GraphQL dashboard': request,
    'twenty items by id in one request': post(`{ ${byId.join(' ')} }`),
  });
  console.table(results);
  judge(
    'dashboard against a REST page of the same size',
    results['orders, 200, GraphQL dashboard'].perSecond / results['orders, 200, REST page'].perSecond,
    1 / 1.5,
  );
} finally {
  await stopServer(server);
}
