import { defineConfig, mergeConfig } from 'vitest/config';
import quick from './vitest.config.ts';

/** What is too slow for every run: `npm run test:full`. */
export default mergeConfig(
  { ...quick, test: { ...quick.test, include: [] } },
  defineConfig({
    test: { include: ['test-full/**/*.test.ts'], exclude: ['test-full/consumers/projects/**'] },
  }),
);
