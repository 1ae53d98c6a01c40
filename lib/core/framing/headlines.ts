import { evidence } from './evidence';
import type { Read } from './told';
import type { HeadlineDifference } from './types';

/** Headlines by date, undated ones last, each with the runs of words that no other headline has. */
export function headlines(reads: readonly Read[]): HeadlineDifference[] {
  const lines = reads.flatMap((read) => {
    const words = read.sentences.filter(({ field }) => field === 'title').flatMap((line) => line.words);
    return read.article.title === null ? [] : [{ ...read, title: read.article.title, words }];
  });
  const holding = new Map<string, number>();
  for (const { words } of lines)
    for (const low of new Set(words.map((word) => word.low))) holding.set(low, (holding.get(low) ?? 0) + 1);
  return lines
    .map(({ article, title, words }) => {
      const differing: HeadlineDifference['differing'] = [];
      let from = -1;
      words.forEach((word, at) => {
        const isAlone = lines.length > 1 && holding.get(word.low) === 1;
        if (isAlone && from < 0) from = at;
        const ends = isAlone && (at === words.length - 1 || holding.get(words[at + 1]!.low) !== 1);
        if (!ends) return;
        differing.push(evidence(article, 'title', { start: words[from]!.start, end: word.end }));
        from = -1;
      });
      return { articleId: article.id, title, differing, at: article.published?.at ?? '9999' };
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ articleId, title, differing }) => ({ articleId, title, differing }));
}
