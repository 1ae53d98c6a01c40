import browser from 'webextension-polyfill';
import { type HeldPage, ReaderProblem } from '@/lib/app/messaging';
import type { PageReading } from '@/lib/core/article';
import { type CorpusReader, memoryCorpus, type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import { readCredits } from '@/lib/core/provenance';
import { countWords } from '@/lib/core/text';

/** A page the reader holds, in the memory of the browser session; it is never stored on disk. */
interface Held {
  reading: PageReading;
  /** ISO 8601, UTC. */
  heldAt: string;
}

const key = 'held-pages';
/** Held texts share the session's 10 MB with the reports of open tabs. */
const most = 10;

/** Pages held to compare others with; an address is held once, with its newest text. */
export function heldPages(now: () => Date) {
  /** Fingerprints are made again when the background was stopped; the texts are what is kept. */
  const prepared = new Map<string, PreparedArticle>();

  async function all(): Promise<Held[]> {
    const stored = (await browser.storage.session.get(key))[key];
    return isHeldList(stored) ? stored : [];
  }

  const keep = (held: Held[]) => browser.storage.session.set({ [key]: held });

  function prepare(held: Held): PreparedArticle {
    const stamp = `${held.heldAt} ${held.reading.article.id}`;
    const known = prepared.get(stamp) ?? prepareHeld(held);
    prepared.set(stamp, known);
    return known;
  }

  return {
    async hold(reading: PageReading): Promise<HeldPage> {
      const others = (await all()).filter(({ reading: { article } }) => article.id !== reading.article.id);
      if (others.length >= most) throw new ReaderProblem('problem_too_many_held');
      const held = { reading, heldAt: now().toISOString() };
      await keep([...others, held]);
      return shown(held);
    },

    async list(): Promise<HeldPage[]> {
      return (await all()).map(shown);
    },

    async release(id: string): Promise<HeldPage[]> {
      const left = (await all()).filter(({ reading }) => reading.article.id !== id);
      await keep(left);
      return left.map(shown);
    },

    /** Text of a held page; `null` when it is not held (any more). */
    async text(id: string): Promise<string | null> {
      return (await all()).find(({ reading }) => reading.article.id === id)?.reading.article.text ?? null;
    },

    /** What is known of a held page, as a report would name it; `null` when it is not held (any more). */
    async article(id: string): Promise<PreparedArticle['held'] | null> {
      const found = (await all()).find(({ reading }) => reading.article.id === id);
      return found === undefined ? null : prepare(found).held;
    },

    /** The held pages as something to search, without the page that is looked at; `null` when there are none. */
    async corpus(except: string): Promise<CorpusReader | null> {
      const others = (await all()).filter(({ reading }) => reading.article.id !== except);
      return others.length === 0 ? null : memoryCorpus(others.map(prepare));
    },
  };
}

export type HeldPages = ReturnType<typeof heldPages>;

function prepareHeld({ reading, heldAt }: Held): PreparedArticle {
  return prepareArticle(reading.article, {
    firstSeen: { at: heldAt, precision: 'minute', from: 'first-seen' },
    credits: readCredits(reading),
    from: { kind: 'held-page', name: reading.article.outlet ?? '' },
  });
}

function shown({ reading: { article }, heldAt }: Held): HeldPage {
  const { id, title, outlet, url, text } = article;
  return { id, title, outlet, url, words: countWords(text), heldAt };
}

/** Only we write there; this tells an entry from none. */
function isHeldList(stored: unknown): stored is Held[] {
  return Array.isArray(stored);
}
