import Papa from 'papaparse';
import { BrokenFile } from './broken-file';
import type { Chunks } from './chunks';
import { textPieces } from './text-lines';

/** A table with more columns is no list of articles. */
const mostColumns = 200;
/** Longest row in UTF-16 units; beyond it a quotation mark was opened and never closed. */
const longestRow = 4_000_000;

/** A row of a table; numbers count from 1, the first is mostly the header. */
export interface TableRow {
  number: number;
  cells: string[];
}

/**
 * The rows of a CSV or TSV file as they come. Separator and line ends are guessed from its beginning; quoted cells may hold
 * both. Rows of no words are passed over.
 *
 * @throws BrokenFile when the table is too wide, or a quotation mark is never closed.
 */
export async function* tableRows(chunks: Chunks): AsyncGenerator<TableRow> {
  let parser: Papa.Parser | null = null;
  let open = '';
  let number = 0;
  const rowsIn = (text: string, isLast: boolean): TableRow[] => {
    parser ??= parserFor(text);
    const { data, meta }: Papa.ParseResult<string[]> = parser.parse(text, 0, !isLast);
    open = isLast ? '' : text.slice(meta.cursor);
    return data.flatMap((cells) => {
      number += 1;
      return cells.some((cell) => cell.trim() !== '') ? [{ number, cells }] : [];
    });
  };
  for await (const piece of textPieces(chunks)) {
    if (piece === null || open.length > longestRow) throw new BrokenFile(unclosed(number + 1));
    for (const row of rowsIn(open + piece, false)) yield checked(row);
  }
  if (open !== '') for (const row of rowsIn(open, true)) yield checked(row);
}

function checked(row: TableRow): TableRow {
  if (row.cells.length <= mostColumns) return row;
  throw new BrokenFile(
    `row ${row.number} has ${row.cells.length} columns; a table of articles has at most ${mostColumns}. Choose a table with one article in each row.`,
  );
}

function unclosed(number: number): string {
  return `row ${number} has no end; a quotation mark in it may be open. Close it, and import the file again: what was read before is not taken twice.`;
}

/** How much of a table its separator is guessed from, in UTF-16 units. */
const guessedFrom = 100_000;

function parserFor(text: string): Papa.Parser {
  const { meta } = Papa.parse<string[]>(text.slice(0, guessedFrom), { preview: 20 });
  const newline = meta.linebreak === '\r\n' || meta.linebreak === '\r' ? meta.linebreak : '\n';
  return new Papa.Parser({ delimiter: meta.delimiter, newline });
}
