/** A project of a user: what its package.json says, what it installs beside the emulator, and what it runs. */
export interface ConsumerProject {
  /** Folder under `projects/` whose files it has. */
  files: string;
  packageJson: object;
  /** As `npm install` takes them. */
  packages: readonly string[];
  /** Further files by name; values that are not texts are written as JSON. */
  write?: Readonly<Record<string, unknown>>;
  /** Run one after the other; `node` and the commands of installed packages are found. */
  commands: readonly (readonly string[])[];
  /** The output that the last command must print, on either stream. */
  prints: RegExp;
}

/** The newest compiler of the line that still has `moduleResolution: node10`, and the newest of all. */
const typescript = ['typescript@5', 'typescript@latest'] as const;
const nodeTypes = '@types/node@20';
const used = /^200 true port \/shell\/\r?\ntrue$/m;

/** Strict, and every declaration of the package is checked. */
function typescriptProject(
  type: 'module' | 'commonjs',
  compiler: string,
  options: Readonly<Record<string, string>>,
  run: readonly (readonly string[])[] = [['node', 'out/use.js']],
): ConsumerProject {
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: 'es2022',
    lib: ['es2023', 'dom'],
    types: ['node'],
    rootDir: '.',
    outDir: 'out',
    ...options,
  };
  return {
    files: 'typescript',
    packageJson: { type },
    packages: [compiler, nodeTypes],
    write: { 'tsconfig.json': { compilerOptions, files: ['use.ts'] } },
    commands: [['tsc', '--project', '.'], ...run],
    prints: run.length === 0 ? /^$/ : used,
  };
}

const jest = (version: string): ConsumerProject => ({
  files: 'jest',
  packageJson: {},
  packages: [`jest@${version}`],
  commands: [['jest']],
  prints: /^Tests: +5 passed, 5 total$/m,
});

export const nodeTest: ConsumerProject = {
  files: 'node-test',
  packageJson: {},
  packages: [],
  commands: [['node', '--test']],
  prints: /^. pass 2$/m,
};

/** By name. */
export const consumerProjects: Readonly<Record<string, ConsumerProject>> = {
  ...Object.fromEntries(
    typescript.flatMap((compiler) => [
      [`${compiler}, ES modules`, typescriptProject('module', compiler, { module: 'nodenext' })],
      [`${compiler}, CommonJS`, typescriptProject('commonjs', compiler, { module: 'nodenext' })],
      [
        `${compiler}, for a bundler`,
        typescriptProject('module', compiler, { module: 'esnext', moduleResolution: 'bundler' }, []),
      ],
    ]),
  ),
  'typescript@5, CommonJS with moduleResolution node10': typescriptProject('commonjs', typescript[0], {
    module: 'commonjs',
    moduleResolution: 'node10',
  }),
  'jest@29': jest('29'),
  'jest@30': jest('30'),
  'vitest@4': {
    files: 'vitest',
    packageJson: { type: 'module' },
    packages: ['vitest@4'],
    commands: [['vitest', 'run', '--no-color']],
    prints: /Tests {2}2 passed \(2\)/,
  },
  'node:test': nodeTest,
  'ts-node': {
    files: 'ts-node',
    packageJson: {},
    packages: ['ts-node@10', typescript[0], nodeTypes],
    write: {
      'tsconfig.json': {
        compilerOptions: { strict: true, module: 'commonjs', target: 'es2022', types: ['node'] },
      },
    },
    commands: [['ts-node', 'emulator.ts']],
    prints: /^3 true$/m,
  },
};
