/** The emulator cannot listen on an address. */
export class ListenFailure extends Error {
  override readonly name = 'ListenFailure';
  constructor(
    /** Node's code, such as `EADDRINUSE` or `EACCES`. */
    readonly code: string,
    readonly host: string,
    readonly port: number,
    /** The setting that chose the port. */
    readonly flag: string,
  ) {
    super(`cannot listen on ${host}:${port} (${code})`);
  }
}
