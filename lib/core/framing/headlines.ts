import type { Span } from '@/lib/core/article';
import { evidence } from './evidence';
import type { Read } from './told';
import type { HeadlineDifference } from './types';
import { wordsOf } from './words';

/** Headlines by date, undated ones last, each with the runs of words that no other headline has. */
export function headlines(reads: readonly Read[]): HeadlineDifference[] {
  const lines = reads.flatMap(({ article }) =>
    article.title === null ? [] : [{ article, title: article.title }],
  );
  const differing = differingWords(lines.map(({ title }) => title));
  return lines
    .map(({ article, title }, at) => ({
      articleId: article.id,
      title,
      differing: differing[at]!.map((span) => evidence(article, 'title', span)),
      at: article.published?.at ?? '9999',
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ articleId, title, differing }) => ({ articleId, title, differing }));
}

/** Longest headline that is looked at, in UTF-16 units. */
const longest = 1_000;

/** For each headline the runs of its words that no other has; none where there is only one. */
export function differingWords(titles: readonly string[]): Span[][] {
  const lines = titles.map((title) => wordsOf(title, { start: 0, end: Math.min(title.length, longest) }));
  const holding = new Map<string, number>();
  for (const words of lines)
    for (const low of new Set(words.map((word) => word.low))) holding.set(low, (holding.get(low) ?? 0) + 1);
  if (titles.length < 2) return titles.map(() => []);
  return lines.map((words) => {
    const runs: Span[] = [];
    words.forEach(({ low, start, end }, at) => {
      if (holding.get(low) !== 1) return;
      const before = words[at - 1];
      const last = runs.at(-1);
      if (last && before && last.end === before.end) last.end = end;
      else runs.push({ start, end });
    });
    return runs;
  });
}
