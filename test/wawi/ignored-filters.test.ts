import { describe, expect, it } from 'vitest';
import { GraphqlClient } from '../graphql/graphql-client.ts';

const query = 'pageSize=1&createdSince=2026-01-01&gr%C3%B6%C3%9Fe=5&createdSince=2026-02-01';

async function list(client: GraphqlClient, path: string) {
  return fetch(`${client.emulator.url}/erp${path}`, {
    headers: { ...client.headers, 'X-AppID': 'probe', 'X-AppVersion': '1.0' },
  });
}

describe.each(['/v1/items', '/v2/items', '/v2/invoices'])(
  'query parameters that %s does not know',
  (path) => {
    it.each(['real', 'teach'] as const)('are ignored and named in the profile %s', async (profile) => {
      const client = await GraphqlClient.start();
      try {
        client.emulator.switches.turn({ profile });
        const answer = await list(client, `${path}?${query}`);
        expect(answer.status).toBe(200);
        expect(answer.headers.get('x-emulator-ignored')).toBe('createdSince, gr%C3%B6%C3%9Fe');
        expect((await list(client, `${path}?pageSize=1`)).headers.has('x-emulator-ignored')).toBe(false);
      } finally {
        await client.close();
      }
    });

    it('are refused by name in the strict profile', async () => {
      const client = await GraphqlClient.start();
      try {
        client.emulator.switches.turn({ profile: 'strict' });
        const answer = await list(client, `${path}?${query}`);
        expect(answer.status).toBe(400);
        expect(answer.headers.has('x-emulator-ignored')).toBe(false);
        expect(answer.headers.get('x-emulator-reason')).toContain('createdSince');
      } finally {
        await client.close();
      }
    });
  },
);
