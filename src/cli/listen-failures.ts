import type { ListenFailure } from '../server/listen-failure.ts';
import { CliFailure, exitCodes } from './failures.ts';

/**
 * @returns the explanation of an address that cannot be listened on: which process uses it, and which setting to change
 */
export async function explainedListenFailure({ code, host, port, flag }: ListenFailure): Promise<CliFailure> {
  const choose = `choose another with ${flag} N, or ${flag} 0 for any free one`;
  if (code === 'EADDRINUSE') {
    const { portHolder } = await import('./port-holder.ts');
    const holder = await portHolder(port);
    return wrongInput(`port ${port} is taken${holder === undefined ? '' : ` by ${holder}`}; ${choose}`);
  }
  if (code === 'EACCES') return wrongInput(`port ${port} is forbidden to this user; ${choose}`);
  return wrongInput(`cannot listen on ${host}:${port} (${code}); choose another address with --host`);
}

function wrongInput(message: string): CliFailure {
  return new CliFailure(message, exitCodes.wrongInput);
}
