import type { CellValue, ShellPage, ShellRecord, ShellRow } from '../../shell-data.ts';
import { shellColumns } from '../../shell-data.ts';
import type { PaneContext } from '../../../platform/manifests/model.ts';
import { call, explain } from './api.ts';
import { actionButton, element, notice } from './dom.ts';
import { fieldName, language, text } from './texts.ts';

/** Opens a record of a list. */
export type OpenRecord = (context: PaneContext, id: string) => void;

/** A list of customers, sales orders or items: search, pages, rows that open their record. */
export class RecordList {
  readonly element = element('section', { class: 'records' });
  #page = 1;
  #search = '';
  readonly #body = element('div', {});

  constructor(
    private readonly tenantId: string,
    private readonly context: PaneContext,
    private readonly open: OpenRecord,
  ) {
    const search = element('input', {
      type: 'search',
      'data-action': 'search',
      'aria-label': text('search'),
    });
    search.placeholder = text('search');
    search.addEventListener('change', () => {
      this.#search = search.value;
      this.#page = 1;
      void this.load();
    });
    this.element.append(
      element('div', { class: 'bar' }, element('h2', {}, text(context)), search),
      this.#body,
    );
  }

  /** Shows the wanted page, or the error. */
  async load(): Promise<void> {
    try {
      await this.#show();
    } catch (error) {
      this.#body.replaceChildren(notice('error', ...explain(error)));
    }
  }

  async #show(): Promise<void> {
    const query = new URLSearchParams({ page: String(this.#page), search: this.#search });
    const path = `tenants/${this.tenantId}/records/${this.context}?${query.toString()}`;
    const { rows, total, pageSize } = await call<ShellPage & { pageSize: number }>('GET', path);
    this.#body.replaceChildren(
      rowTable(this.context, rows, this.open),
      this.#pager(Math.max(1, Math.ceil(total / pageSize))),
    );
  }

  #pager(pages: number): HTMLElement {
    const go = (page: number) => {
      this.#page = page;
      return this.load();
    };
    return element(
      'div',
      { class: 'pager' },
      actionButton('previous-page', text('previous'), () => go(this.#page - 1), {
        disabled: this.#page <= 1,
      }),
      element('span', {}, `${text('page')} ${this.#page} ${text('of')} ${pages}`),
      actionButton('next-page', text('next'), () => go(this.#page + 1), { disabled: this.#page >= pages }),
    );
  }
}

/** The heading of a record, or of the error in its place. */
export function recordHead(title: string, back: () => void): HTMLElement {
  return element(
    'div',
    { class: 'bar' },
    element('h2', {}, title),
    actionButton('back-to-list', text('backToList'), back),
  );
}

/** @returns one record with its sections */
export function recordDetail(
  context: PaneContext,
  record: ShellRecord,
  open: OpenRecord,
  back: () => void,
): HTMLElement {
  const values = Object.entries({ ...record.cells, ...record.fields }).filter(([, value]) => value !== null);
  return element(
    'section',
    { class: 'record', 'data-record': record.id },
    recordHead(record.title, back),
    element(
      'dl',
      {},
      ...values.flatMap(([name, value]) => [
        element('dt', {}, fieldName(name)),
        element('dd', {}, formatted(name, value)),
      ]),
    ),
    ...record.sections.map((section) =>
      element(
        'section',
        { 'data-section': section.context },
        element('h3', {}, text(section.context)),
        rowTable(section.context, section.rows, open, context),
      ),
    ),
  );
}

function rowTable(
  context: PaneContext,
  rows: ShellRow[],
  open: OpenRecord,
  within?: PaneContext,
): HTMLElement {
  if (rows.length === 0) return notice('info', text('empty'));
  const own: readonly string[] = shellColumns[context];
  // Rows inside a record may have values without a column in the list, such as a line item's quantity.
  const columns = within === undefined ? own : [...new Set([...own, ...Object.keys(rows[0]?.cells ?? {})])];
  const cell = (row: ShellRow, name: string, first: boolean) => {
    const value = formatted(name, row.cells[name] ?? null);
    const number = typeof row.cells[name] === 'number' ? 'number' : undefined;
    if (!first) return element('td', { class: number }, value);
    return element(
      'td',
      {},
      actionButton('open-record', value, () => open(context, row.id), { 'data-id': row.id }),
    );
  };
  const heading = (name: string) => {
    const number = rows.some((row) => typeof row.cells[name] === 'number');
    return element('th', { scope: 'col', class: number ? 'number' : undefined }, fieldName(name));
  };
  const line = (row: ShellRow) =>
    element('tr', {}, ...columns.map((name, index) => cell(row, name, index === 0)));
  return element(
    'div',
    { class: 'table' },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...columns.map(heading))),
      element('tbody', {}, ...rows.map(line)),
    ),
  );
}

const amount = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const count = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
/** Fields whose values are codes, with a text each. */
const codedNames = new Set(['paymentStatus']);
const amountNames = /^(price|total)/;
const instant = /^\d{4}-\d{2}-\d{2}T/;

function formatted(name: string, value: CellValue): string {
  if (value === null) return '–';
  if (codedNames.has(name)) return fieldName(String(value));
  if (typeof value === 'number') return (amountNames.test(name) ? amount : count).format(value);
  return instant.test(value) ? day.format(new Date(value)) : value;
}
