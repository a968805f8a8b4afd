import { defineConfig } from 'vitest/config';
import { common } from './vitest.config.ts';

/** The tests that are too slow for every run: `npm run test:full`. */
export default defineConfig({
  test: { ...common, include: ['test-full/**/*.test.ts'], exclude: ['test-full/consumers/projects/**'] },
});
