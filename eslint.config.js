import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

// The folders of src/ and the layers they form. A folder imports from itself and from lower layers only; folders of
// one layer never import each other (docs/decisions/0001-layers.md).
const folders = [
  ...['tokens', 'bridge', 'platform', 'identity', 'account', 'wawi', 'pages', 'control'],
  ...['server', 'cli'],
];
const ground = ['tokens', 'bridge'];
const services = ['identity', 'account', 'wawi', 'pages'];
const mayImport = {
  tokens: [],
  bridge: [],
  platform: ground,
  identity: ['platform', ...ground],
  account: ['platform', ...ground],
  wawi: ['platform', ...ground],
  pages: ['platform', ...ground],
  control: [...services, 'platform', ...ground],
  server: ['control', ...services, 'platform', ...ground],
  cli: ['server', 'control', 'platform', ...ground],
  exports: ['server', 'control', 'platform', ...ground],
};

/** The export files stand beside the folders. */
function selectorOf(name) {
  return name === 'exports' ? { file: { categories: 'exports' } } : { element: { type: name } };
}

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
      'boundaries/elements': folders.map((folder) => ({ type: folder, pattern: `src/${folder}` })),
      'boundaries/files': [{ category: 'exports', pattern: 'src/*.ts' }],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: Object.entries(mayImport).map(([from, allowed]) => ({
            from: selectorOf(from),
            allow: [from, ...allowed].map((name) => ({ to: selectorOf(name) })),
          })),
        },
      ],
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
        ['Buffer', 'URL', 'URLSearchParams', 'console', 'fetch', 'performance', 'process', 'setInterval'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
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
