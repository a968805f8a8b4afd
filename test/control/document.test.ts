import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

interface ControlDocument {
  paths: Record<string, Record<string, { operationId: string }>>;
}

let emulator: Emulator;
let document: ControlDocument;

beforeAll(async () => {
  emulator = await startEmulator();
  document = (await (await fetch(`${emulator.url}/openapi/control.json`)).json()) as ControlDocument;
});

afterAll(() => emulator.close());

it('documents only operations that the control API has', async () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path, method })),
  );
  expect(operations.length).toBeGreaterThan(50);
  for (const { path, method } of operations.filter(({ path }) => !path.endsWith('/stream'))) {
    const response = await fetch(emulator.url + path.replace(/\{\w+\}/g, 'some-id'), {
      method: method.toUpperCase(),
    });
    expect(await response.text(), `${method} ${path}`).not.toContain('in the control API; see');
    expect(response.status, `${method} ${path}`).toBeLessThan(500);
  }
});

it('gives every operation an id of its own', () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((one) => one.operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
