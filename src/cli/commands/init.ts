import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

const configFile = 'jtl-emulator.config.yaml';
/** The places of manifests in the vendor's templates. */
const usualManifests = ['manifest.json', 'app.json', 'src/manifest.json', 'public/manifest.json'];

/** `init`: a config file for the app in this folder. */
export function addInitCommand(program: Command, context: CliContext): void {
  program
    .command('init')
    .description(`write a ${configFile} for the app in this folder`)
    .action(async () => {
      const manifest = await findManifest();
      await writeFile(configFile, configFor(manifest), { flag: 'wx' }).catch((error: unknown) => {
        const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
        const what = exists ? 'exists already; edit it, or delete it first' : (error as Error).message;
        throw new CliFailure(`${configFile}: ${what}`, exitCodes.wrongInput);
      });
      const found = manifest === undefined ? 'no manifest found; name yours under app' : `app: ${manifest}`;
      context.write(`${configFile} written (${found}); now run: jtl-emulator start\n`);
    });
}

async function findManifest(): Promise<string | undefined> {
  for (const file of usualManifests) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined && /"(manifestVersion|technicalName)"/.test(text)) return file;
  }
  return undefined;
}

function configFor(manifest: string | undefined): string {
  return `# Settings of jtl-emulator: the flags of \`jtl-emulator start\` in camelCase.
${manifest === undefined ? '# app: manifest.json' : `app: ${manifest}`}
tenant: bergmann-outdoor
setup: done
port: 5850
# The variables that apps read (CLIENT_ID, JTL_API_BASE, ...), written at each start:
# writeEnv: .env.jtl-emulator
`;
}
