import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapUrls } from '../../src/platform/manifests/map-urls.ts';
import { parseManifest } from '../../src/platform/manifests/parse.ts';
import { InvalidInput } from '../../src/platform/problems.ts';

const rules = { knownScopes: new Set(['items.read']), ownOrigins: ['http://127.0.0.1:5850'] };

/** Values of the right and the wrong kind for the keys that manifests have. */
const field = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('https://app.example/', 'items.read', '1.0.0'),
);
const manifestLike = fc.record(
  {
    manifestVersion: field,
    technicalName: field,
    version: field,
    name: fc.oneof(field, fc.record({ short: field, full: field })),
    defaultLocale: field,
    locales: field,
    lifecycle: fc.oneof(field, fc.record({ setupUrl: field, configurationUrl: field, connectUrl: field })),
    capabilities: fc.oneof(
      field,
      fc.record({
        hub: fc.oneof(field, fc.record({ appLauncher: fc.oneof(field, fc.record({ redirectUrl: field })) })),
        erp: fc.oneof(
          field,
          fc.record({
            menuItems: fc.oneof(
              field,
              fc.array(fc.record({ id: field, name: field, url: field, children: field })),
            ),
            pane: fc.oneof(field, fc.array(fc.record({ url: field, title: field, context: field }))),
            api: fc.oneof(field, fc.record({ scopes: fc.oneof(field, fc.array(field)) })),
          }),
        ),
      }),
    ),
    authentication: field,
  },
  { requiredKeys: [] },
);

describe('parsing a manifest', () => {
  it('for any input, returns a manifest or names at least one problem with its path', () => {
    fc.assert(
      fc.property(fc.oneof(manifestLike, fc.jsonValue()), (input) => {
        try {
          const { manifest } = parseManifest(input, rules);
          expect(manifest.name).not.toBe('');
          expect(manifest.erp.scopes.every((scope) => rules.knownScopes.has(scope))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput);
          const { problems } = error as InvalidInput;
          expect(problems.length).toBeGreaterThan(0);
          for (const { path, message } of problems) {
            expect(path).toMatch(/^\$/);
            expect(message).not.toBe('');
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('mapping URLs', () => {
  it('changes nothing without a mapping that fits, and comes back by the opposite one', () => {
    const from = 'https://app.example';
    const to = 'http://localhost:3004';
    const text = fc.oneof(
      fc.webPath().map((path) => from + path),
      fc.string().filter((one) => !one.startsWith(to)),
    );
    fc.assert(
      fc.property(fc.array(text), (value) => {
        expect(mapUrls(value, [])).toEqual(value);
        expect(mapUrls(mapUrls(value, [[from, to]]), [[to, from]])).toEqual(value);
      }),
    );
  });
});
