import type { Article, Stamp } from '@/lib/core/article';
import { fingerprint } from '@/lib/core/fingerprint';
import type { Credit } from '@/lib/core/provenance/types';
import { type Tokens, tokenize } from '@/lib/core/text';
import { storedTerms, termsOf } from './terms';
import type { HeldArticle, PreparedArticle } from './types';

/** What an article's text does not say. */
export interface ArrivalDetails {
  firstSeen: Stamp;
  from: HeldArticle['from'];
  credits?: Credit[];
  /** A feed's summary, where it is not the text. */
  summary?: string | null;
}

/** Longest summary kept, in UTF-16 units. */
const longestSummary = 2_000;

/**
 * Makes an article ready for a library: its record, its text, and what it is found by.
 * A text that is only a summary or teaser, or none, is held as `headline-only`: too short to tell reuse by, it is found
 * by headline and story terms instead.
 * @param read tokens of the text, where they are at hand
 */
export function prepareArticle(article: Article, details: ArrivalDetails, read?: Tokens): PreparedArticle {
  const isShort = article.completeness === 'summary' || article.completeness === 'teaser';
  const tokens = isShort ? tokenize('') : (read ?? tokenize(article.text));
  const hasText = tokens.hashes.length > 0;
  const summary = details.summary ?? (isShort && article.text !== '' ? article.text : null);
  const { keys, positions, levels } = fingerprint(tokens);
  const terms = hasText
    ? termsOf(article.title, article.text, storedTerms, tokens)
    : termsOf(article.title, summary ?? '', storedTerms);
  return {
    held: {
      ...recordOf(article, details),
      words: tokens.hashes.length,
      held: hasText ? 'text' : 'headline-only',
      summary: summary === null ? null : summary.slice(0, longestSummary),
    },
    text: hasText ? article.text : null,
    keys,
    positions,
    levels,
    terms: new Uint32Array(terms.map(({ hash }) => hash)),
  };
}

/** Makes an article that a library holds ready once more, from its record and its text; `null` where it holds no text. */
export function prepareHeld(held: PreparedArticle['held'], text: string | null): PreparedArticle {
  const article = { ...held, modified: held.modified ?? null, text: text ?? '', paragraphs: [] };
  return prepareArticle(article, held);
}

/** What a library keeps of an article beside its text, as far as the article itself says. */
export function recordOf(
  article: Article,
  { firstSeen, from, credits }: ArrivalDetails,
): Omit<PreparedArticle['held'], 'words' | 'held' | 'summary'> {
  const { id, outlet, url, title, byline, published, modified, language, completeness, ownerLine } = article;
  return {
    id,
    outlet,
    url,
    title,
    byline,
    published,
    ...(modified === null ? {} : { modified }),
    firstSeen,
    language,
    completeness,
    ...(ownerLine === undefined ? {} : { ownerLine }),
    credits: credits ?? [],
    from,
  };
}
