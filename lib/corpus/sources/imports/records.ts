import { BrokenFile } from './broken-file';
import { type Chunks, lookAhead, wholeOf } from './chunks';
import { type ColumnMap, guessColumns, isHeader, recordOfRow } from './csv-columns';
import { type TableRow, tableRows } from './csv-rows';
import { decodeText } from './decode';
import { formatOfBytes, isGzip } from './format';
import { unpacked } from './gunzip';
import { readable, readLine, readPageFile, readRow } from './read-one';
import { linesIn } from './text-lines';
import type { ArticleFound, ImportDeps, Refused } from './types';
import { pagesInWarc } from './warc-pages';
import { zipEntries } from './zip-entries';

/** A record where it lies in its file. Reading it costs; an import that goes on later passes over those it has had. */
export interface FileRecord {
  where: string;
  read(): ArticleFound | Refused;
  /** A page that nobody chose by itself: a crawl holds many that are no articles. */
  crawled?: true;
}

export interface StreamedFile {
  name: string;
  chunks: Chunks;
  /** Which column of a table holds what, where the reader said so; else it is guessed. */
  columns?: ColumnMap | undefined;
}

/** Longest page or text file, in bytes. */
const longestFile = 64 * 1024 * 1024;
/** Bytes a file's format is told by. */
const toldBy = 4_096;

/**
 * The records of a file of any format that is read: article records (JSONL, CSV), pages (HTML, text), archives of pages
 * (WARC) and zip files of all these, each also as gzip. Memory stays flat however large the file is. What cannot be read
 * is a record that reads as refused, and the rest goes on; the same file gives the same records.
 */
export async function* recordsIn(file: StreamedFile, deps: ImportDeps): AsyncGenerator<FileRecord> {
  let found = false;
  for await (const record of withRest(file, deps, 'outermost')) {
    found = true;
    yield record;
  }
  if (!found) yield refusal(file.name, 'the file holds no article. Choose a file that holds articles.');
}

type Depth = 'outermost' | 'in-zip';

/** The records of a file up to where it is broken, and last the reason why there are no more. */
async function* withRest(file: StreamedFile, deps: ImportDeps, depth: Depth): AsyncGenerator<FileRecord> {
  try {
    yield* recordsWithin(file, deps, depth);
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    yield refusal(file.name, error.message);
  }
}

async function* recordsWithin(
  { name, chunks, columns }: StreamedFile,
  deps: ImportDeps,
  depth: Depth,
): AsyncGenerator<FileRecord> {
  const { head, all } = await lookAhead(chunks, toldBy);
  if (isGzip(head)) {
    const inner = { name: name.replace(/\.gz$/i, ''), chunks: unpacked(all), columns };
    return yield* recordsWithin(inner, deps, depth);
  }
  switch (formatOfBytes(name, head)) {
    case 'jsonl':
      return yield* lineRecords(name, all);
    case 'csv':
      return yield* rowRecords(name, all, columns);
    case 'warc':
      return yield* warcRecords(name, all, deps);
    case 'zip':
      if (depth === 'outermost') return yield* zipRecords(name, all, columns, deps);
      return yield refusal(
        name,
        'a zip file within a zip file is not opened. Unpack it, and import its files.',
      );
    case 'html':
      return yield await pageRecord(name, 'html', all, deps);
    case 'txt':
      return yield await pageRecord(name, 'txt', all, deps);
    default:
      return yield refusal(name, `the format of the file is not known. ${readable}.`);
  }
}

function refusal(where: string, why: string): FileRecord {
  return { where, read: () => ({ where, why }) };
}

async function* lineRecords(name: string, chunks: Chunks): AsyncGenerator<FileRecord> {
  for await (const { number, text } of linesIn(chunks)) {
    const where = `${name}, line ${number}`;
    if (text === null)
      yield refusal(where, 'the line is longer than any article. Put one article on each line.');
    else if (text.trim() !== '') yield { where, read: () => readLine(name, number, text) };
  }
}

/** Rows looked at before the columns are guessed. */
const sampleRows = 20;

