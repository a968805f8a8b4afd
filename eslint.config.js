import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';
import { elements, files, policies } from './eslint.layers.js';
import { plainProse } from './eslint.prose.js';

export default tseslint.config(
  {
    ignores: [
      ...['dist/', 'node_modules/', '**/dist/', '.jtl-emulator/', 'bench/node_modules/'],
      'src/wawi/contract/generated/',
      // Projects of users, with globals and packages of their own.
      'test-full/consumers/projects/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts'] } },
      'boundaries/elements': elements,
      'boundaries/files': files,
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['src/bridge/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['node:*'] }] },
  },
  {
    files: ['src/tokens/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['express', 'node:http', 'node:https'] }] },
  },
  {
    files: ['**/*.mjs', 'bench/**/*.js', 'examples/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          'URL',
          'URLSearchParams',
          'console',
          'fetch',
          'performance',
          'process',
          'clearInterval',
          'setInterval',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  plainProse,
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'readonly' } } },
  {
    files: ['test/**/*.ts', 'test-full/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['test/**/*.ts', 'test-full/**/*.ts'],
    ignores: ['test/programs.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:child_process',
              message: 'test/programs.ts runs programs, in a clean environment and with a limit.',
            },
          ],
        },
      ],
    },
  },
);
