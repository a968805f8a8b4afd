import { describe, expect, test } from 'vitest';
import {
  covers,
  existence,
  formatRange,
  parseRange,
  VersionRangeError,
  type AnyVersion,
} from '../../src/wawi/contract/versions.ts';

describe('A version range', () => {
  test.each<[string, string]>([
    ['2.1', '2.1'],
    ['2.1-', '2.1 2.2 2.3'],
    ['2.0-', '2.0 2.1 2.2 2.3'],
    ['2.1-2.2', '2.1 2.2'],
    ['2.0-2.0', '2.0'],
    ['2.0, 2.2-', '2.0 2.2 2.3'],
    ['2.2,2.0,2.0-2.1', '2.0 2.1 2.2'],
    ['1.0-', '1.0 1.1 1.2 1.3 1.4 1.5 1.6'],
    ['1.5-, 1.1', '1.1 1.5 1.6'],
  ])('%s names %s', (range, versions) => {
    expect(parseRange(range).join(' ')).toBe(versions);
  });

  test.each<[string, RegExp]>([
    ['', /'' in '' is not a version range/],
    ['2', /'2' in '2' is not a version range; expected 2\.1, 2\.1-2\.2 or 2\.1-/],
    ['2.0,', /'' in '2\.0,' is not a version range/],
    ['-2.1', /'-2\.1' in '-2\.1' is not a version range/],
    ['2.9', /'2\.9' in '2\.9' is not a known version; known versions: 2\.0, 2\.1, 2\.2, 2\.3/],
    ['2.1-2.9', /'2\.9' in '2\.1-2\.9' is not a known version/],
    ['1.7', /'1\.7' in '1\.7' is not a known version; known versions: 1\.0, /],
    ['3.0', /'3\.0' belongs to no known major version; the known ones are 1 and 2/],
    ['2.2-2.1', /'2\.2-2\.1' in '2\.2-2\.1' runs backwards; write 2\.1-2\.2/],
    ['1.6-2.0', /'2\.0' in '1\.6-2\.0' is not a known version/],
    ['1.6, 2.0', /'1\.6, 2\.0' mixes v1 and v2/],
  ])('%j is refused with the reason', (range, reason) => {
    expect(() => parseRange(range)).toThrow(VersionRangeError);
    expect(() => parseRange(range)).toThrow(reason);
  });

  test.each<[string, AnyVersion, boolean]>([
    ['2.1-', '2.0', false],
    ['2.1-', '2.1', true],
    ['2.1-', '2.3', true],
    ['2.0, 2.2', '2.1', false],
    ['2.0-', '1.6', false],
    ['1.4-', '1.6', true],
  ])('%s and version %s: covered is %s', (range, version, expected) => {
    expect(covers(range, version)).toBe(expected);
  });
});

describe('Versions written as the shortest range', () => {
  test.each<[AnyVersion[], string, string]>([
    [[], '', ''],
    [['2.0'], '2.0', '2.0'],
    [['2.3'], '2.3-', '2.3'],
    [['2.0', '2.1', '2.2', '2.3'], '2.0-', '2.0-2.3'],
    [['2.2', '2.1'], '2.1-2.2', '2.1-2.2'],
    [['2.0', '2.2', '2.3'], '2.0, 2.2-', '2.0, 2.2-2.3'],
    [['2.0', '2.2'], '2.0, 2.2', '2.0, 2.2'],
    [['1.0', '1.1', '1.3'], '1.0-1.1, 1.3', '1.0-1.1, 1.3'],
    [['1.6'], '1.6-', '1.6'],
  ])('%j become %j, closed %j', (versions, open, closed) => {
    expect(formatRange(versions)).toBe(open);
    expect(formatRange(versions, 'closed')).toBe(closed);
  });

  test.each(['2.0-', '2.1', '2.0, 2.2-', '2.1-2.2', '1.0, 1.2-1.4, 1.6-'])(
    '%s reads back as it was',
    (range) => {
      expect(formatRange(parseRange(range))).toBe(range);
    },
  );
});

describe('A refusal for an element of other versions', () => {
  test.each<[string, AnyVersion, string]>([
    ['2.1-', '2.0', 'exists from API 2.1; this tenant has 2.0'],
    ['2.3', '2.1', 'exists from API 2.3; this tenant has 2.1'],
    ['2.0', '2.1', 'exists only in API 2.0; this tenant has 2.1'],
    ['2.0-2.1', '2.2', 'exists up to API 2.1; this tenant has 2.2'],
    ['2.1-2.2', '2.0', 'exists in API 2.1 to 2.2; this tenant has 2.0'],
    ['2.0, 2.2-', '2.1', 'exists in API 2.0 and from 2.2; this tenant has 2.1'],
    ['2.0, 2.2', '2.1', 'exists in API 2.0 and 2.2; this tenant has 2.1'],
    ['1.3-', '1.0', 'exists from API 1.3; this tenant has 1.0'],
  ])('in %s, asked of %s: %s', (range, current, text) => {
    expect(existence(parseRange(range), current)).toBe(text);
  });
});
