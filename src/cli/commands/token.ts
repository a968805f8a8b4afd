import { type Command, Option } from 'commander';
import { type CliContext, talkFor } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

interface TokenOptions {
  app?: string;
  tenant?: string;
  user?: string;
  scopes?: string;
  expiresIn?: string;
  generation?: string;
  claims?: string;
  defects?: string;
}

interface Explanation {
  accepted: boolean;
  kind?: string;
  checks: { check: string; ok: boolean; message: string }[];
}

/** `token access|session|app|explain|expire`. */
export function addTokenCommands(program: Command, context: CliContext): void {
  const token = program.command('token').description('print a token; say why one is refused');
  for (const kind of ['access', 'session', 'app'] as const) {
    token
      .command(kind)
      .description(`print ${kind === 'session' ? 'a session' : `an ${kind}`} token`)
      .option('--app <APP>', 'app id, slug or client id (default hello-world)')
      .option('--tenant <TENANT>', 'tenant id or slug (default bergmann-outdoor)')
      .option('--user <USER>', 'user id or e-mail address (default anna.bergmann@example.com)')
      .option('--scopes <SCOPES>', 'scopes, separated by spaces or commas')
      .option('--expires-in <SECONDS>', 'lifetime')
      .addOption(new Option('--generation <N>', 'Identity Provider of an access token').choices(['1', '2']))
      .option('--claims <JSON>', 'claims to add or replace')
      .option('--defects <NAMES>', 'what is to be wrong: expired, wrongKey, algNone, tampered, ...')
      .action(async (options: TokenOptions, command: Command) => {
        const { client, output } = talkFor(command, context);
        const minted = await client.post<{ token: string }>(`tokens/${kind}`, requestFrom(options));
        output.line(
          command.optsWithGlobals<{ json?: boolean }>().json === true
            ? JSON.stringify(minted, null, 2)
            : minted.token,
        );
      });
  }
  token
    .command('explain <JWT>')
    .description('say check by check why a token is or is not accepted')
    .action(async (jwt: string, _options: object, command: Command) => {
      const { client, output } = talkFor(command, context);
      const explanation = await client.post<Explanation>('tokens/explain', { token: jwt });
      output.show(explanation, () => [
        ['CHECK', 'RESULT', 'WHY'],
        ...explanation.checks.map((one) => [one.check, one.ok ? 'ok' : 'FAILED', one.message]),
      ]);
    });
  token
    .command('expire')
    .description('make the services refuse tokens issued to an app so far')
    .option('--app <APP>', 'app id, slug or client id (default hello-world)')
    .option('--kind <KIND>', 'access, session or app (default all)')
    .action(async ({ app, kind }: { app?: string; kind?: string }, command: Command) => {
      const { client, output } = talkFor(command, context);
      const expired = await client.post<{ appId: string; kinds: string[] }>('tokens/expire', {
        appId: app,
        kind,
      });
      output.show(expired, () => [
        ['APP ID', 'EXPIRED'],
        [expired.appId, expired.kinds.join(', ')],
      ]);
    });
}

function requestFrom(options: TokenOptions): object {
  const words = (text: string | undefined) => text?.split(/[\s,]+/).filter((word) => word !== '');
  return {
    appId: options.app,
    tenantId: options.tenant,
    userId: options.user,
    scopes: words(options.scopes),
    expiresIn: numberFrom('--expires-in', options.expiresIn),
    generation: numberFrom('--generation', options.generation),
    claims: claimsFrom(options.claims),
    defects: words(options.defects),
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
