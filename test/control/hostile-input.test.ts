import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlOperations } from '../../src/control/documents/control-operations.ts';
import { type Emulator, startEmulator } from '../../src/index.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

/** Values as JSON text, for some of them only a text can say. */
const hostileValues = [
  ...['null', 'true', '0', '-1', '1.5', '1e18', '-1e18', '1e308', '-1e308', '1e999', '9007199254740993'],
  ...['""', '"a\\nb"', '"a\\u0000b"', '"\\ud800"', '"ä/ü;x=\\"y"', '"../../etc"', '"//"', '"constructor"'],
  ...['"__proto__"', '"toString"', `"${'x'.repeat(20_000)}"`, '"2026-02-30T25:61:00Z"', '"+275760-09-13"'],
  ...['[]', '[null]', '[1e308]', '[[]]', '{}', '{"toString":1}', '{"constructor":{}}', '{"length":1e9}'],
  ...['{"__proto__":null}', '{"__proto__":{"slug":"x"},"toString":1,"valueOf":1}'],
];

/** Input that passes the check of the first field: a fault with a wrong effect must be refused, not a request. */
const hostileBodies: [string, string][] = [
  ['POST faults', '{"effect":{"status":500,"contentType":"a\\nb"}}'],
  ['POST faults', '{"effect":{"contentType":"text/html; x=\\u0000"}}'],
  ['POST faults', '{"effect":{"latency":1e300}}'],
  ['POST faults', '{"effect":{"constructor":1}}'],
  ['POST faults', '{"effect":{"__proto__":1}}'],
  ['POST faults', '{"match":{"service":{"toString":1}},"effect":{"status":500}}'],
  ['POST faults', '{"match":{"service":["erp"]},"effect":{"status":500}}'],
  ['POST faults', '{"effect":{"rateLimit":{"limit":1e300,"seconds":1e300}}}'],
  ['POST clock/advance', '{"seconds":1e18}'],
  ['POST clock/advance', '{"seconds":-1e18}'],
  ['POST clock/advance', '{"seconds":8640000000000}'],
  ['PUT clock', '{"offsetSeconds":1e18}'],
  ['PUT clock', '{"now":"+275760-09-13T00:00:00.000Z"}'],
  ['PUT clock', '{"now":"1"}'],
  ['PUT switches', '{"__proto__":{"enforceScopes":false},"toString":1}'],
  ['PUT switches', '{"hasOwnProperty":1}'],
  ['POST apps', '5'],
  ['POST apps', '"x"'],
  ['POST apps', '[]'],
  ['PUT apps/hello-world', '5'],
  ['POST pact/states', '{"state":"s","params":{"__proto__":{"tenant":"x"}}}'],
  ['POST pact/states', '{"state":"s","params":{"entities":{"item":5}}}'],
  ['POST pact/states', '{"state":"s","params":{"entities":{"item":[5]}}}'],
  ['POST tenants/neuland/seed', '{"entities":{"__proto__":[{}]}}'],
  ['POST tenants/neuland/seed', '{"entities":{"constructor":[{}]}}'],
  ['PUT fixtures', '{"platform":{"extends":"constructor"}}'],
  ['PUT fixtures', '{"platform":{"extends":"shipped"},"tenants":{"constructor":5}}'],
];

function send(method: string, path: string, body?: string): Promise<Response> {
  return fetch(emulator.url + path, {
    method,
    ...(body !== undefined && { body, headers: { 'Content-Type': 'application/json' } }),
  });
}

/** The emulator still serves: itself, and the services behind journal and faults. */
async function expectAlive(after: string): Promise<void> {
  const health = await send('GET', '/_emulator/v1/health');
  expect(await health.json(), after).toMatchObject({ status: 'ok' });
  const metadata = await send('GET', '/.well-known/openid-configuration');
  await metadata.arrayBuffer();
  expect(metadata.status, after).toBe(200);
  const listed = await send('GET', '/_emulator/v1/journal');
  expect((await listed.json()) as object, after).toMatchObject({ items: expect.any(Array) as unknown[] });
}

describe('hostile input', () => {
  it.each(hostileBodies)('to %s is refused, and named: %s', async (what, body) => {
    await emulator.reset();
    const [method = '', path = ''] = what.split(' ');
    const response = await send(method, `/_emulator/v1/${path}`, body);
    const { errors } = (await response.json()) as { errors?: { path: string; message: string }[] };
    expect(response.status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      path: expect.stringMatching(/^\$|^platform|^tenants/) as string,
      message: expect.any(String) as string,
    });
    await expectAlive(`${what} ${body}`);
  });

  it.each(controlOperations.filter(({ body }) => body !== undefined))(
    'anywhere in the body of $method $path never ends the emulator',
    async ({ method, path, body: shape }) => {
      await emulator.reset();
      const target = path.replace('{tenantId}', 'neuland').replace(/\{\w+\}/g, 'hello-world');
      const fields = Object.keys(shape as object);
      const bodies = hostileValues.flatMap((value) => [
        value,
        ...fields.map((field) => `{${JSON.stringify(field)}:${value}}`),
      ]);
      for (const body of bodies) {
        const response = await send(method.toUpperCase(), target, body);
        const text = await response.text();
        expect(response.status, `${body.slice(0, 200)}: ${text}`).toBeLessThan(500);
      }
      emulator.faults.clear();
      await expectAlive(target);
    },
    // Some of the requests make new keys.
    120_000,
  );

  it.each(
    controlOperations.filter(
      ({ path, method }) => /\{/.test(path) || (method === 'get' && !/stream$/.test(path)),
    ),
  )('in the path or query of $method $path never ends the emulator', async ({ method, path }) => {
    const names = ['__proto__', 'constructor', '%00', '%2e%2e%2f', '%', '%ff', '*', 'x'.repeat(5000)];
    const paths = path.includes('{') ? names.map((name) => path.replace(/\{\w+\}/g, name)) : [];
    const queries = names.map((name) => `${path.replace(/\{\w+\}/g, 'x')}?limit=${name}&${name}=1&path=`);
    for (const target of [...paths, ...queries]) {
      const response = await send(method.toUpperCase(), target);
      const text = await response.text();
      expect(response.status, `${target.slice(0, 200)}: ${text}`).toBeLessThan(500);
    }
    await expectAlive(path);
  });
});
