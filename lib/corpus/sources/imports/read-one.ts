import { bareReading, type NotAnArticle } from '@/lib/core/article';
import { readCredits } from '@/lib/core/provenance';
import { type RecordOutcome, readRecord, recordOf } from './record';
import type { ArticleFound, ImportDeps, ImportedArticle, Refused } from './types';

/** What a reader may import, for messages. */
export const readable =
  'Refrain reads .jsonl (one article a line), .csv, .html, .txt and .warc files, and .zip and .gz files of these';

/** The article with the credits that its page or record gives. */
export function withCredits(found: ArticleFound): ImportedArticle {
  return { ...found, credits: readCredits(found.reading) };
}

/** Reads one record of a JSONL file, without its credits. `line` counts from 1. */
export function readLine(name: string, line: number, text: string): ArticleFound | Refused {
  return foundIn(`${name}, line ${line}`, readRecord(text));
}

/** Reads one row of a table, as the record it stands for. */
export function readRow(where: string, record: unknown): ArticleFound | Refused {
  return foundIn(where, recordOf(record));
}

function foundIn(where: string, outcome: RecordOutcome): ArticleFound | Refused {
  if (outcome.status === 'refused') return { where, why: outcome.why };
  const { record } = outcome;
  const held = record.article.text === '' ? 'headline-only' : 'text';
  return { ...record, reading: bareReading(record.article), held, where };
}

/** Reads one page or text file whose format is told, without its credits. `url` is where the page stood, if that is known. */
export function readPageFile(
  name: string,
  content: string,
  format: 'html' | 'txt',
  deps: ImportDeps,
  url: string | null = null,
): ArticleFound | Refused {
  const outcome = format === 'html' ? deps.readHtml(content, url) : deps.readPlainText(name, content);
  if (outcome.status === 'not-an-article') return { where: name, why: whyNoArticle[outcome.because] };
  const { article } = outcome.reading;
  return {
    article,
    reading: outcome.reading,
    held: 'text',
    summary: null,
    publishedAsPrinted: article.published?.at ?? null,
    extra: {},
    where: name,
  };
}

/** Whether reading a record or file gave no article. */
export function isRefused(outcome: ArticleFound | Refused): outcome is Refused {
  return 'why' in outcome;
}

/** Why a second record of one id is not taken. `before`: where the first one stands. */
export function sameId(id: string, before: string): string {
  const shown = id.length > 60 ? `${id.slice(0, 60)}…` : id;
  return `the id ${JSON.stringify(shown)} was used before (${before}). Give every article an id of its own.`;
}

const whyNoArticle: Readonly<Record<NotAnArticle, string>> = {
  'no-text': 'no article text was found in the file. Save the article page itself.',
  'list-page': 'this is a list of articles, not one article. Save the article page itself.',
  'consent-wall': 'this is a consent page, not the article behind it. Save the page after answering it.',
  'bot-check': 'this is a check against robots, not the article behind it. Save the page after passing it.',
  'error-page': 'this is an error page, not an article. Save the article page itself.',
  'unsupported-page': 'this kind of page cannot be read. Save the article as HTML or text.',
};
