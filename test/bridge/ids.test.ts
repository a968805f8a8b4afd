import { describe, expect, it } from 'vitest';
import { randomId } from '../../src/bridge/ids.ts';

describe('randomId', () => {
  it('makes UUIDs of version 4, each another', () => {
    const ids = Array.from({ length: 1000 }, randomId);
    const version4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect(ids.filter((id) => !version4.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(1000);
  });
});
