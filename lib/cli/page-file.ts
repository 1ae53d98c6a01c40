import type { ReadingOutcome } from '@/lib/core/article';
import { openText } from '@/lib/corpus/sources/imports';
import { BadInput } from './bad-input';
import { readWhole } from './files';
import { importDeps } from './inputs';

/** Checks an address given by `--url`. */
export function pageAddress(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (/^https?:\/\//i.test(given) && URL.canParse(given)) return given;
  throw new BadInput('--url', `${JSON.stringify(given)} is no web address. Give it whole, with https://.`);
}

/** Reads one saved page or text file; what it is not an article for is an outcome, what cannot be read is bad input. */
export async function readPageFileAt(file: string, url: string | null, now: Date): Promise<ReadingOutcome> {
  const opened = openText({ name: file.replace(/\.gz$/i, ''), bytes: await readWhole(file) });
  if ('why' in opened) throw new BadInput(file, opened.why);
  const { content, format } = opened;
  const deps = importDeps(now);
  switch (format) {
    case 'html':
      return deps.readHtml(content, url);
    case 'txt':
      return withAddress(deps.readPlainText(file, content), url);
    case 'jsonl':
    case 'csv':
      throw new BadInput(
        file,
        'this file holds article records, not a page. Name a page (.html) or a text (.txt).',
      );
  }
}

/** A text file with the address it was saved from: it states none, or another than the one given. */
function withAddress(outcome: ReadingOutcome, url: string | null): ReadingOutcome {
  if (outcome.status !== 'read' || url === null) return outcome;
  const { reading } = outcome;
  return { status: 'read', reading: { ...reading, article: { ...reading.article, url } } };
}
