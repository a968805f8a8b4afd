import { describe, expect, it } from 'vitest';
import { mapUrls } from '../../src/platform/manifests/map-urls.ts';

describe('mapUrls', () => {
  it('moves every URL under the prefix and leaves the rest and its input alone', () => {
    const manifest = {
      name: 'https is great',
      lifecycle: { setupUrl: 'https://app.example/setup?x=1' },
      panes: [{ url: 'https://app.example' }, { url: 'https://app.example.org/pane' }],
    };
    const before = structuredClone(manifest);
    expect(mapUrls(manifest, [['https://app.example', 'http://localhost:3004/']])).toEqual({
      name: 'https is great',
      lifecycle: { setupUrl: 'http://localhost:3004/setup?x=1' },
      panes: [{ url: 'http://localhost:3004' }, { url: 'https://app.example.org/pane' }],
    });
    expect(manifest).toEqual(before);
  });

  it('lets the first fitting mapping win', () => {
    const mapped = mapUrls(
      ['https://a.example/api/x', 'https://a.example/x'],
      [
        ['https://a.example/api', 'http://localhost:1'],
        ['https://a.example', 'http://localhost:2'],
      ],
    );
    expect(mapped).toEqual(['http://localhost:1/x', 'http://localhost:2/x']);
  });
});
