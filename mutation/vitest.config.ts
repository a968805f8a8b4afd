import { defineConfig } from 'vitest/config';
import { common } from '../vitest.config.ts';

/** The tests that look for seeded faults: those that speak to the Wawi API. */
export default defineConfig({
  test: {
    ...common,
    include: ['test/{wawi,graphql,parity,fixtures}/**/*.test.ts'],
    isolate: false,
  },
});
