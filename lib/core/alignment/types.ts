import type { Span } from '@/lib/core/article';

/** A run that both texts share. `same`: word for word after folding; `edited`: a leftover sentence that was reworded. */
export interface Passage {
  kind: 'same' | 'edited';
  here: Span;
  there: Span;
  /** Folded words that are equal inside the passage. */
  words: number;
  /** Share of those words that stand inside quotation marks here, 0 to 1. */
  quoted: number;
  /** First words of the passage here, as printed, where a report shows it. */
  opening?: string;
}
