// graphql-js compares class names at every type check, to warn of two copies of itself, unless NODE_ENV is `production`.
// A bundle has one copy, and NODE_ENV is for the app under test to set.
import { readFile } from 'node:fs/promises';

/** @returns an esbuild plugin that builds graphql-js for production, and nothing else */
export function graphqlForProduction() {
  return {
    name: 'graphql-for-production',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/]graphql[\\/].*\.m?js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        return { contents: text.replaceAll('process.env.NODE_ENV', '"production"'), loader: 'js' };
      });
    },
  };
}
