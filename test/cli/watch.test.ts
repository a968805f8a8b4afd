import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { settled } from '../../src/cli/watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('the work of many changes in a row is done once, after they ceased', async () => {
  const work = vi.fn(() => Promise.resolve());
  const changed = settled(50, work);
  for (let change = 0; change < 5; change++) {
    changed();
    await vi.advanceTimersByTimeAsync(49);
  }
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(1);
});

it('work that is under way ends before the work of a later change begins', async () => {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const changed = settled(50, work);
  changed();
  await vi.advanceTimersByTimeAsync(50);
  changed();
  await vi.advanceTimersByTimeAsync(500);
  expect(work).toHaveBeenCalledTimes(1);
  ends[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(2);
});
