import type { PageReading } from '@/lib/core/article';
import type { CorpusReader } from '@/lib/core/matching';
import { buildReport, type ReportOutcome } from '@/lib/core/report';
import { type GatheredPage, judgePage } from '@/lib/page';

interface Deps {
  openLibrary: () => Promise<unknown>;
  /** What a page is compared with: the library, and the pages held beside it. */
  corporaFor: (articleId: string) => Promise<CorpusReader[]>;
  now: () => Date;
  /** Words that two texts must share, as the reader has it. */
  minWords: () => Promise<number>;
  sentenceFor: (error: unknown) => string;
}

/** Reading what was gathered and comparing it, each of which ends in an outcome whatever happens. */
export function pageComparer({ openLibrary, corporaFor, now, minWords, sentenceFor }: Deps) {
  function failed(during: 'read' | 'look-up', error: unknown): ReportOutcome {
    return { status: 'failed', during, message: sentenceFor(error) };
  }

  /** After a start of the browser, opening takes as long as reading a page. Who compares hears of a failure. */
  function open(): void {
    openLibrary().catch(() => undefined);
  }

  return {
    /** A page will be handed in soon: the library is opened while it is gathered. To try out a question too gained nothing. */
    expect: open,

    /** What is read in a gathered page, or the outcome that there is instead. */
    read(gathered: GatheredPage, url: string): { reading: PageReading } | { outcome: ReportOutcome } {
      open();
      try {
        const read = judgePage(gathered, { url, now: now().getTime() });
        return read.status === 'read' ? { reading: read.reading } : { outcome: read };
      } catch (error) {
        return { outcome: failed('read', error) };
      }
    },

    async compare(reading: PageReading): Promise<ReportOutcome> {
      try {
        const [corpora, words] = await Promise.all([corporaFor(reading.article.id), minWords()]);
        return await buildReport(reading, corpora, { now: now(), minWords: words });
      } catch (error) {
        return failed('look-up', error);
      }
    },
  };
}

export type PageComparer = ReturnType<typeof pageComparer>;
