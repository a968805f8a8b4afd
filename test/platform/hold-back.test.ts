import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { holdBack } from '../../src/server/emulator.ts';

it('requests that come before the emulator is ready wait, and are served in their order', () => {
  const served: string[] = [];
  const held = holdBack(({ url = '' }) => void served.push(url));
  const come = (url: string) => {
    held.handler({ url } as IncomingMessage, {} as ServerResponse);
  };
  come('/first');
  come('/second');
  expect(served).toEqual([]);
  held.open();
  come('/third');
  expect(served).toEqual(['/first', '/second', '/third']);
});
