import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { listen } from '../ports.ts';
import { Program, endPrograms } from '../programs.ts';

afterEach(endPrograms);

/** Runs a script with `startEmulator` in scope. Its timers, sockets and threads must end by themselves. */
function script(body: string): Program {
  const source = `
    const { createHook } = require('node:async_hooks');
    const { startEmulator } = require('./dist/node/index.cjs');
    const faultAt = (emulator, fault) => fetch(emulator.url + '/_emulator/v1/faults', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fault) });
    (async () => { ${body} })();`;
  return new Program([process.execPath, '--eval', source]);
}

it('a closed emulator begins no further work, although keys were still to be made', async () => {
  const program = script(`
    const emulator = await startEmulator();
    await emulator.close();
    // The script does nothing more, so what begins from now on is the emulator's.
    const begun = [];
    createHook({ init(_id, type) { if (/REQUEST|REQWRAP|Timeout|WRAP$/.test(type)) begun.push(type); } }).enable();
    process.once('exit', () => { console.log(JSON.stringify(begun)); });`);
  expect((await program.ended()).stdout.trim()).toBe('[]');
});

it('a process ends after close(), although requests, streams and keep-alive connections were open', async () => {
  const program = script(`
    const emulator = await startEmulator({ httpsPort: 0, proxyPort: 0 });
    await fetch(emulator.url + '/_emulator/v1/journal/stream');
    await faultAt(emulator, { match: { service: 'erp' }, effect: { latency: 600000 } });
    const token = await emulator.tokens.access();
    const late = fetch(emulator.url + '/erp/v1/items', { headers: { authorization: 'Bearer ' + token } });
    late.catch(() => console.log('cut'));
    await emulator.close();
    console.log('closed');`);
  await program.prints(/closed/);
  const { code, stdout } = await program.ended();
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('cut') as string });
});

it('a process ends after close(), although an app has not answered a hook', async () => {
  const app = createServer();
  const connected = once(app, '/connect');
  app.on('request', ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    if (url === '/asked') void connected.then(() => response.end());
    else app.emit(url);
  });
  const url = `http://127.0.0.1:${await listen(app)}`;
  const program = script(`
    const emulator = await startEmulator();
    const manifest = { technicalName: 'slow', version: '1.0.0', capabilities: {},
      lifecycle: { configurationUrl: '${url}/setup', connectUrl: '${url}/connect' } };
    const { appId } = await emulator.apps.register({ manifest });
    await emulator.apps.install(appId, 'neuland');
    await fetch('${url}/asked');
    await emulator.close();`);
  expect(await program.ended()).toMatchObject({ code: 0 });
  app.closeAllConnections();
  app.close();
});
