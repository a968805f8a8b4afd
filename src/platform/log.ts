import { masked, maskedJson } from './masking.ts';

/** What services log through; pino satisfies it. Tokens and secrets never go in. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const logStyles = ['pretty', 'json', 'silent'] as const;
/** For people, for machines, or not at all. */
export type LogStyle = (typeof logStyles)[number];

const nothing = () => undefined;

/** Swallows everything: `--log silent` and `startEmulator()` by default. */
export const silentLog: Log = { info: nothing, warn: nothing, error: nothing };

/**
 * A log on standard error, so that what a command prints stays apart. pino is loaded with the first message, which a
 * start does not wait for; messages keep their order.
 */
export function createLog(style: LogStyle): Log {
  if (style === 'silent') return silentLog;
  let loading: Promise<{ log: Log }> | undefined;
  const write = (level: keyof Log) => (fields: object, message: string) => {
    loading ??= openPino(style);
    loading
      .then(({ log }) => {
        log[level](maskedFields(fields), masked(message));
      })
      .catch((error: unknown) => {
        // A log that fails must not end what it tells of.
        process.stderr.write(`${message} (the log failed: ${String(error)})\n`);
      });
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Fields that the message of a request repeats for people. */
const inMessage = 'pid,hostname,service,method,path,status,ms,reason';

async function openPino(style: 'pretty' | 'json'): Promise<{ log: Log }> {
  const { pino } = await import('pino');
  const options = { base: null, serializers: { err: errorInShort } };
  if (style === 'json') return { log: pino(options, pino.destination(2)) };
  const { default: pretty } = await import('pino-pretty');
  return {
    log: pino(
      options,
      pretty({
        destination: 2,
        sync: true,
        singleLine: true,
        translateTime: 'HH:MM:ss.l',
        ignore: inMessage,
      }),
    ),
  };
}

/** Errors stay as they are, for pino to write in short. */
function maskedFields(fields: object): object {
  const masks = (value: unknown): unknown => (value instanceof Error ? value : maskedJson(value));
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, masks(value)]));
}

/** An error without its stack trace, which no log line carries; where it came up is enough to find it. */
function errorInShort(error: unknown): object {
  if (!(error instanceof Error)) return { message: masked(String(error)) };
  const at = /^\s+at (.+)$/m.exec(error.stack ?? '')?.[1];
  return { type: error.name, message: masked(error.message), ...(at === undefined ? {} : { at }) };
}
