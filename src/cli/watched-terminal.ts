/**
 * Whether people see what moves on a stream: a terminal that can move, and not one that a CI job lends its steps.
 * @param env the process's variables; `CI` in any form and `TERM=dumb` speak against it
 */
export function isWatched(
  stream: Pick<NodeJS.WriteStream, 'isTTY'>,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && env['TERM'] !== 'dumb' && env['CI'] === undefined;
}
