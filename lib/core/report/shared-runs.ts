import type { TextMatch } from '@/lib/core/matching/types';
import { tokenize } from '@/lib/core/text';

/** A run of the page's folded words, counted from its first word; `to` is the word after its last. */
export interface WordRun {
  from: number;
  to: number;
}

/** The words of a page that lie in passages which texts of other outlets have too: runs in order, none touching the next. */
export function sharedRuns(text: string, matches: readonly TextMatch[]): WordRun[] {
  const spans = matches
    .filter(({ sameOutlet }) => !sameOutlet)
    .flatMap(({ passages }) => passages.map(({ here }) => here))
    .sort((a, b) => a.start - b.start);
  if (spans.length === 0) return [];
  const { starts } = tokenize(text);
  const runs: WordRun[] = [];
  let word = 0;
  for (const { start, end } of spans) {
    while (word < starts.length && starts[word]! < start) word++;
    const from = word;
    while (word < starts.length && starts[word]! < end) word++;
    const last = runs.at(-1);
    if (last?.to === from) last.to = word;
    else if (word > from) runs.push({ from, to: word });
  }
  return runs;
}
