import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { printable } from './win-ansi.ts';

/** A document as it stands on paper: texts only, in the order they are read. */
export interface PrintedDocument {
  title: string;
  number: string;
  /** Lines of the sender's and the recipient's address. */
  sender: string[];
  recipient: string[];
  /** Facts beside the address, such as the date. */
  facts: (readonly [label: string, value: string])[];
  /** Headings of the table and its rows, all of the same length. */
  columns: string[];
  rows: string[][];
  /** Sums under the table. */
  totals: (readonly [label: string, value: string])[];
  remarks: string[];
}

/** A4 in points. */
const page = { width: 595, height: 842, margin: 50 };
const size = { text: 9, title: 16 };
const lineHeight = 13;
const rightEdge = page.width - page.margin;

/** Left edges of the columns by how many there are; the last columns are aligned to the right. */
const columnEdges: Readonly<Record<number, readonly number[]>> = {
  4: [50, 85, 180, 545],
  7: [50, 85, 180, 400, 455, 490, 545],
};
/** The first columns of a table read from the left. */
const leftColumns = 3;

/**
 * Sets a document in PDF: A4, as many pages as the table needs.
 * @returns the file's bytes
 */
export async function renderPdf(document: PrintedDocument): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(`${document.title} ${document.number}`);
  pdf.setProducer('jtl-platform-emulator');
  const regular = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const sheet = new Sheet(pdf, regular, bold);
  drawHead(sheet, document);
  drawTable(sheet, document);
  drawTotals(sheet, document);
  for (const remark of document.remarks) {
    sheet.down(1);
    for (const line of sheet.wrapped(remark, rightEdge - page.margin)) sheet.line(line);
  }
  return pdf.save();
}

/** Pages that are written from top to bottom. */
class Sheet {
  #page: PDFPage;
  #y = page.height - page.margin;

  constructor(
    private readonly pdf: PDFDocument,
    readonly regular: PDFFont,
    readonly bold: PDFFont,
  ) {
    this.#page = pdf.addPage([page.width, page.height]);
  }

  /** Moves down by so many lines, to a new page where this one ends. */
  down(lines: number): void {
    this.#y -= lines * lineHeight;
    if (this.#y >= page.margin) return;
    this.#page = this.pdf.addPage([page.width, page.height]);
    this.#y = page.height - page.margin;
  }

  /** Writes at the present height, from x on or up to it. */
  write(text: string, x: number, { font = this.regular, points = size.text, alignRight = false } = {}): void {
    const shown = printable(text, font);
    const left = alignRight ? x - font.widthOfTextAtSize(shown, points) : x;
    this.#page.drawText(shown, { x: left, y: this.#y, size: points, font });
  }

  line(text: string, font = this.regular): void {
    this.write(text, page.margin, { font });
    this.down(1);
  }

  rule(): void {
    const y = this.#y + lineHeight - 3;
    this.#page.drawLine({ start: { x: page.margin, y }, end: { x: rightEdge, y }, thickness: 0.5 });
  }

  /** @returns the text in lines of at most so many points */
  wrapped(text: string, width: number): string[] {
    const lines: string[] = [];
    for (const word of printable(text, this.regular).split(/\s+/)) {
      const last = lines.at(-1);
      const joined = last === undefined ? word : `${last} ${word}`;
      if (last !== undefined && this.regular.widthOfTextAtSize(joined, size.text) <= width)
        lines[lines.length - 1] = joined;
      else lines.push(word);
    }
    return lines;
  }
}

function drawHead(sheet: Sheet, { title, number, sender, recipient, facts }: PrintedDocument): void {
  sheet.line(sender.join(' · '));
  sheet.down(2);
  const height = Math.max(recipient.length, facts.length);
  for (let n = 0; n < height; n++) {
    sheet.write(recipient[n] ?? '', page.margin);
    const fact = facts[n];
    if (fact) {
      sheet.write(fact[0], 360);
      sheet.write(fact[1], rightEdge, { alignRight: true });
    }
    sheet.down(1);
  }
  sheet.down(2);
  sheet.write(`${title} ${number}`, page.margin, { font: sheet.bold, points: size.title });
  sheet.down(2);
}

function drawTable(sheet: Sheet, { columns, rows }: PrintedDocument): void {
  const edges = columnEdges[columns.length] ?? [];
  const nameWidth = (edges[leftColumns] ?? rightEdge) - (edges[2] ?? 0) - 60;
  drawRow(sheet, columns, edges, sheet.bold);
  sheet.rule();
  for (const row of rows) {
    const [first = '', ...more] = sheet.wrapped(row[2] ?? '', nameWidth);
    drawRow(sheet, row.with(2, first), edges, sheet.regular);
    for (const line of more) {
      sheet.write(line, edges[2] ?? page.margin);
      sheet.down(1);
    }
  }
  sheet.rule();
}

function drawRow(sheet: Sheet, cells: readonly string[], edges: readonly number[], font: PDFFont): void {
  cells.forEach((cell, n) => {
    sheet.write(cell, edges[n] ?? page.margin, { font, alignRight: n >= leftColumns });
  });
  sheet.down(1);
}

function drawTotals(sheet: Sheet, { totals }: PrintedDocument): void {
  totals.forEach(([label, value], n) => {
    const font = n === totals.length - 1 ? sheet.bold : sheet.regular;
    sheet.write(label, 360, { font });
    sheet.write(value, rightEdge, { font, alignRight: true });
    sheet.down(1);
  });
}
