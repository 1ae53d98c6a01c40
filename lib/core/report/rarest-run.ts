import type { PageReading, Span } from '@/lib/core/article';
import { termsOf } from '@/lib/core/matching/terms';
import type { PageAnatomy } from '@/lib/core/provenance';
import { sentences, tokenize } from '@/lib/core/text';

/** Words of the run that is searched for: long enough to stand in few texts, short enough for a search field. */
const runWords = 10;
/** Windows are looked at every so many words. */
const stride = 2;
/** Sentences looked at; the body of any article. */
const most = 200;

/**
 * The rarest ten words in a row of a page's own text, as printed, within one sentence: what to search the web for to find who
 * else has it. Rarity is the sum of the words' weights as story terms. `null` when no own sentence is long enough.
 */
export function rarestRun({ article }: PageReading, anatomy: PageAnatomy): string | null {
  const { text } = article;
  let best: { run: string; weight: number } | null = null;
  for (const sentence of ownSentences(text, anatomy).slice(0, most)) {
    const words = text.slice(sentence.start, sentence.end);
    const { starts, ends } = tokenize(words);
    for (let from = 0; from + runWords <= starts.length; from += stride) {
      const run = words.slice(starts[from], ends[from + runWords - 1]).replace(/\s+/g, ' ');
      if (/["“”«»„]/u.test(run)) continue;
      const weight = termsOf(null, run).reduce((sum, term) => sum + term.weight, 0);
      if (best === null || weight > best.weight) best = { run, weight };
    }
  }
  return best?.run ?? null;
}

/** Sentences in the page's own voice, else all: a page that is a reprint as a whole has no own words, and is worth searching for too. */
function ownSentences(text: string, { parts }: PageAnatomy): Span[] {
  const own = parts.filter(({ kind }) => kind === 'own').map(({ span }) => span);
  const within = sentences(text, own);
  return within.length > 0 ? within : sentences(text);
}
