import type { NotAnArticle } from '@/lib/core/article';
import { readCredits } from '@/lib/core/provenance';
import { decodeText } from './decode';
import { formatOf, type ImportFormat } from './format';
import { readingOfRecord } from './reading-of-record';
import { readRecord } from './record';
import type { ArticleFound, ImportDeps, ImportedArticle, ImportFile, ImportOutcome, Refused } from './types';

/** What a reader may import, for messages. */
const readable = 'Refrain reads .jsonl (one article a line), .html and .txt files';

/**
 * Reads the articles of one file; its format is told by name and content. Bad records are refused one by one, each with
 * its line and what to do, and the rest is read. Nothing is kept: the caller adds the articles to its library.
 */
export function readImport(file: ImportFile, deps: ImportDeps): ImportOutcome {
  const opened = openImport(file);
  if ('why' in opened) return { articles: [], refused: [opened] };
  const { content, format } = opened;
  if (format === 'jsonl') return readLines(file.name, content);
  const found = readPageFile(file.name, content, format, deps);
  return isRefused(found)
    ? { articles: [], refused: [found] }
    : { articles: [withCredits(found)], refused: [] };
}

function withCredits(found: ArticleFound): ImportedArticle {
  const { article, lines, metadata } = found.reading;
  return { ...found, credits: readCredits(article, lines, metadata) };
}

/** Reads one record of a JSONL file, without its credits. `line` counts from 1. */
export function readLine(name: string, line: number, text: string): ArticleFound | Refused {
  const where = `${name}, line ${line}`;
  const outcome = readRecord(text);
  if (outcome.status === 'refused') return { where, why: outcome.why };
  const { record } = outcome;
  const held = record.article.text === '' ? 'headline-only' : 'text';
  return { ...record, reading: readingOfRecord(record.article), held, where };
}

/** Reads one page or text file whose format is told, without its credits. */
export function readPageFile(
  name: string,
  content: string,
  format: Exclude<ImportFormat, 'jsonl'>,
  deps: ImportDeps,
): ArticleFound | Refused {
  const outcome = format === 'html' ? deps.readHtml(content, null) : deps.readPlainText(name, content);
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

/** Decodes a file and tells its format; what cannot be read is refused in words. */
export function openImport(file: ImportFile): { content: string; format: ImportFormat } | Refused {
  const text = 'text' in file ? file.text : decodeText(file.bytes);
  if (text === null) return { where: file.name, why: `the file is not text. ${readable}.` };
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.trim() === '') {
    return { where: file.name, why: 'the file is empty. Choose a file that holds articles.' };
  }
  const format = formatOf(file.name, content);
  if (format === null) {
    return { where: file.name, why: `the format of the file is not known. ${readable}.` };
  }
  return { content, format };
}

function readLines(name: string, content: string): ImportOutcome {
  const outcome: ImportOutcome = { articles: [], refused: [] };
  const lines = new Map<string, number>();
  let number = 0;
  for (const line of content.split('\n')) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readLine(name, number, line);
    if (isRefused(read)) {
      outcome.refused.push(read);
      continue;
    }
    const before = lines.get(read.article.id);
    if (before === undefined) {
      lines.set(read.article.id, number);
      outcome.articles.push(withCredits(read));
    } else outcome.refused.push({ where: read.where, why: sameId(read.article.id, before) });
  }
  return outcome;
}

/** Why a second record of one id is not taken. */
export function sameId(id: string, line: number | string): string {
  const shown = id.length > 60 ? `${id.slice(0, 60)}…` : id;
  const place = typeof line === 'number' ? `line ${line}` : line;
  return `the id ${JSON.stringify(shown)} was used before (${place}). Give every article an id of its own.`;
}

const whyNoArticle: Readonly<Record<NotAnArticle, string>> = {
  'no-text': 'no article text was found in the file. Save the article page itself.',
  'list-page': 'this is a list of articles, not one article. Save the article page itself.',
  'consent-wall': 'this is a consent page, not the article behind it. Save the page after answering it.',
  'bot-check': 'this is a check against robots, not the article behind it. Save the page after passing it.',
  'error-page': 'this is an error page, not an article. Save the article page itself.',
  'unsupported-page': 'this kind of page cannot be read. Save the article as HTML or text.',
};
