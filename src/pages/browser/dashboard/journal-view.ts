import type { JournalEntry } from '../../../platform/journal-entry.ts';
import { actionButton, element } from '../parts/dom.ts';
import { control } from './control-api.ts';
import { text } from './texts.ts';

/** Number of rows that the page keeps; the journal itself remembers more. */
const shownRows = 500;

/** The journal as it grows: newest first, filtered by text, with details on a click. */
export class JournalView {
  readonly root: HTMLElement;
  readonly #rows = element('tbody');
  readonly #details = element('pre', { class: 'details', 'aria-live': 'polite' }, text('chooseRow'));
  readonly #filter = element('input', {
    type: 'search',
    placeholder: text('filter'),
    'aria-label': text('filterLabel'),
    on: { input: () => this.#applyFilter() },
  });

  constructor() {
    const head = ['time', 'service', 'request', 'status', 'duration', 'operation', 'reason'] as const;
    const clear = async () => {
      await control('DELETE', 'journal');
      this.#rows.replaceChildren();
    };
    this.root = element(
      'section',
      { class: 'journal', 'aria-labelledby': 'journal-title' },
      element('h2', { id: 'journal-title' }, text('journal')),
      element(
        'div',
        { class: 'controls' },
        this.#filter,
        actionButton('journal-clear', text('clear'), clear),
      ),
      element(
        'div',
        { class: 'table' },
        element(
          'table',
          {},
          element(
            'thead',
            {},
            element('tr', {}, ...head.map((one) => element('th', { scope: 'col' }, text(one)))),
          ),
          this.#rows,
        ),
      ),
      this.#details,
    );
  }

  add(entry: JournalEntry): void {
    const cells = [
      entry.time.slice(11, 23),
      entry.service,
      `${entry.method ?? entry.kind} ${entry.path}`,
      String(entry.status ?? ''),
      String(entry.durationMs ?? ''),
      entry.operationId ?? '',
      entry.reason ?? '',
    ];
    const show = () => {
      this.#details.textContent = JSON.stringify(entry, null, 2);
    };
    const row = element(
      'tr',
      {
        tabindex: '0',
        class: (entry.status ?? 0) >= 400 ? 'failed' : '',
        on: { click: show, keydown: (event) => (event as KeyboardEvent).key === 'Enter' && show() },
      },
      ...cells.map((cell) => element('td', {}, cell)),
    );
    row.hidden = !this.#fits(row);
    this.#rows.prepend(row);
    if (this.#rows.children.length > shownRows) this.#rows.lastElementChild?.remove();
  }

  #applyFilter(): void {
    for (const row of this.#rows.children) (row as HTMLElement).hidden = !this.#fits(row);
  }

  #fits(row: Element): boolean {
    return (row.textContent ?? '').toLowerCase().includes(this.#filter.value.toLowerCase());
  }
}
