import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { tlsFolderOf } from '../../server/settings.ts';
import { type TrustStep, trustRecipes, trustStores } from '../ca-trust.ts';
import type { CliContext } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

/** `ca path|trust|trust-help`: the local certificate authority, made if there is none yet. */
export function addCaCommands(program: Command, context: CliContext): void {
  const ca = program.command('ca').description('the local certificate authority behind --tls');
  const add = (name: string, description: string, run: (file: string) => Promise<void> | void) => {
    ca.command(name)
      .description(description)
      .option('--data-dir <DIR>', 'folder that keeps the state (default ./.jtl-emulator)')
      .action(async ({ dataDir = context.env['JTL_EMULATOR_DATA_DIR'] }: { dataDir?: string }) => {
        const { Authority } = await import('../../server/tls/authority.ts');
        const { certificateFile } = await Authority.open(
          tlsFolderOf(dataDir === undefined ? {} : { dataDir }),
        );
        await run(resolve(certificateFile));
      });
  };
  add('path', 'print the path of its certificate, a PEM file', (file) => {
    context.write(`${file}\n`);
  });
  add('trust', 'make this system trust it', (file) => trust(file, context));
  add('trust-help', 'print how to make languages, browsers and images trust it', (file) => {
    for (const { name, lines } of trustRecipes) {
      context.write(
        `${name}\n${lines(file)
          .map((line) => `  ${line}\n`)
          .join('')}`,
      );
    }
  });
}

async function trust(file: string, context: CliContext): Promise<void> {
  const store = trustStores.find(
    ({ platform, folder }) => platform === process.platform && (folder === undefined || existsSync(folder)),
  );
  if (store === undefined) {
    throw new CliFailure(
      "this system's certificate store is not known; jtl-emulator ca trust-help has other ways",
      exitCodes.failed,
    );
  }
  for (const step of store.steps(file, homedir())) {
    const shown = 'run' in step ? step.run.join(' ') : `cp "${file}" ${step.copyTo}`;
    const failure = await failureOf(step, file);
    if (failure !== undefined) {
      throw new CliFailure(
        `'${shown}' failed (${failure}); run it as administrator, or see jtl-emulator ca trust-help`,
        exitCodes.failed,
      );
    }
    context.write(`${shown}\n`);
  }
}

async function failureOf(step: TrustStep, file: string): Promise<string | undefined> {
  if ('copyTo' in step) {
    return copyFile(file, step.copyTo).then(
      () => undefined,
      (error: unknown) => (error as NodeJS.ErrnoException).code ?? 'unknown',
    );
  }
  const [program, ...args] = step.run;
  const { status, error } = spawnSync(program, args, { stdio: 'ignore' });
  if (status === 0) return undefined;
  return error === undefined ? `exit code ${status ?? 'none'}` : error.message;
}
