import { access } from 'node:fs/promises';
import type { Command } from 'commander';
import { type CliContext, commandIo } from '../context.ts';
import type { ControlClient } from '../control-client.ts';
import { CliFailure, exitCodes } from '../failures.ts';
import { gatherSettings } from '../settings.ts';

/** The result of a check: passed or not, and the observation or the remedy. */
interface Finding {
  check: string;
  ok: boolean;
  message: string;
}

/** The part of the two manifest versions that names the setup page. */
interface Lifecycle {
  setupUrl?: string;
  configurationUrl?: string;
}

/** A manifest of either version, alone or together with its listing. */
interface SubmittedManifest {
  lifecycle?: Lifecycle;
  manifest?: { lifecycle?: Lifecycle };
}

interface State {
  url: string;
  clock: { offsetSeconds: number; frozen: boolean };
  apps: { slug: string; manifest: SubmittedManifest }[];
  notices: { rule: string; message: string; count: number; last: string }[];
}

/** `doctor`: finds out why an app and the emulator cannot reach each other. */
export function addDoctorCommand(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description(
      'check Node, the config file, the emulator, its clock, problems that browsers do not explain, the apps and the environment',
    )
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const findings = [
        checkNode(),
        await checkConfig(context),
        await checkBrowser(context),
        ...checkEnvironment(context, client.url),
        ...(await checkEmulator(client)),
      ];
      output.show({ items: findings }, () => [
        ['CHECK', 'RESULT', 'WHAT'],
        ...findings.map(({ check, ok, message }) => [check, ok ? 'ok' : 'PROBLEM', message]),
      ]);
      const problems = findings.filter(({ ok }) => !ok);
      if (problems.length > 0)
        throw new CliFailure(
          `${problems.length} of ${findings.length} checks found a problem`,
          exitCodes.failed,
        );
    });
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    check: 'node',
    ok,
    message: ok ? process.version : `${process.version}; 20.19 or newer is needed`,
  };
}

async function checkConfig({ env }: CliContext): Promise<Finding> {
  const check = 'settings';
  return gatherSettings({}, env, undefined).then(
    (flags) => ({
      check,
      ok: true,
      message: Object.keys(flags).length === 0 ? 'none given' : `sets ${Object.keys(flags).join(', ')}`,
    }),
    (error: unknown) => ({ check, ok: false, message: (error as Error).message }),
  );
}

const usualBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function checkBrowser({ env }: CliContext): Promise<Finding> {
  for (const path of [env['CHROME_PATH'], ...usualBrowsers]) {
    if (path === undefined) continue;
    const found = await access(path).then(
      () => true,
      () => false,
    );
    if (found) return { check: 'browser', ok: true, message: path };
  }
  return {
    check: 'browser',
    ok: true,
    message: 'no Chrome or Chromium found; only browser tests need one (CHROME_PATH)',
  };
}

/** Variables that make an app use another platform: platform.md section 9. */
const baseVariables = ['JTL_API_BASE', 'JTL_AUTH_BASE', 'JTL_ISSUER', 'VITE_JTL_API_BASE', 'VITE_JTL_ISSUER'];

function checkEnvironment({ env }: CliContext, url: string): Finding[] {
  return baseVariables.flatMap((name) => {
    const value = env[name];
    if (value === undefined) return [];
    const ok = value.startsWith(url);
    return [
      { check: name, ok, message: ok ? value : `is ${value}; for this emulator it would begin with ${url}` },
    ];
  });
}

async function checkEmulator(client: ControlClient): Promise<Finding[]> {
  const state = await client.get<State>('state').catch((error: unknown) => error as Error);
  if (state instanceof Error) return [{ check: 'emulator', ok: false, message: state.message }];
  const { offsetSeconds, frozen } = state.clock;
  const skewed = frozen || Math.abs(offsetSeconds) > 60;
  return [
    { check: 'emulator', ok: true, message: state.url },
    {
      check: 'clock',
      ok: !skewed,
      message: skewed
        ? `${frozen ? 'frozen, ' : ''}${offsetSeconds} s off the machine's: apps that check tokens by their own clock will disagree (jtl-emulator clock reset)`
        : "the machine's",
    },
    ...state.notices.map(({ rule, message, count, last }) => ({
      check: `notice ${rule}`,
      ok: false,
      message: `${message} (${count}×, last at ${last}; forget with jtl-emulator journal clear)`,
    })),
    ...(await Promise.all(state.apps.map(({ slug, manifest }) => checkPages(slug, manifest)))),
  ];
}

/** Whether a server answers at the address of the app's pages. Only developers of that app need to care if it is down. */
async function checkPages(slug: string, submitted: SubmittedManifest): Promise<Finding> {
  const { lifecycle = {} } = submitted.manifest ?? submitted;
  const setupUrl = lifecycle.setupUrl ?? lifecycle.configurationUrl;
  if (setupUrl === undefined) return { check: `app ${slug}`, ok: true, message: 'has no setup page' };
  return fetch(setupUrl, { signal: AbortSignal.timeout(2000) }).then(
    ({ status }) => ({ check: `app ${slug}`, ok: status < 400, message: `${setupUrl} answers ${status}` }),
    () => ({ check: `app ${slug}`, ok: true, message: `not running (${setupUrl})` }),
  );
}
