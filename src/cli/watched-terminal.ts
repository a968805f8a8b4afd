/**
 * Whether a stream is a terminal with a user who can see progress: not a dumb terminal and not a CI job's.
 * @param env the process's variables; `CI` with any value and `TERM=dumb` mean that no user is there
 */
export function isWatched(
  stream: Pick<NodeJS.WriteStream, 'isTTY'>,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && env['TERM'] !== 'dumb' && env['CI'] === undefined;
}
