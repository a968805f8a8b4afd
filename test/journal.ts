import type { Emulator } from '../src/index.ts';
import type { JournalEntry } from '../src/platform/journal-entry.ts';
import { waitFor } from './waiting.ts';

/**
 * Resolves with the next entry that fits, from the call on.
 * @param what the entry, as the message of a wait in vain names it
 */
export function recorded(
  { journal }: Pick<Emulator, 'journal'>,
  what: string,
  fits: (entry: JournalEntry) => boolean,
): Promise<JournalEntry> {
  const seen: string[] = [];
  let stop: () => void = () => undefined;
  const entry = new Promise<JournalEntry>((resolve) => {
    stop = journal.subscribe((one) => {
      seen.push([one.kind, one.method, one.path, one.status].join(' '));
      if (fits(one)) resolve(one);
    });
  });
  return waitFor(`the journal to have ${what}`, entry, { seen: () => seen }).finally(() => stop());
}
