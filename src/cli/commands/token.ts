import { type Command, Option } from 'commander';
import type { CliContext } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';
import { type Subcommand, type TextOptions, addSubcommands } from '../subcommands.ts';

interface Explanation {
  accepted: boolean;
  kind?: string;
  checks: { check: string; ok: boolean; message: string }[];
}

const mintOptions = [
  new Option('--app <APP>', 'app id, slug or client id (default hello-world)'),
  new Option('--tenant <TENANT>', 'tenant id or slug (default bergmann-outdoor)'),
  new Option('--user <USER>', 'user id or e-mail address (default anna.bergmann@example.com)'),
  new Option('--scopes <SCOPES>', 'scopes, separated by spaces or commas'),
  new Option('--expires-in <SECONDS>', 'lifetime'),
  new Option('--generation <N>', 'Identity Provider of an access token').choices(['1', '2']),
  new Option('--claims <JSON>', 'claims to add or replace'),
  new Option('--defects <NAMES>', 'defects of the token: expired, wrongKey, algNone, tampered, ...'),
];

const minting = (['access', 'session', 'app'] as const).map((kind): Subcommand => ({
  usage: kind,
  help: `print ${kind === 'session' ? 'a session' : `an ${kind}`} token`,
  options: mintOptions,
  run: async ({ client, output }, options) => {
    const minted = await client.post<{ token: string }>(`tokens/${kind}`, requestFrom(options));
    output.bare(minted, minted.token);
  },
}));

const judging: readonly Subcommand[] = [
  {
    usage: 'explain <JWT>',
    help: 'explain by all checks why a token is or is not accepted; exit code 1 if it is not',
    run: async ({ client, output }, _options, token) => {
      const explanation = await client.post<Explanation>('tokens/explain', { token });
      output.show(explanation, () => [
        ['CHECK', 'RESULT', 'WHY'],
        ...explanation.checks.map((one) => [one.check, one.ok ? 'ok' : 'FAILED', one.message]),
      ]);
      // The table names the failed check.
      if (!explanation.accepted) throw new CliFailure('', exitCodes.failed);
    },
  },
  {
    usage: 'expire',
    help: 'make the services refuse tokens issued to an app so far',
    options: [
      new Option('--app <APP>', 'app id, slug or client id (default hello-world)'),
      new Option('--kind <KIND>', 'access, session or app (default all)'),
    ],
    run: async ({ client, output }, { app: appId, kind }) => {
      const expired = await client.post<{ appId: string; kinds: string[] }>('tokens/expire', { appId, kind });
      output.show(expired, () => [
        ['APP ID', 'EXPIRED'],
        [expired.appId, expired.kinds.join(', ')],
      ]);
    },
  },
];

/** `token access|session|app|explain|expire`. */
export function addTokenCommands(program: Command, context: CliContext): void {
  const token = program.command('token').description('print a token; explain why one is refused');
  addSubcommands(token, context, [...minting, ...judging]);
}

function requestFrom(options: TextOptions): object {
  const words = (text: string | undefined) => text?.split(/[\s,]+/).filter((word) => word !== '');
  return {
    appId: options['app'],
    tenantId: options['tenant'],
    userId: options['user'],
    scopes: words(options['scopes']),
    expiresIn: numberFrom('--expires-in', options['expiresIn']),
    generation: numberFrom('--generation', options['generation']),
    claims: claimsFrom(options['claims']),
    defects: words(options['defects']),
  };
}

function numberFrom(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value))
    throw new CliFailure(`${flag} '${text}' must be a number`, exitCodes.wrongInput);
  return value;
}

function claimsFrom(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CliFailure(
      `--claims '${text}' must be a JSON object such as {"scp":["items.read"]}`,
      exitCodes.wrongInput,
    );
  }
}
