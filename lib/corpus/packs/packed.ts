import type { PageReading } from '@/lib/core/article';
import type { PreparedArticle } from '@/lib/core/matching/types';
import { readAnatomy, readVoices } from '@/lib/core/provenance';
import type { Credit } from '@/lib/core/provenance/types';
import { type Tokens, tokenize } from '@/lib/core/text';
import { countsOf, evidenceOf } from './evidence';
import type { PackedArticle, PackKind } from './types';

/** What was read of a text that a pack does not give away. */
interface Read {
  tokens: Tokens;
  credits: Credit[];
}

/**
 * An article for a pack of this kind. Of a text that is not given away, voices are counted and, for evidence, short quotations taken.
 *
 * @param prepare makes the article ready, by what was read of it where it was read
 */
export function packedFor(
  kind: PackKind,
  reading: PageReading,
  facts: Omit<PackedArticle, 'prepared' | 'quotations'>,
  prepare: (read?: Read) => PreparedArticle,
): PackedArticle {
  if (kind === 'full-text') return { prepared: prepare(), quotations: [], ...facts };
  const tokens = tokenize(reading.article.text);
  const anatomy = kind === 'evidence' ? readAnatomy(reading, tokens) : null;
  const voices = anatomy ?? readVoices(reading, tokens);
  const prepared = prepare({ tokens, credits: voices.credits });
  return {
    prepared: { ...prepared, held: { ...prepared.held, counts: countsOf(voices) } },
    quotations: anatomy ? evidenceOf(reading, anatomy) : [],
    ...facts,
  };
}
