import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { WebApp } from '../browser/web-app.ts';

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

describe('a change in the ERP', () => {
  it('reaches the apps that subscribed to its topic', async () => {
    const headers = {
      Authorization: `Bearer ${await emulator.tokens.access()}`,
      'X-Tenant-ID': bergmann,
      'Content-Type': 'application/json',
    };
    const answer = await fetch(`${emulator.url}/erp/v1/items/5`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ Name: 'Isomatte Neu' }),
    });
    expect(answer.ok).toBe(true);
    const event = JSON.parse((await app.requested('/events')).body) as Record<string, unknown>;
    expect(event).toMatchObject({
      specversion: '1.0',
      type: topic,
      subject: topic,
      source: `urn:jtl:tenant:${bergmann}`,
      data: { objectKey: '770f139d-18dd-405c-9f84-322105000000', user: 'anna.bergmann@example.com' },
    });
  });
});
