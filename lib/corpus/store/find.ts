import type { CorpusReader, HeldArticle } from '@/lib/core/matching/types';
import { type Connection, keyedRows } from './connection';
import { addressTerm, idKey, isHidden, olderUrlKey, packKey, urlKey } from './rows/article-row';
import { heldIn, heldOf, readRow } from './rows/row-codec';
import { unpackText } from './rows/text-codec';
import type { SharedRead } from './shared-read';
import { readableState } from './state';

/** The live article with this id, else the latest one at this address, of a pack where the reader has none of their own. */
export async function findArticle(
  connection: Connection,
  reader: Pick<CorpusReader, 'termPostings' | 'articles'>,
  idOrUrl: string,
): Promise<HeldArticle | null> {
  const isWanted = ({ id, url }: HeldArticle) => id === idOrUrl || url === idOrUrl;
  const found = await findByIndex(connection, idOrUrl, isWanted);
  if (found) return found;
  const [postings] = await reader.termPostings(Uint32Array.of(addressTerm(idOrUrl)));
  return (await reader.articles([...(postings?.refs ?? [])])).findLast(isWanted) ?? null;
}

/** Articles looked at under one key: of packs several may have one address, and two addresses one number. */
const mostOfOneKey = 100;

/** One of the reader's own, or of a pack that came to an older version. */
function findByIndex(
  connection: Connection,
  idOrUrl: string,
  isWanted: (article: HeldArticle) => boolean,
): Promise<HeldArticle | null> {
  return connection.read(['state', 'articles'], async (tx) => {
    const state = readableState(await tx.objectStore('state').get('library'));
    const index = tx.objectStore('articles').index('address');
    for (const key of [idKey(idOrUrl), urlKey(idOrUrl), olderUrlKey(idOrUrl), packKey(idOrUrl)]) {
      const found = (await keyedRows(index, key, mostOfOneKey)).flatMap(([ref, stored]) => {
        const row = readRow(stored);
        return row === null || isHidden(row, state) ? [] : heldOf(ref, row);
      });
      const article = found.findLast(isWanted);
      if (article) return article;
    }
    return null;
  });
}

/** All revisions under an id, oldest first; one whose text is not held or cannot be read has `null`. */
export async function revisionsOf(
  read: SharedRead,
  id: string,
): Promise<{ article: HeldArticle; text: string | null }[]> {
  const found = await read(async (tx) => {
    const articles = tx.objectStore('articles');
    const key = idKey(id);
    const [older, live] = await Promise.all([
      keyedRows(articles.index('history'), key),
      keyedRows(articles.index('address'), key),
    ]);
    const held = [...older, ...live].flatMap(([ref, row]) => heldIn(ref, row) ?? []);
    const bodies = tx.objectStore('bodies');
    return Promise.all(held.map(async (article) => ({ article, body: await bodies.get(article.ref) })));
  });
  return found
    .map(({ article, body }) => ({ article, text: unpackText(body) }))
    .sort((a, b) => a.article.revision - b.article.revision);
}
