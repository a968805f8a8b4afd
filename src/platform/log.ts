/** What services log through; pino satisfies it. Tokens and secrets never go in. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const nothing = () => undefined;

/** Swallows everything: `--log silent` and `startEmulator()` by default. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
