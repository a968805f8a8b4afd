import { afterEach, describe, expect, it, vi } from 'vitest';
import { isOrdered, TokenIds } from '../../src/tokens/token-ids.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('token ids', () => {
  it('are UUIDs of version 7 and sort in the order of issue, many in one millisecond and when time runs back', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
    const ids = new TokenIds();
    const first = Array.from({ length: 10_000 }, () => ids.next());
    vi.setSystemTime(Date.UTC(2025, 0, 1));
    const made = [...first, ...Array.from({ length: 10_000 }, () => ids.next())];
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
    for (const id of made)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('follow those of an earlier run whose clock was ahead', () => {
    vi.useFakeTimers({ now: Date.UTC(2030, 0, 1) });
    const last = new TokenIds().next();
    vi.setSystemTime(Date.UTC(2026, 0, 1));
    expect(new TokenIds(last).next() > last).toBe(true);
  });

  it('differ from ids of another origin', () => {
    expect(isOrdered(new TokenIds().next())).toBe(true);
    for (const other of ['my-id', '550e8400-e29b-41d4-a716-446655440000', 7, undefined])
      expect(isOrdered(other)).toBe(false);
  });
});
