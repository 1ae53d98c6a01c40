/** What a file is read as. */
export type ImportFormat = 'jsonl' | 'html' | 'txt';

const endings: readonly [ImportFormat, RegExp][] = [
  ['jsonl', /\.(?:jsonl|ndjson)$/i],
  ['html', /\.(?:html?|xhtml)$/i],
  ['txt', /\.(?:txt|text|md)$/i],
];

/**
 * Tells a file's format by its name; where the name says nothing or "text", its beginning decides.
 * `null` when neither is plain: guessing would make an article of a table or a programme.
 */
export function formatOf(name: string, text: string): ImportFormat | null {
  const named = endings.find(([, ending]) => ending.test(name))?.[0] ?? null;
  if (named === 'jsonl' || named === 'html') return named;
  return beginningOf(text) ?? named;
}

function beginningOf(text: string): ImportFormat | null {
  const head = text.slice(0, 1_000).trimStart().toLowerCase();
  if (/^(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!doctype html|<html)\b/.test(head)) return 'html';
  if (/^\{\s{0,100}"/.test(head)) return 'jsonl';
  return null;
}
