/** What a file of text is read as. */
export type TextFormat = 'jsonl' | 'csv' | 'html' | 'txt';
/** What a file is read as, once unpacked; a zip file holds more files. */
export type ImportFormat = TextFormat | 'warc' | 'zip';

const endings: readonly [TextFormat, RegExp][] = [
  ['jsonl', /\.(?:jsonl|ndjson)$/i],
  ['csv', /\.(?:csv|tsv)$/i],
  ['html', /\.(?:html?|xhtml)$/i],
  ['txt', /\.(?:txt|text|md)$/i],
];

/**
 * Tells a text file's format by its name; where the name says nothing or "text", its beginning decides.
 * `null` when neither is plain: guessing would make an article of a programme.
 */
export function formatOf(name: string, text: string): TextFormat | null {
  const named = endings.find(([, ending]) => ending.test(name))?.[0] ?? null;
  if (named !== null && named !== 'txt') return named;
  return beginningOf(text) ?? named;
}

/** The same for any file, by the bytes it begins with: archives are told by their marks, whatever they are called. */
export function formatOfBytes(name: string, head: Uint8Array): ImportFormat | null {
  const start = new TextDecoder('windows-1252').decode(head);
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return 'zip';
  if (/^WARC\/\d/.test(start)) return 'warc';
  return formatOf(
    name,
    start.replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '').replaceAll('\0', ''),
  );
}

/** By its first two bytes (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function beginningOf(text: string): TextFormat | null {
  const head = text.slice(0, 1_000).trimStart().toLowerCase();
  if (/^(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!doctype html|<html)\b/.test(head)) return 'html';
  if (/^\{\s{0,100}"/.test(head)) return 'jsonl';
  return null;
}
