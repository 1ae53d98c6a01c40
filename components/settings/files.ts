import { type Ask, wordsOf } from '@/components/ui';
import type { ImportResult } from '@/lib/app/messaging';
import type { Say } from '@/lib/core/report';

/** The largest file taken in one go, in bytes: it travels to the background as one message (browsers allow 64 MB). */
const LARGEST_FILE = 32_000_000;

interface Importing {
  ask: Ask;
  say: Say;
  /** A file's text by whatever charset it is in; `null` when it is no text at all. */
  readText: (file: File) => Promise<string | null>;
}

/** Imports files one after the other; a file that cannot even be sent is refused with its reason, the others still go in. */
export async function importFiles(
  { ask, say, readText }: Importing,
  files: File[],
): Promise<{ name: string; result: ImportResult }[]> {
  const results: { name: string; result: ImportResult }[] = [];
  for (const file of files)
    results.push({ name: file.name, result: await importOne({ ask, say, readText }, file) });
  return results;
}

async function importOne({ ask, say, readText }: Importing, file: File): Promise<ImportResult> {
  const refuse = (why: string): ImportResult => ({
    added: 0,
    revised: 0,
    unchanged: 0,
    refused: [{ where: file.name, why }],
  });
  if (file.size === 0) return refuse(say('options_import_empty'));
  if (file.size > LARGEST_FILE) return refuse(say('options_import_large', LARGEST_FILE / 1_000_000));
  try {
    const text = await readText(file);
    return text === null
      ? refuse(say('options_import_not_text'))
      : await ask('importFile', { name: file.name, text });
  } catch (error) {
    return refuse(wordsOf(error));
  }
}

/** The whole library as one JSON Lines file, fetched part by part. */
export async function exportLibrary(ask: Ask): Promise<Blob> {
  const parts: string[] = [];
  let cursor: number | null = 0;
  while (cursor !== null) {
    const { jsonl, next }: { jsonl: string; next: number | null } = await ask('exportPart', cursor);
    parts.push(jsonl);
    cursor = next;
  }
  return new Blob(parts, { type: 'application/x-ndjson' });
}
