import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import { NoControlApi, remoteEmulator } from '../../src/control/remote.ts';
import { listen } from '../ports.ts';

it('sends ids and names with any characters', async () => {
  await using emulator = await startEmulator();
  const remote = remoteEmulator(emulator.url);
  for (const id of ['no/such', '../state', 'a?b=c', 'ä #']) {
    const refusal = {
      name: 'RemoteRefusal',
      status: 404,
      message: expect.stringContaining(`'${id}'`) as string,
    };
    await expect(remote.tenants.delete(id)).rejects.toMatchObject(refusal);
    await expect(remote.apps.uninstall('hello-world', id)).rejects.toMatchObject(refusal);
    await expect(remote.env('hello-world', id)).rejects.toMatchObject(refusal);
    await expect(remote.env(id)).rejects.toMatchObject(refusal);
  }
});

it.each([
  [200, 'text/html', '<html>sign in</html>'],
  [502, 'text/plain', 'Bad Gateway'],
  [500, 'application/json', '"no"'],
  [404, 'application/json', '{}'],
])('describes the answer of a server that is not an emulator: %i, %s', async (status, type, body) => {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  try {
    const failure = remoteEmulator(url).tenants.list();
    await expect(failure).rejects.toThrow(NoControlApi);
    await expect(failure).rejects.toMatchObject({ status, contentType: type, beginning: body });
    await expect(failure).rejects.toThrow(`${url}/_emulator/v1/tenants answered ${status} with ${type}`);
  } finally {
    server.close();
  }
});
