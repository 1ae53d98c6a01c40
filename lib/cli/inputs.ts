import { type Article, readPlainText } from '@/lib/core/article';
import {
  type ArticleFound,
  type ImportDeps,
  isRefused,
  readLine,
  recordsIn,
  sameId,
} from '@/lib/corpus/sources/imports';
import { BadInput } from './bad-input';
import { bytesOf, changedAt, filesAt, linesOf, standardInput } from './files';
import { pageReader } from './read-pages';

/** An article with the file it came from and when that file was last changed. */
export interface InputArticle extends ArticleFound {
  file: string;
  changed: Date;
}

/** How files are read here: pages by linkedom, text files by their own rules. */
export function importDeps(now: Date): ImportDeps {
  return {
    readHtml: pageReader(now),
    readPlainText,
  };
}

/**
 * The articles of files and folders, one at a time: records line by line or row by row, pages and texts one a file,
 * archives page by page. `passedOver` is told of the pages of a crawl that are no articles, or come again.
 * Each id stands once; a page without an address of its own goes by its file's name.
 *
 * @throws BadInput at the first record or file that cannot be used: a collection with holes would answer wrongly.
 */
export async function* inputArticles(
  given: readonly string[],
  now: Date,
  passedOver: (where: string) => void = () => undefined,
): AsyncGenerator<InputArticle> {
  const ids = new Map<string, string>();
  let any = false;
  for (const one of given) {
    for await (const file of filesAt(one)) {
      const changed = await changedAt(file, now);
      for await (const { found: article, crawled } of articlesIn(file, now, passedOver)) {
        const { id } = article.article;
        const before = ids.get(id);
        if (before !== undefined && crawled) {
          passedOver(article.where);
          continue;
        }
        if (before !== undefined) throw new BadInput(article.where, sameId(id, before));
        ids.set(id, article.where);
        any = true;
        yield { ...article, file, changed };
      }
    }
  }
  if (!any) throw new BadInput(given.join(', '), 'the file is empty. Choose a file that holds articles.');
}

/** Names that are read as JSONL without looking further: a pipe has no telling name and can be looked at only once. */
const recordsName = /\.(?:jsonl|ndjson|json)(?:\.gz)?$|^\/dev\/|^-$/i;

async function* articlesIn(
  file: string,
  now: Date,
  passedOver: (where: string) => void,
): AsyncGenerator<{ found: ArticleFound; crawled: boolean }> {
  if (recordsName.test(file)) {
    for await (const found of recordsOf(file)) yield { found, crawled: false };
    return;
  }
  const chunks = bytesOf(file);
  for await (const record of recordsIn({ name: file.replace(/\.gz$/i, ''), chunks }, importDeps(now))) {
    const found = record.read();
    if (!isRefused(found)) yield { found: named(found), crawled: record.crawled === true };
    else if (record.crawled) passedOver(found.where);
    else throw new BadInput(found.where, found.why);
  }
}

/** A page without an address of its own goes by its place: the digest of its text would be no name for people. */
function named(found: ArticleFound): ArticleFound {
  if (found.article.url !== null || !found.article.id.startsWith('text:')) return found;
  const article = { ...found.article, id: found.where };
  return { ...found, article, reading: { ...found.reading, article } };
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
