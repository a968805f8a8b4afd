import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Node's own rules for importing CommonJS, so that tests load packages as the product does.
    deps: { interopDefault: false },
    pool: 'forks',
    maxWorkers: 2,
  },
});
