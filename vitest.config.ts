import { defineConfig } from 'vitest/config';

/** The settings of every run. */
export const common = {
  globalSetup: ['test/temporary-folder.ts', 'test/contract-generated.ts'],
  // For hangs alone: a busy machine may take twenty times as long as an idle one.
  testTimeout: 90_000,
  hookTimeout: 120_000,
  // Node's own rules for importing CommonJS, so that tests load packages as the product does.
  deps: { interopDefault: false },
  pool: 'forks' as const,
  maxWorkers: 2,
};

/** Files that replace modules, or what all modules see: each gets a process of its own. */
const isolated = [
  'test/identity/constant-time.test.ts',
  'test/bridge/test-host.test.ts',
  'test/tokens/token-ids.test.ts',
  'test/cli/progress.test.ts',
  'test/contract-documents/graphql-served.test.ts',
  'test/wawi/warm-up.test.ts',
];

export default defineConfig({
  test: {
    ...common,
    projects: [
      // The other files share the two processes, which saves half of the time, because otherwise each would load all
      // modules.
      {
        extends: true,
        test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: isolated, isolate: false },
      },
      { extends: true, test: { name: 'isolated', include: isolated } },
    ],
  },
});
