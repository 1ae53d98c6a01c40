import search from 'approx-string-match';

/** A place of a squeezed quotation in a squeezed page, `[start, end)`. */
export interface QuotePlace {
  start: number;
  end: number;
}

/** What is looked for, squeezed. */
export interface SqueezedQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * Bounds on the approximate search, whose cost is (errors / 32) × length of the page.
 * `errors`: one unit in eight may differ, so that a typo or a changed word is found and another sentence is not.
 */
const bounds = {
  places: 50,
  page: 1_000_000,
  approximate: 400,
  errorShare: 1 / 8,
  edge: 48,
  stretch: 1.5,
} as const;

/** Weights of Hypothesis's `match-quote`: the words themselves count most, what stands around decides between equals. */
const weights = { quote: 50, prefix: 20, suffix: 20 } as const;

/**
 * Where in a page a quotation stands: word for word first, then with a few units changed, then, for a longer passage, by its
 * start and its end, because pages set advertisements between paragraphs. `null` when it is not there.
 */
export function matchQuote(page: string, quote: SqueezedQuote): QuotePlace | null {
  const { exact } = quote;
  if (exact === '') return null;
  const places = occurrences(page, exact);
  if (places.length > 0) return best(page, quote, places);
  if (page.length > bounds.page) return null;
  if (exact.length <= bounds.approximate) {
    const errors = Math.floor(exact.length * bounds.errorShare);
    const near = errors === 0 ? [] : search(page, exact, errors);
    if (near.length > 0) return best(page, quote, near.slice(0, bounds.places));
  }
  return byEdges(page, exact);
}

interface Place extends QuotePlace {
  errors: number;
}

function occurrences(page: string, words: string): Place[] {
  const found: Place[] = [];
  for (
    let at = page.indexOf(words);
    at >= 0 && found.length < bounds.places;
    at = page.indexOf(words, at + 1)
  )
    found.push({ start: at, end: at + words.length, errors: 0 });
  return found;
}

function best(page: string, quote: SqueezedQuote, places: readonly Place[]): QuotePlace | null {
  let winner: QuotePlace | null = null;
  let highest = -1;
  for (const { start, end, errors } of places) {
    const score =
      weights.quote * (1 - errors / quote.exact.length) +
      weights.prefix * commonEnd(page.slice(Math.max(0, start - quote.prefix.length), start), quote.prefix) +
      weights.suffix * commonStart(page.slice(end, end + quote.suffix.length), quote.suffix);
    if (score <= highest) continue;
    highest = score;
    winner = { start, end };
  }
  return winner;
}

/** Share of `wanted` that both have in common at their start, 0 to 1. */
function commonStart(text: string, wanted: string): number {
  let n = 0;
  while (n < wanted.length && text[n] === wanted[n]) n++;
  return wanted === '' ? 0 : n / wanted.length;
}

function commonEnd(text: string, wanted: string): number {
  let n = 0;
  while (n < wanted.length && n < text.length && text[text.length - 1 - n] === wanted[wanted.length - 1 - n])
    n++;
  return wanted === '' ? 0 : n / wanted.length;
}

/** The pair of the passage's first and last words whose distance comes closest to its length. */
function byEdges(page: string, exact: string): QuotePlace | null {
  if (exact.length < 2 * bounds.edge) return null;
  const heads = near(page, exact.slice(0, bounds.edge));
  const tails = near(page, exact.slice(-bounds.edge));
  let winner: QuotePlace | null = null;
  let closest = Number.POSITIVE_INFINITY;
  for (const head of heads) {
    for (const tail of tails) {
      const length = tail.end - head.start;
      const off = Math.abs(length - exact.length) + head.errors + tail.errors;
      if (length < exact.length / bounds.stretch || length > exact.length * bounds.stretch + 2_000) continue;
      if (off >= closest) continue;
      closest = off;
      winner = { start: head.start, end: tail.end };
    }
  }
  return winner;
}

function near(page: string, words: string): Place[] {
  const places = occurrences(page, words);
  return places.length > 0
    ? places
    : search(page, words, Math.floor(words.length * bounds.errorShare)).slice(0, bounds.places);
}
