// Reset, a new default tenant, snapshot and restore, each over HTTP, in milliseconds (README, Numbers).
import { accessToken, bergmann, emulatorCommand, freePort, startServer, stopServer } from './servers.js';

const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const server = await startServer(
  'emulator',
  emulatorCommand(port),
  async () => (await fetch(`${base}/_emulator/v1/health`)).ok,
);

const call = async (method, path, body) => {
  const from = performance.now();
  const response = await fetch(`${base}/_emulator/v1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return performance.now() - from;
};

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

try {
  const headers = { authorization: `Bearer ${await accessToken(base)}`, 'x-tenant-id': bergmann };
  const touch = async (tenant = bergmann) =>
    (
      await fetch(`${base}/erp/v1/items?pageSize=1`, { headers: { ...headers, 'x-tenant-id': tenant } })
    ).arrayBuffer();
  await touch();
  const cases = {
    reset: { wanted: 20, once: () => call('POST', '/reset') },
    'new tenant from a template': {
      wanted: 50,
      once: (n) => call('POST', '/tenants', { slug: `worker-${n}`, template: 'bergmann-outdoor' }),
    },
    snapshot: { wanted: 20, once: (n) => call('POST', '/snapshots', { name: `s${n}` }) },
    restore: { wanted: 20, once: (n) => call('POST', `/snapshots/s${n}/restore`) },
  };
  const rows = {};
  for (const [name, { wanted, once }] of Object.entries(cases)) {
    const times = [];
    for (let n = 0; n < 9; n++) {
      if (name !== 'new tenant from a template') await touch();
      times.push(await once(n));
    }
    rows[name] = { ms: Math.round(median(times) * 10) / 10, wanted };
  }
  console.table(rows);
  if (Object.values(rows).some(({ ms, wanted }) => ms > wanted)) process.exitCode = 1;
} finally {
  await stopServer(server);
}
