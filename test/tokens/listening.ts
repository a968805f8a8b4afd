import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccountService } from '../../src/account/service.ts';
import { createIdentityService } from '../../src/identity/service.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { testPlatform } from './platform-fixture.ts';

/** Identity Provider and Account Service on a port of their own. */
export interface Listening {
  platform: Platform;
  url: string;
  close(): Promise<void>;
}

export async function listening(options: Parameters<typeof testPlatform>[0] = {}): Promise<Listening> {
  const { platform, address } = await testPlatform(options);
  const identity = createIdentityService(platform);
  const account = createAccountService(platform);
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    Object.assign(request, { originalUrl: url });
    const inAccount = url.startsWith('/account/');
    if (inAccount) request.url = url.slice('/account'.length);
    (inAccount ? account : identity)(request, response, (error) => {
      response.writeHead(error === undefined ? 404 : 500).end(String(error ?? 'unknown path'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    platform,
    url: address.base,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
