import type { Passage } from '@/lib/core/alignment/types';
import type { TextMatch } from '@/lib/core/matching/types';
import { quoteOf } from '@/lib/core/text';
import { plural, type Say } from '../phrases';
import { relationWords } from '../wording';
import type { Finding } from './finding';
import { plain, webAddress } from './plain';
import { longestQuotation } from './quotations';
import { uuidOf } from './uuid';

/** Annotations in one page of them. */
const most = 500;

/**
 * The shared passages as annotations of this page (W3C Web Annotation Data Model): each says where the same words stand and
 * how many they are. Target is the passage's beginning, at most 300 characters, by its words and by its place in the text
 * as it was read; places are counted in code points, as the model asks.
 */
export function asAnnotations(say: Say, finding: Finding): unknown {
  const { report } = finding;
  const items = report.sameText.flatMap((match) =>
    match.passages.map((passage) => annotation(say, finding, match, passage)),
  );
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: uuidOf('page', report.page.id, finding.day),
    type: 'AnnotationPage',
    items: items.slice(0, most),
  };
}

function annotation(say: Say, { report, text, day }: Finding, match: TextMatch, passage: Passage) {
  const { page } = report;
  const { article, relation } = match;
  const there = webAddress(article.url);
  const span = opening(text, passage);
  return {
    id: uuidOf(page.id, article.id, `${passage.here.start}-${passage.here.end}`, day),
    type: 'Annotation',
    motivation: 'linking',
    generator: { type: 'Software', name: 'Refrain' },
    body: [
      ...(there === null ? [] : [{ type: 'SpecificResource', source: there, purpose: 'linking' }]),
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'text/plain',
        language: say.language,
        value: [
          `${relationWords(say, relation)}: ${plain(article.outlet ?? article.title ?? article.id)}`,
          plural(say, 'share_in_a_row', passage.words),
        ].join('; '),
      },
    ],
    target: {
      source: webAddress(page.url) ?? page.id,
      selector: [
        { type: 'TextQuoteSelector', ...quoteOf(text, span) },
        {
          type: 'TextPositionSelector',
          start: codePoints(text, span.start),
          end: codePoints(text, span.end),
        },
      ],
    },
  };
}

/** The beginning of a passage, no longer than a quotation may be and cut where a word ends. */
function opening(text: string, { here: { start, end } }: Passage) {
  if (end - start <= longestQuotation) return { start, end };
  const head = text.slice(start, start + longestQuotation);
  const words = /^.*\S(?=\s)/su.exec(head)?.[0] ?? head.replace(/[\uD800-\uDBFF]$/, '');
  return { start, end: start + words.length };
}

function codePoints(text: string, at: number): number {
  let points = 0;
  for (let unit = 0; unit < at; unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1) points += 1;
  return points;
}
