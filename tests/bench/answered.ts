import type { Relation, TextMatch } from '@/lib/core/matching';

/** One question's answer, as far as it is judged. */
export interface Answered {
  /** From the article to its matches, ms; where the library was not open yet, opening it is part of that. */
  ms: number;
  matches: { id: string; relation: Relation; here: { start: number; end: number }[] }[];
}

export function asAnswered(matches: readonly TextMatch[], ms: number): Answered {
  return {
    ms,
    matches: matches.map(({ article: { id }, relation, passages }) => ({
      id,
      relation,
      here: passages.map(({ here }) => here),
    })),
  };
}
