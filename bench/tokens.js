// Tokens by client credentials per second, over HTTP keep-alive, against oauth2-mock-server in the same run.
import {
  basic,
  compare,
  emulatorCommand,
  freePort,
  peerCommand,
  judge,
  startServer,
  stopServer,
} from './servers.js';

const peer = peerCommand('oauth2-mock-server', 'oauth2-mock-server');

const request = (url) => ({
  url,
  method: 'POST',
  headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
  body: 'grant_type=client_credentials&scope=',
});

const answersToken = async (url) => {
  const response = await fetch(url, request(url));
  return typeof (await response.json()).access_token === 'string';
};

const servers = {
  'jtl-platform-emulator': { command: (port) => emulatorCommand(port), path: '/oauth2/token' },
  'oauth2-mock-server': { command: (port) => [peer, '-a', '127.0.0.1', '-p', String(port)], path: '/token' },
};

const running = [];
try {
  const requests = {};
  for (const [name, { command, path }] of Object.entries(servers)) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}${path}`;
    running.push(await startServer(name, command(port), () => answersToken(url)));
    requests[name] = request(url);
  }
  const results = await compare(requests);
  console.table(results);
  judge('tokens', results['jtl-platform-emulator'].perSecond / results['oauth2-mock-server'].perSecond, 2);
} finally {
  for (const server of running) await stopServer(server);
}
