import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/temporary-folder.ts'],
    // For hangs alone: a busy machine may take twenty times as long as an idle one.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Node's own rules for importing CommonJS, so that tests load packages as the product does.
    deps: { interopDefault: false },
    pool: 'forks',
    maxWorkers: 2,
  },
});
