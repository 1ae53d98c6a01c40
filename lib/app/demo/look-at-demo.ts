import demo from '@/assets/demo/demo.jsonl?raw';
import type { Article } from '@/lib/core/article';
import { memoryCorpus, prepareArticle } from '@/lib/core/matching';
import { readCredits } from '@/lib/core/provenance';
import { buildReport, type Report } from '@/lib/core/report';
import { isRefused, readLine } from '@/lib/corpus/sources/imports';

/** One demo article looked at as if it were open, compared with all the others. */
export interface DemoLook {
  article: Article;
  report: Report;
  /** Texts of the other demo articles, by id. */
  texts: ReadonlyMap<string, string>;
}

/** Demo articles to look at, the one with most to show first: an edited reprint, wire copy, a telling in own words. */
const shownArticles = [
  'https://velmorapatriot.example/a/4417-rioters-sarnova',
  'https://northgatetribune.example/news/northgate-pupils-ferry',
  'https://lanternpost.example/velmora/sarnova-falls-silent',
];

/**
 * Looks at demo article number `turn` (they follow each other in a circle) with the same parts that look at real pages.
 * It happens in memory: the library is neither read nor written.
 *
 * @throws when the bundled file misses the article, which a build with whole assets cannot.
 */
export async function lookAtDemo(turn: number, now: Date): Promise<DemoLook> {
  const found = demo
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => readLine('demo.jsonl', index + 1, line))
    .flatMap((outcome) => (isRefused(outcome) ? [] : [outcome]));
  const shown = found.find(({ article }) => article.id === shownArticles[turn % shownArticles.length]);
  if (shown === undefined) throw new Error('The demo stories are incomplete. Install Refrain again.');
  const others = found.filter((one) => one !== shown);
  const firstSeen = { at: now.toISOString(), precision: 'minute', from: 'first-seen' } as const;
  const corpus = memoryCorpus(
    others.map(({ article, reading, summary }) =>
      prepareArticle(article, {
        firstSeen,
        credits: readCredits(reading),
        summary,
        from: { kind: 'pack', name: 'Demo stories' },
      }),
    ),
  );
  const outcome = await buildReport(shown.reading, [corpus], { now });
  if (!('report' in outcome)) throw new Error('The demo article could not be compared.');
  return {
    article: shown.article,
    report: outcome.report,
    texts: new Map(others.map(({ article }) => [article.id, article.text])),
  };
}
