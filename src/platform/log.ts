import { masked, maskedJson } from './masking.ts';

/** The log of the services; pino implements it. It must not receive tokens or secrets. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const logStyles = ['pretty', 'json', 'silent'] as const;
/** For people, for machines, or not at all. */
export type LogStyle = (typeof logStyles)[number];

const nothing = () => undefined;

/** Discards all messages: `--log silent` and `startEmulator()` by default. */
export const silentLog: Log = { info: nothing, warn: nothing, error: nothing };

/**
 * A log on standard error, separate from a command's output. pino is loaded with the first message, so that a start
 * does not wait for it; messages keep their order.
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
        // A failure of the log must not stop the service.
        process.stderr.write(`${message} (the log failed: ${String(error)})\n`);
      });
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Fields that the message of a request already contains. */
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

/** Errors stay as they are, so that pino shortens them. */
function maskedFields(fields: object): object {
  const masks = (value: unknown): unknown => (value instanceof Error ? value : maskedJson(value));
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, masks(value)]));
}

/** An error without its stack trace except the line of its origin. */
function errorInShort(error: unknown): object {
  if (!(error instanceof Error)) return { message: masked(String(error)) };
  const at = /^\s+at (.+)$/m.exec(error.stack ?? '')?.[1];
  return { type: error.name, message: masked(error.message), ...(at === undefined ? {} : { at }) };
}
