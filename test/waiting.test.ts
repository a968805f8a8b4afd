import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { waitFor, waitUntil } from './waiting.ts';

describe('a wait of a test', () => {
  it('ends with the awaited value', async () => {
    expect(await waitFor('an answer', Promise.resolve(42))).toBe(42);
    await expect(waitFor('an answer', Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });

  it('says after its limit what it was for and what was seen last', async () => {
    const never = new Promise(() => undefined);
    await expect(waitFor('rain', never, { limit: 1, seen: () => 'sunshine' })).rejects.toThrow(
      'waited 0.001 s in vain for rain; last seen: sunshine',
    );
    await expect(waitFor('rain', never, { limit: 1 })).rejects.toThrow(/for rain$/);
    await expect(waitFor('rain', never, { limit: 1, seen: () => [] })).rejects.toThrow(/last seen: \[\]$/);
  });

  it('looks again at every change', async () => {
    const weather = new EventEmitter();
    let drops = 0;
    const rain = waitUntil(
      'rain',
      () => (drops > 2 ? drops : undefined),
      () => once(weather, 'change'),
    );
    for (let tick = 0; tick < 5; tick++) {
      drops++;
      weather.emit('change');
      await Promise.resolve();
    }
    expect(await rain).toBeGreaterThan(2);
  });
});
