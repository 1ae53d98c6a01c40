import type { PageReading, Span } from '@/lib/core/article';
import type { VoiceCounts } from '@/lib/core/matching/types';
import type { PageVoices } from '@/lib/core/provenance';
import type { PageAnatomy } from '@/lib/core/provenance/types';
import { quotable } from './record';
import type { PackQuotation } from './types';

/** Most quotations of one article in an evidence pack. */
const mostQuotations = 60;

/** The short quotations that an evidence pack carries of an article: what is quoted and who is leaned on, in order of place. */
export function evidenceOf({ article }: PageReading, anatomy: PageAnatomy): PackQuotation[] {
  const text = ({ start, end }: Span) => quotable(article.text.slice(start, end));
  const quoted = anatomy.parts
    .filter(({ kind }) => kind === 'quotation')
    .map(({ span, speaker }): PackQuotation => ({ kind: 'quotation', text: text(span), span, of: speaker }));
  const cited = anatomy.cited.map(
    ({ span, cited: of }): PackQuotation => ({ kind: 'citation', text: text(span), span, of }),
  );
  return [...quoted, ...cited].sort((a, b) => a.span.start - b.span.start).slice(0, mostQuotations);
}

/** What a pack without texts says of an article's voices. Labels are counted by who reads framing, which packs do not yet. */
export function countsOf({ parts }: Pick<PageVoices, 'parts'>): VoiceCounts {
  const quoted = parts.filter(({ kind }) => kind === 'quotation');
  const voices = new Set(quoted.flatMap(({ speaker }) => speaker ?? []));
  return { quotations: quoted.length, voices: voices.size, labels: null };
}
