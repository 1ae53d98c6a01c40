import { type Article, readPlainText } from '@/lib/core/article';
import {
  type ArticleFound,
  type ImportDeps,
  isRefused,
  openImport,
  readLine,
  readPageFile,
  sameId,
} from '@/lib/corpus/sources/imports';
import { readHtml } from '@/lib/page/read-html';
import { BadInput } from './bad-input';
import { changedAt, filesAt, linesOf, readWhole, standardInput } from './files';

/** An article with the file it came from and when that file was last changed. */
export interface InputArticle extends ArticleFound {
  file: string;
  changed: Date;
}

/** How files are read here: pages by linkedom, text files by their own rules. */
export function importDeps(now: Date): ImportDeps {
  return {
    readHtml: (html, url) => readHtml(html, { url, now: now.getTime() }),
    readPlainText,
  };
}

/**
 * The articles of files and folders, one at a time: JSONL line by line, pages and texts one a file.
 * Each id stands once; a page without an address of its own goes by its file's name.
 *
 * @throws BadInput at the first record or file that cannot be used: a collection with holes would answer wrongly.
 */
export async function* inputArticles(given: readonly string[], now: Date): AsyncGenerator<InputArticle> {
  const ids = new Map<string, string>();
  let found = false;
  for (const one of given) {
    for await (const file of filesAt(one)) {
      const changed = await changedAt(file, now);
      for await (const article of articlesIn(file, now)) {
        const { id } = article.article;
        const before = ids.get(id);
        if (before !== undefined) throw new BadInput(article.where, sameId(id, before));
        ids.set(id, article.where);
        found = true;
        yield { ...article, file, changed };
      }
    }
  }
  if (!found) throw new BadInput(given.join(', '), 'the file is empty. Choose a file that holds articles.');
}

/** Names that are read as JSONL without looking further: a pipe has no telling name and can be looked at only once. */
const recordsName = /\.(?:jsonl|ndjson|json)(?:\.gz)?$|^\/dev\/|^-$/i;

async function* articlesIn(file: string, now: Date): AsyncGenerator<ArticleFound> {
  if (recordsName.test(file)) {
    yield* recordsOf(file);
    return;
  }
  const opened = openImport({ name: file.replace(/\.gz$/i, ''), bytes: await readWhole(file) });
  if ('why' in opened) throw new BadInput(file, opened.why);
  if (opened.format === 'jsonl') {
    yield* recordsOf(file);
    return;
  }
  const found = readPageFile(file, opened.content, opened.format, importDeps(now));
  if (isRefused(found)) throw new BadInput(found.where, found.why);
  const article = found.article.url === null ? { ...found.article, id: file } : found.article;
  yield { ...found, article, reading: { ...found.reading, article } };
}

async function* recordsOf(file: string): AsyncGenerator<ArticleFound> {
  const name = file === standardInput ? 'standard input' : file;
  for await (const { number, text } of linesOf(file)) {
    const found = readLine(name, number, text);
    if (isRefused(found)) throw new BadInput(found.where, found.why);
    yield found;
  }
}

/** The articles alone, for what asks of a collection as a whole. */
export async function* articlesOnly(given: readonly string[], now: Date): AsyncGenerator<Article> {
  for await (const { article } of inputArticles(given, now)) yield article;
}
