/** The output of a command. */
export interface Output {
  /** Lines for people. */
  line(text: string): void;
  /** One value for scripts, or the control API's body with `--json`. */
  bare(body: unknown, value: string): void;
  /** A table for people, or the control API's body with `--json`. */
  show(body: unknown, table: () => string[][]): void;
  /** The same with several tables. */
  showAll(body: unknown, tables: () => string[][][]): void;
}

/** @param json true: bodies instead of tables */
export function outputTo(write: (text: string) => void, json: boolean): Output {
  const showAll = (body: unknown, tables: () => string[][][]) => {
    write(json ? `${JSON.stringify(body, null, 2)}\n` : tables().map(formatTable).join('\n'));
  };
  return {
    line: (text) => {
      write(`${text}\n`);
    },
    bare: (body, value) => {
      write(`${json ? JSON.stringify(body, null, 2) : value}\n`);
    },
    show: (body, table) => {
      showAll(body, () => [table()]);
    },
    showAll,
  };
}

/**
 * @param rows the first one is the heading
 * @returns aligned columns, one row a line
 */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
