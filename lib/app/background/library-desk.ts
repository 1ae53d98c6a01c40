import demo from '@/assets/demo/demo.jsonl?raw';
import type { LibraryCounts, LibraryHit } from '@/lib/app/messaging';
import { type Article, readPlainText } from '@/lib/core/article';
import { type CorpusReader, type HeldArticle, prepareArticle } from '@/lib/core/matching';
import type { Credit } from '@/lib/core/provenance';
import { type ImportDeps, readImport } from '@/lib/corpus/sources/imports';
import { type Added, type Library, type LibraryDeps, openLibrary } from '@/lib/corpus/store';
import { readHtml } from '@/lib/page/read-html';
import { latch, sentinel } from './library-memory';

/** How the bundled demo stories are marked, so that they can be taken out again. */
const demoOrigin: HeldArticle['from'] = { kind: 'pack', name: 'Demo stories' };
/** As many are made ready and stored at once; between them questions are answered. */
const batch = 256;
const exportBytes = 500_000;

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

  return {
    open: library,

    counts,

    reader: async (): Promise<CorpusReader> => (await library()).reader(),

    text: async (ref: number): Promise<string | null> => (await library()).reader().text(ref),

    async search(query: string): Promise<LibraryHit[]> {
      const found = await (await library()).search(query);
      return found.map(({ ref, title, outlet, url, published }) => ({
        ref,
        title,
        outlet,
        url,
        published: published?.at ?? null,
      }));
    },

    /** Articles of an outlet's feed. */
    takeFromFeed: (articles: readonly Arrived[], name: string): Promise<Added> =>
      take(articles, { kind: 'feed', name }),

    async health() {
      const { articles, superseded, postings, dead, skipped, mergeTrouble } = await (
        await library()
      ).health();
      return { articles, superseded, postings, dead, skipped, mergeTrouble };
    },

    /** A page the reader reads. */
    takePage: (page: Arrived, site: string): Promise<Added> => take([page], { kind: 'page', name: site }),

    isHeld: async (id: string): Promise<boolean> => (await (await library()).find(id)) !== null,

    whenQuiet: async (): Promise<void> => (await library()).whenQuiet(),

    acknowledgeLoss: () => afterwards((open) => open.acknowledgeLoss()),
    deleteArticle: (ref: number) => afterwards((open) => open.delete(ref)),
    deleteOutlet: (outlet: string) => afterwards((open) => open.deleteOutlet(outlet)),
    deleteAll: () => afterwards((open) => open.deleteAll()),

    async exportPart(cursor: number): Promise<{ jsonl: string; next: number | null }> {
      const { records, next } = await (await library()).exportFrom(cursor, exportBytes);
      return { jsonl: records.map((record) => `${JSON.stringify(record)}\n`).join(''), next };
    },

    async addDemo(): Promise<LibraryCounts> {
      const { articles } = await readImport({ name: 'demo.jsonl', text: demo }, importDeps(now));
      await take(articles, demoOrigin);
      return counts();
    },

    removeDemo: () => afterwards((open) => open.deleteFrom(demoOrigin)),
  };
}

export type LibraryDesk = ReturnType<typeof libraryDesk>;

/** How the background reads pages and texts that stand in files. */
export function importDeps(now: () => Date): ImportDeps {
  return {
    readHtml: (html, url) => readHtml(html, { url, now: now().getTime() }),
    readPlainText,
  };
}