/** The header of a table, its first rows and the columns as guessed; `rows` are all rows of articles. */
async function openTable(chunks: Chunks): Promise<{
  header: string[] | null;
  sample: string[][];
  guessed: ColumnMap;
  rows: AsyncGenerator<TableRow>;
}> {
  const source = tableRows(chunks);
  const { first, broken } = await firstRows(source);
  if (broken !== null && first.length === 0) throw broken;
  const header = first[0] && isHeader(first[0].cells) ? first[0].cells : null;
  const sampled = header === null ? first : first.slice(1);
  const sample = sampled.map(({ cells }) => cells);
  const rows = (async function* () {
    yield* sampled;
    if (broken !== null) throw broken;
    yield* source;
  })();
  return { header, sample, guessed: guessColumns(header, sample), rows };
}

/** Columns of a table with what its first row of articles has in them, and what each is taken for; `null` for other files. */
export async function tableOf({ name, chunks }: Pick<StreamedFile, 'name' | 'chunks'>): Promise<{
  columns: { name: string; sample: string }[];
  map: ColumnMap;
} | null> {
  const { head, all } = await lookAhead(chunks, toldBy);
  if (isGzip(head)) return tableOf({ name: name.replace(/\.gz$/i, ''), chunks: unpacked(all) });
  if (formatOfBytes(name, head) !== 'csv') return null;
  try {
    const { header, sample, guessed } = await openTable(all);
    const width = Math.max(header?.length ?? 0, ...sample.map((cells) => cells.length));
    const columns = Array.from({ length: width }, (_, at) => ({
      name: header?.[at]?.trim() || String(at + 1),
      sample: sample[0]?.[at]?.trim().slice(0, shownOfCell) ?? '',
    }));
    return { columns, map: guessed };
  } catch (error) {
    // Its records say in words what is wrong with it.
    if (error instanceof BrokenFile) return null;
    throw error;
  }
}

const shownOfCell = 60;

/** A table that breaks within its first rows still has those before. */
async function firstRows(
  source: AsyncGenerator<TableRow>,
): Promise<{ first: TableRow[]; broken: BrokenFile | null }> {
  const first: TableRow[] = [];
  try {
    while (first.length <= sampleRows) {
      const next = await source.next();
      if (next.done) break;
      first.push(next.value);
    }
  } catch (error) {
    if (error instanceof BrokenFile) return { first, broken: error };
    throw error;
  }
  return { first, broken: null };
}

async function* rowRecords(
  name: string,
  chunks: Chunks,
  columns: ColumnMap | undefined,
): AsyncGenerator<FileRecord> {
  const { rows, guessed } = await openTable(chunks);
  const map = columns ?? guessed;
  if (map.text === undefined && map.title === undefined)
    return yield refusal(name, 'no column of the table holds texts or headlines. Say which one does.');
  for await (const { number, cells } of rows) {
    const where = `${name}, row ${number}`;
    yield { where, read: () => readRow(where, recordOfRow(cells, map, where)) };
  }
}

async function* warcRecords(name: string, chunks: Chunks, deps: ImportDeps): AsyncGenerator<FileRecord> {
  for await (const { url, bytes, charset } of pagesInWarc(chunks)) {
    const where = `${name}, ${url}`;
    const text = bytes && decodeText(bytes, charset);
    const read = () =>
      text === null
        ? { where, why: 'the stored page is too long, or no text. It was passed over.' }
        : readPageFile(where, text, 'html', deps, url);
    yield { where, read, crawled: true };
  }
}

async function* zipRecords(
  name: string,
  chunks: Chunks,
  columns: ColumnMap | undefined,
  deps: ImportDeps,
): AsyncGenerator<FileRecord> {
  for await (const entry of zipEntries(chunks)) {
    yield* withRest({ name: `${name} › ${entry.name}`, chunks: entry.chunks, columns }, deps, 'in-zip');
  }
}

async function pageRecord(
  name: string,
  format: 'html' | 'txt',
  chunks: Chunks,
  deps: ImportDeps,
): Promise<FileRecord> {
  const bytes = await wholeOf(chunks, longestFile);
  if (bytes === null) return refusal(name, 'the file is larger than 64 MB. Split it, or cut it.');
  const text = decodeText(bytes);
  if (text === null) return refusal(name, `the file is not text. ${readable}.`);
  if (text.trim() === '') return refusal(name, 'the file is empty. Choose one that holds an article.');
  return { where: name, read: () => readPageFile(name, text, format, deps) };
}
