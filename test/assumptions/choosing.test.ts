import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/main.ts';
import { gatherSettings } from '../../src/cli/settings.ts';
import { remoteEmulator } from '../../src/control/remote.ts';
import { type Emulator, startEmulator } from '../../src/index.ts';
import type { AssumptionView } from '../../src/platform/assumptions.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ assumptions: { 'page-numbers': 'numbers' } });
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

async function control(method: 'GET' | 'PUT', body?: unknown) {
  const response = await fetch(`${emulator.url}/_emulator/v1/assumptions`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function inForce(id: string): Promise<string | undefined> {
  const { items } = (await control('GET')).body as { items: AssumptionView[] };
  return items.find((one) => one.id === id)?.value;
}

async function cli(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const run = { code: 0, out: '', error: '' };
  run.code = await runCli(args, {
    env: { JTL_EMULATOR_URL: emulator.url },
    write: (text) => (run.out += text),
    writeError: (text) => (run.error += text),
  });
  return run;
}

describe('the assumptions', () => {
  it('are listed with question, options, sources, the option in force and where they show', async () => {
    const { items } = (await control('GET')).body as { items: AssumptionView[] };
    expect(items.find((one) => one.id === 'page-numbers')).toMatchObject({
      question: expect.stringContaining('page') as string,
      options: [
        { value: 'null', source: expect.stringContaining('guide') as string },
        { value: 'numbers', source: expect.stringContaining('contracts') as string },
      ],
      value: 'numbers',
      where: 'Wawi REST API',
    });
    for (const { id, options, value, question } of items) {
      expect(
        options.map((one) => one.value),
        id,
      ).toContain(value);
      expect(question, id).toMatch(/\?$/);
    }
  });

  it('are chosen by the control API, and reset restores the options of the start', async () => {
    const { status, body } = await control('PUT', { 'page-numbers': 'null', 'graphql-status': 'legacy' });
    expect(status).toBe(200);
    expect(body['items']).toContainEqual(expect.objectContaining({ id: 'graphql-status', value: 'legacy' }));
    await emulator.reset();
    expect(await inForce('page-numbers')).toBe('numbers');
    expect(await inForce('graphql-status')).toBe('negotiated');
  });

  it.each([
    [
      { gravity: 'off' },
      /unknown key 'gravity'; allowed: graphql-status, graphql-date-times, api-version-missing, page-numbers/,
    ],
    [{ 'graphql-status': 'modern' }, /must be one of negotiated, legacy/],
    [{ 'graphql-status': 5 }, /must be one of negotiated, legacy/],
    [{ toString: 'x' }, /unknown key 'toString'/],
    [['graphql-status'], /must be an object/],
  ])('refuse %j and change nothing', async (change, message) => {
    const { status, body } = await control(
      'PUT',
      Array.isArray(change) ? change : { 'page-numbers': 'null', ...change },
    );
    expect(status).toBe(400);
    expect((body['errors'] as { message: string }[])[0]?.message).toMatch(message);
    expect(await inForce('page-numbers')).toBe('numbers');
  });

  it('are read and chosen by the Node API, here and from elsewhere', async () => {
    const changed = emulator.assumptions.set({ 'graphql-status': 'legacy' });
    expect(changed).toEqual(emulator.assumptions.get());
    expect(await inForce('graphql-status')).toBe('legacy');
    const remote = remoteEmulator(emulator.url);
    expect(await remote.assumptions.get()).toEqual(emulator.assumptions.get());
    await remote.assumptions.set({ 'graphql-status': 'negotiated' });
    expect(await inForce('graphql-status')).toBe('negotiated');
    expect(() => emulator.assumptions.set({ 'graphql-status': 'modern' })).toThrow(
      'must be one of negotiated',
    );
  });

  it('are shown, set and refused by the command line', async () => {
    expect((await cli('assumptions')).out).toMatch(/page-numbers +numbers +null numbers/);
    const set = await cli('assumptions', 'set', 'page-numbers=null', 'graphql-status=legacy');
    expect(set.out).toMatch(/graphql-status +legacy/);
    expect(await inForce('page-numbers')).toBe('null');
    expect(await cli('assumptions', 'set', 'page-numbers=zero')).toMatchObject({
      code: 2,
      error: expect.stringContaining('must be one of null, numbers') as string,
    });
    expect(await cli('assumptions', 'set', 'page-numbers')).toMatchObject({ code: 2 });
  });

  it('are chosen at the start by flag and variable, and wrong ones refused', async () => {
    expect(
      await gatherSettings({ assume: ['graphql-status=legacy', 'page-numbers=null'] }, {}, undefined),
    ).toEqual({
      assume: [
        ['graphql-status', 'legacy'],
        ['page-numbers', 'null'],
      ],
    });
    const env = { JTL_EMULATOR_ASSUME: 'graphql-status=legacy,page-numbers=numbers' };
    expect(await gatherSettings({}, env, undefined)).toMatchObject({
      assume: [
        ['graphql-status', 'legacy'],
        ['page-numbers', 'numbers'],
      ],
    });
    await expect(gatherSettings({ assume: ['graphql-status'] }, {}, undefined)).rejects.toThrow(
      'must be ID=OPTION',
    );
    await expect(gatherSettings({ assume: ['graphql-status=x'] }, {}, undefined)).rejects.toThrow(
      'the option of graphql-status must be one of negotiated, legacy',
    );
    await expect(startEmulator({ assumptions: { gravity: 'off' } })).rejects.toThrow("unknown key 'gravity'");
  });

  it('of many emulators in one process are independent', async () => {
    await using other = await startEmulator();
    emulator.assumptions.set({ 'page-numbers': 'numbers' });
    expect(other.assumptions.get().find(({ id }) => id === 'page-numbers')?.value).toBe('null');
  });
});
