import type {
  LibraryCounts,
  LibraryHealth,
  LibraryHit,
  PackSelection,
  SearchFilter,
} from '@/lib/app/messaging';
import { type Article, readPlainText } from '@/lib/core/article';
import { type CorpusReader, type HeldArticle, prepareArticle } from '@/lib/core/matching';
import type { Credit } from '@/lib/core/provenance';
import type { ImportDeps } from '@/lib/corpus/sources/imports';
import {
  type Added,
  type Library,
  type LibraryDeps,
  openLibrary,
  type PackShelf,
  type Selected,
} from '@/lib/corpus/store';
import { readHtml } from '@/lib/page/read-html';
import { latch, sentinel } from './library-memory';

/** As many are made ready and stored at once; between them questions are answered. */
const batch = 256;
const exportBytes = 500_000;
const hitsShown = 20;

/** An article on its way into the library, from wherever it comes. */
interface Arrived {
  article: Article;
  credits: Credit[];
  summary: string | null;
}

/** Everything the reader does with the library. It is opened when it is first needed. */
export function libraryDesk(now: () => Date, open: (deps: LibraryDeps) => Promise<Library> = openLibrary) {
  let opening: Promise<Library> | null = null;

  function library(): Promise<Library> {
    opening ??= open({ now, sentinel: sentinel(), latch: latch() }).catch((error) => {
      // Not for ever: what kept it from opening may be gone at the next question.
      opening = null;
      throw error;
    });
    return opening;
  }

  async function counts(): Promise<LibraryCounts> {
    const open = await library();
    return { ...(await open.counts()), lost: open.lost };
  }

  async function take(articles: readonly Arrived[], from: HeldArticle['from']): Promise<Added> {
    const all: Added = { added: 0, revised: 0, unchanged: 0 };
    const firstSeen = { at: now().toISOString(), precision: 'minute', from: 'first-seen' } as const;
    for (let start = 0; start < articles.length; start += batch) {
      const prepared = articles
        .slice(start, start + batch)
        .map(({ article, credits, summary }) =>
          prepareArticle(article, { firstSeen, credits, summary, from }),
        );
      const { added, revised, unchanged } = await (await library()).add(prepared);
      all.added += added;
      all.revised += revised;
      all.unchanged += unchanged;
    }
    return all;
  }

  async function afterwards(deed: (library: Library) => Promise<unknown>): Promise<LibraryCounts> {
    await deed(await library());
    return counts();
  }

  async function exportPart(cursor: number, accept?: Selected) {
    const { records, next } = await (await library()).exportFrom(cursor, exportBytes, accept);
    return { jsonl: records.map((record) => `${JSON.stringify(record)}\n`).join(''), next };
  }

  return {
    open: library,

    counts,

    packs: async (): Promise<PackShelf> => (await library()).packs,

    reader: async (): Promise<CorpusReader> => (await library()).reader(),

    text: async (ref: number): Promise<string | null> => (await library()).reader().text(ref),

    async search(query: string, filter?: SearchFilter): Promise<LibraryHit[]> {
      const found = await (await library()).search(query, hitsShown, filter);
      return found.map(({ ref, title, outlet, url, published, from }) => ({
        ref,
        title,
        outlet,
        url,
        published: published?.at ?? null,
        pack: from.kind === 'pack' ? from.name : null,
      }));
    },

    /** Articles of an outlet's feed. */
    takeFromFeed: (articles: readonly Arrived[], name: string): Promise<Added> =>
      take(articles, { kind: 'feed', name }),

    health: async (): Promise<LibraryHealth> => (await library()).health(),

    /** A page the reader reads. */
    takePage: (page: Arrived, site: string): Promise<Added> => take([page], { kind: 'page', name: site }),

    isHeld: async (id: string): Promise<boolean> => (await (await library()).find(id)) !== null,

    whenQuiet: async (): Promise<void> => (await library()).whenQuiet(),

    acknowledgeLoss: () => afterwards((open) => open.acknowledgeLoss()),
    deleteArticle: (ref: number) => afterwards((open) => open.delete(ref)),
    deleteOutlet: (outlet: string) => afterwards((open) => open.deleteOutlet(outlet)),
    deleteAll: () => afterwards((open) => open.deleteAll()),

    exportPart: (cursor: number) => exportPart(cursor),

    exportSelection: (selection: PackSelection, cursor: number) => exportPart(cursor, isIn(selection)),
  };
}

export type LibraryDesk = ReturnType<typeof libraryDesk>;

function isIn({ outlets, from, to }: PackSelection): Selected {
  const named = new Set(outlets);
  return ({ outlet, held, day }) =>
    held.from.kind !== 'pack' &&
    (named.size === 0 || (outlet !== null && named.has(outlet.name))) &&
    (from === null || (day !== null && day >= from)) &&
    (to === null || (day !== null && day <= to));
}

/** How the background reads pages and texts that stand in files. */
export function importDeps(now: () => Date): ImportDeps {
  return {
    readHtml: (html, url) => readHtml(html, { url, now: now().getTime() }),
    readPlainText,
  };
}
