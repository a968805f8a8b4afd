import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { WebApp } from '../browser/web-app.ts';
import { recorded } from '../journal.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const topic = 'com.jtl.erp.workflow.v1.item.changed';
let emulator: Emulator;
let app: WebApp;

beforeAll(async () => {
  emulator = await startEmulator();
  app = await WebApp.serve({});
  const { slug } = await emulator.apps.register({
    manifest: {
      technicalName: 'listener',
      version: '1.0.0',
      capabilities: {
        erp: {
          webhooks: {
            apiVersion: '1',
            subscriptions: [{ topics: [topic], endpoint: { url: `${app.url}/events` } }],
          },
        },
      },
    },
  });
  await emulator.apps.install(slug, 'bergmann-outdoor');
});

afterAll(async () => {
  await emulator.close();
  await app.close();
});

async function rename(id: number, traceparent = newTraceparent()): Promise<string> {
  const answer = await fetch(`${emulator.url}/erp/v1/items/${id}`, {
    method: 'PATCH',
    headers: {
      Authorization: `Bearer ${await emulator.tokens.access()}`,
      'X-Tenant-ID': bergmann,
      'Content-Type': 'application/json',
      traceparent,
    },
    body: JSON.stringify({ Name: `Isomatte ${traceparent}` }),
  });
  expect(answer.ok).toBe(true);
  expect(traceIdOf(answer.headers.get('traceparent'))).toBe(traceIdOf(traceparent));
  return traceIdOf(traceparent);
}

function newTraceparent(): string {
  const digits = () => crypto.randomUUID().replaceAll('-', '');
  return `00-${digits()}-${digits().slice(16)}-01`;
}

function traceIdOf(traceparent: unknown): string {
  return /^00-([\da-f]{32})-[\da-f]{16}-01$/.exec(String(traceparent))?.[1] ?? 'no trace';
}

const delivered = (traceId: string) =>
  app.requested('/events', ({ headers }) => traceIdOf(headers['traceparent']) === traceId);

describe('a change in the ERP', () => {
  it('reaches the apps that subscribed to its topic', async () => {
    const event = JSON.parse((await delivered(await rename(5))).body) as Record<string, unknown>;
    expect(event).toMatchObject({
      specversion: '1.0',
      type: topic,
      subject: topic,
      source: `urn:jtl:tenant:${bergmann}`,
      data: { objectKey: '770f139d-18dd-405c-9f84-322105000000', user: 'anna.bergmann@example.com' },
    });
  });

  it('carries the trace of the request that made it, and the journal has both under it', async () => {
    const traceparent = newTraceparent();
    const outcome = recorded(
      emulator,
      'the webhook',
      (entry) => entry.kind === 'webhook' && entry.traceId === traceIdOf(traceparent),
    );
    const traceId = await rename(6, traceparent);
    const webhook = await delivered(traceId);
    await outcome;
    const entries = emulator.journal.entries({ traceId });
    expect(entries).toMatchObject([
      { kind: 'http', method: 'PATCH', path: '/erp/v1/items/6' },
      { kind: 'webhook', id: String(webhook.headers['traceparent']).split('-')[2] },
    ]);
  });

  it('sends one message, also if several are made at a time', async () => {
    const traces = await Promise.all(Array.from({ length: 20 }, (_, index) => rename(20 + index)));
    await Promise.all(traces.map(delivered));
    await delivered(await rename(50));
    const told = app.seen.map(({ headers }) => traceIdOf(headers['traceparent']));
    expect(traces.map((trace) => told.filter((one) => one === trace).length)).toEqual(traces.map(() => 1));
  });
});
