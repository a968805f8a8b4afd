/** For hangs, not slow machines; below the limit of a test (vitest.config.ts), so that its failure names what is missing. */
const patienceMs = 60_000;

/** How a wait may differ. */
export interface Waiting {
  /** The last state seen, for the message. */
  seen?: () => unknown;
  /** In milliseconds; a hang, not a slow machine. */
  limit?: number;
}

/**
 * Waits with a time limit.
 * @param what the name of the awaited event, for the message
 * @param outcome settles with it
 * @throws when the limit is over, with that name and the last state seen
 */
export async function waitFor<T>(
  what: string,
  outcome: Promise<T>,
  { seen, limit = patienceMs }: Waiting = {},
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const state = seen === undefined ? '' : `; last seen: ${textOf(seen())}`;
      reject(new Error(`waited ${limit / 1000} s in vain for ${what}${state}`));
    }, limit);
  });
  try {
    return await Promise.race([outcome, timedOut]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits for a state that exists already or comes with a change.
 * @param what the name of the awaited state, for the message
 * @param find looks for it; undefined: not there yet
 * @param change resolves with the next change, after which it is looked for again
 */
export function waitUntil<T>(
  what: string,
  find: () => T | undefined,
  change: () => Promise<unknown>,
  waiting?: Waiting,
): Promise<T> {
  const search = async (): Promise<T> => {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      await change();
    }
  };
  return waitFor(what, search(), waiting);
}

function textOf(state: unknown): string {
  const text = typeof state === 'string' ? state : (JSON.stringify(state) ?? 'nothing');
  return text === '' ? 'nothing' : text.slice(-2000);
}
