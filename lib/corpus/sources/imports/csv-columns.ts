import { readStamp } from '@/lib/core/article';

/** What a column of a table can be. `id` may be missing: then the place of the row is its name. */
export const tableFields = [
  'text',
  'title',
  'outlet',
  'url',
  'published',
  'byline',
  'summary',
  'language',
  'id',
] as const;
export type TableField = (typeof tableFields)[number];

/** Which column holds what, counted from 0; a field that is not named is not in the table. */
export type ColumnMap = Partial<Record<TableField, number>>;

/**
 * Names of columns in published collections of news, folded to letters and figures, likeliest first: English, then German,
 * French, Spanish, Italian, Portuguese and Dutch.
 */
const names: Readonly<Record<TableField, readonly string[]>> = {
  text: 'text content articletext fulltext maintext articlecontent articlebody articlecontents body article story inhalt volltext artikeltext contenu texte corps contenido texto cuerpo contenuto testo conteudo inhoud tekst'.split(
    ' ',
  ),
  title:
    'title headline articletitle heading head name uberschrift schlagzeile titel titre titulo titular titolo kop'.split(
      ' ',
    ),
  outlet:
    'outlet source publication publisher newspaper sourcename medianame media newsoutlet paper domain site website sourcedomain unit zeitung quelle medium journal fuente periodico medio fonte giornale jornal bron krant'.split(
      ' ',
    ),
  url: 'url link articleurl href address permalink canonical sourceurl weburl articlelink pageurl'.split(' '),
  published:
    'published date publishedat publishdate publisheddate pubdate datepublished publicationdate datepublish articledate datetime timestamp time day datum erscheinungsdatum datepublication fecha datapubblicazione'.split(
      ' ',
    ),
  byline: 'byline author authors writer journalist creator autor verfasser auteur autore'.split(' '),
  summary:
    'summary description abstract lead snippet standfirst teaser subtitle zusammenfassung resumen riassunto resumo'.split(
      ' ',
    ),
  language: 'language lang sprache langue idioma lingua taal'.split(' '),
  id: 'id articleid uid guid docid documentid uuid key index'.split(' '),
};

/** Longest cell, in UTF-16 units, that is a date and nothing else. */
const longestDate = 40;
/** A cell of this many UTF-16 units is running text. */
const runningText = 200;

/** Shorter cells are text too where they end as sentences do, which headlines do not; at least so many UTF-16 units. */
const shortText = 60;

/** Whether a table's first row names its columns: names are short and no addresses. */
export function isHeader(first: readonly string[]): boolean {
  return !first.some((cell) => cell.length > runningText || /^https?:/i.test(cell.trim()));
}

/**
 * Guesses which column holds what: by its name, else by what the first rows hold (addresses; dates; the longest texts; headlines).
 * The reader is shown the guess and may change it.
 */
export function guessColumns(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): ColumnMap {
  const map: ColumnMap = {};
  const free = new Set(Array.from({ length: widest(header, rows) }, (_, column) => column));
  const take = (field: TableField, column: number | undefined) => {
    if (column === undefined) return;
    map[field] = column;
    free.delete(column);
  };
  const folded = (header ?? []).map(foldedName);
  for (const field of tableFields) {
    const known = names[field].map((name) => folded.indexOf(name)).find((at) => at >= 0 && free.has(at));
    take(field, known);
  }
  const average = (column: number) => mean(rows.map((cells) => cells[column]?.length ?? 0));
  const looksLike = (column: number, shape: RegExp) =>
    rows.length > 0 && rows.every((cells) => shape.test(cells[column]?.trim() ?? ''));
  if (map.url === undefined)
    take(
      'url',
      [...free].find((column) => looksLike(column, /^https?:\/\//i)),
    );
  if (map.published === undefined)
    take(
      'published',
      [...free].find(
        (column) =>
          rows.length > 0 &&
          rows.every(
            (cells) =>
              readStamp(cells[column] ?? null, 'import') !== null &&
              (cells[column]?.length ?? 0) <= longestDate,
          ),
      ),
    );
  const byLength = () => [...free].sort((a, b) => average(b) - average(a));
  if (map.text === undefined)
    take(
      'text',
      byLength().find(
        (column) =>
          average(column) >= runningText || (average(column) >= shortText && endsAsText(rows, column)),
      ),
    );
  if (map.title === undefined) {
    take(
      'title',
      byLength().find((column) => average(column) >= 20 && average(column) < runningText),
    );
  }
  return map;
}

/** Most cells end as a sentence does, with or without a closing mark behind it. */
function endsAsText(rows: readonly (readonly string[])[], column: number): boolean {
  const ending = rows.filter((cells) => /[.!?…][\p{Pe}\p{Pf}"']?$/u.test(cells[column]?.trim() ?? ''));
  return ending.length > rows.length / 2;
}

/** A column's name without case, accents and marks. */
function foldedName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}

function widest(header: readonly string[] | null, rows: readonly (readonly string[])[]): number {
  return Math.max(0, header?.length ?? 0, ...rows.map((cells) => cells.length));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The record a row stands for, as a JSONL line would give it. */
export function recordOfRow(cells: readonly string[], map: ColumnMap, place: string): Record<string, string> {
  const entries = tableFields.flatMap((field) => {
    const column = map[field];
    const cell = column === undefined ? undefined : cells[column]?.trim();
    return cell ? [[field, cell] as const] : [];
  });
  return { id: place, text: '', ...Object.fromEntries(entries) };
}
