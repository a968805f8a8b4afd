const main = document.querySelector('main') ?? document.body;

/** Replaces the page's content by elements. */
export function show(...elements: HTMLElement[]): void {
  main.replaceChildren(...elements);
}

export function heading(content: string): HTMLElement {
  return labelled('h1', content);
}

export function failure(error: unknown): void {
  const shown = labelled('p', error instanceof Error ? error.message : String(error));
  shown.className = 'error';
  show(shown);
}

/** A record's simple values, by name, without nested objects. */
export function fields(values: Record<string, unknown>): HTMLElement {
  const list = document.createElement('dl');
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'object' || value === undefined) continue;
    const shown = labelled('dd', String(value));
    shown.dataset['field'] = name;
    list.append(labelled('dt', name), shown);
  }
  return list;
}

export function table(columns: readonly string[], rows: readonly Record<string, unknown>[]): HTMLElement {
  const made = document.createElement('table');
  const line = (tag: 'th' | 'td', cells: readonly string[]) => {
    const row = document.createElement('tr');
    row.append(...cells.map((cell) => labelled(tag, cell)));
    return row;
  };
  const body = rows.map((row) =>
    line(
      'td',
      columns.map((column) => String(row[column] ?? '')),
    ),
  );
  made.append(line('th', columns), ...body);
  return made;
}

function labelled(tag: string, content: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = content;
  return made;
}
