import { bareReading, outletOf } from '@/lib/core/article';
import { memoryCorpus, type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import { buildReport } from '@/lib/core/report';
import { readArticles } from '../collections';
import { printRows, type Row } from './table';

/** Days of articles that the library holds. */
const held = 14;
/** Articles looked at, spread evenly over the years. */
const sampled = 400;
const followed = [1, 5, 10, 20, 50, null] as const;
const aDay = 86_400_000;

interface Dated {
  prepared: PreparedArticle;
  day: number;
  outlet: string | null;
}

/**
 * Usefulness: the years 2012 to 2016 played day by day. A reader who follows so many outlets (those with most articles) and
 * holds what they ran in the 14 days before reads an article: for how many does the report say something beyond the
 * page's own anatomy?
 */
export async function answerRateRows(): Promise<Row[]> {
  const articles = readArticles('allsides-2012-2016').filter(({ published }) => published !== null);
  const dated = articles.map((article): Dated => {
    const day = Math.floor(Date.parse(article.published?.at ?? '') / aDay);
    const firstSeen = {
      at: new Date(day * aDay).toISOString(),
      precision: 'minute',
      from: 'first-seen',
    } as const;
    const prepared = prepareArticle(article, {
      firstSeen,
      from: { kind: 'feed', name: article.outlet ?? '' },
    });
    return { prepared, day, outlet: outletOf(article.outlet, article.url)?.key ?? null };
  });
  const largest = outletsBySize(dated);
  const step = Math.max(1, Math.floor(articles.length / sampled));
  const places = articles.map((_, place) => place).filter((place) => place % step === 0);
  const rows: Row[] = [];
  for (const count of followed) {
    const outlets = count === null ? null : new Set(largest.slice(0, count));
    let text = 0;
    let story = 0;
    let articlesHeld = 0;
    for (const place of places) {
      const { day } = dated[place]!;
      const library = dated.filter(
        (other) =>
          other.day < day && other.day >= day - held && (outlets === null || outlets.has(other.outlet ?? '')),
      );
      articlesHeld += library.length;
      const article = articles[place]!;
      const outcome = await buildReport(
        bareReading(article),
        [memoryCorpus(library.map(({ prepared }) => prepared))],
        { now: new Date(day * aDay) },
      );
      if (outcome.status !== 'found') continue;
      if (outcome.report.sameText.length > 0) text += 1;
      else story += 1;
    }
    const share = (found: number) => `${((100 * found) / places.length).toFixed(0)} %`;
    rows.push({
      measure: `answer rate, ${count === null ? `all ${largest.length}` : count} outlets followed`,
      gold: `${places.length} of ${articles.length} articles of 2012-2016; ${Math.round(articlesHeld / places.length)} held of the ${held} days before`,
      figure: `${share(text + story)}: ${share(text)} shared text, ${share(story)} the same story only`,
      target: '',
      met: null,
    });
  }
  return rows;
}

function outletsBySize(dated: readonly Dated[]): string[] {
  const counts = new Map<string, number>();
  for (const { outlet } of dated) if (outlet !== null) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([outlet]) => outlet);
}

/** By itself: `node tests/bench/run.mjs answer-rate`. */
export default async function answerRate(): Promise<void> {
  printRows(await answerRateRows());
}
