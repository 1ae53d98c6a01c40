import * as v from 'valibot';
import type { ReadingOutcome } from '@/lib/core/article';

/*
 * What a content script may say it read. It runs in a page we do not trust, so every field has a type and a length
 * (UTF-16 units), and every span must lie in the text it speaks of.
 */

const longestText = 200_000;
const line = (length: number) => v.pipe(v.string(), v.maxLength(length));
const address = v.nullable(line(2_048));
const words = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestText));

const span = v.pipe(
  v.object({ start: offset, end: offset }),
  v.check(({ start, end }) => start <= end, 'a span ends before it starts'),
);

const date = v.nullable(
  v.object({
    at: v.pipe(line(40), v.regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d[\d:.]{0,14}(?:Z|[+-]\d\d:\d\d))?$/)),
    precision: v.picklist(['minute', 'day']),
    from: v.picklist(['page', 'feed', 'url', 'import', 'pack', 'first-seen']),
  }),
);

const link = v.object({ text: line(400), href: line(2_048), span: v.nullable(span) });

const article = v.object({
  id: line(2_048),
  outlet: v.nullable(line(400)),
  url: address,
  title: v.nullable(line(1_000)),
  byline: v.nullable(line(1_000)),
  published: date,
  modified: date,
  language: v.nullable(line(40)),
  text: line(longestText),
  paragraphs: v.pipe(v.array(span), v.maxLength(20_000)),
  completeness: v.picklist(['full', 'summary', 'teaser', 'paywalled', 'unknown']),
});

const sourceLine = v.object({
  text: line(400),
  links: v.pipe(v.array(link), v.maxLength(100)),
  place: v.picklist(['head', 'body', 'tail', 'elsewhere']),
  span: v.nullable(span),
});

const metadata = v.object({
  canonical: address,
  ogUrl: address,
  siteName: v.nullable(line(400)),
  publisher: v.nullable(line(400)),
  isBasedOn: address,
  creditText: v.nullable(line(1_000)),
  copyrightHolder: v.nullable(line(400)),
  republicationPixel: address,
  feeds: v.pipe(v.array(v.object({ title: v.nullable(line(400)), href: line(2_048) })), v.maxLength(100)),
});

const reading = v.pipe(
  v.object({
    article,
    lines: v.pipe(v.array(sourceLine), v.maxLength(400)),
    metadata,
    blocks: v.pipe(
      v.array(v.object({ kind: v.picklist(['blockquote', 'embed']), span, cite: address })),
      v.maxLength(2_000),
    ),
    cut: v.nullable(v.object({ wordsCompared: words, wordsInAll: words })),
  }),
  v.check((read) => {
    const spans = [
      ...read.article.paragraphs,
      ...read.blocks.map((block) => block.span),
      ...read.lines.flatMap((each) => [each.span, ...each.links.map((one) => one.span)]),
    ];
    return spans.every((each) => each === null || each.end <= read.article.text.length);
  }, 'a span lies outside the text'),
);

/** The shape of `ReadingOutcome`, checked field by field into fresh objects. */
export const readingOutcome: v.GenericSchema<ReadingOutcome> = v.variant('status', [
  v.object({ status: v.literal('read'), reading }),
  v.object({
    status: v.literal('not-an-article'),
    because: v.picklist([
      'no-text',
      'list-page',
      'consent-wall',
      'bot-check',
      'error-page',
      'unsupported-page',
    ]),
  }),
]);

/** What a content script answered that it read, checked like what it sends by itself; `null` when it is anything else. */
export function checkedReading(said: unknown): ReadingOutcome | null {
  const checked = v.safeParse(readingOutcome, said);
  return checked.success ? checked.output : null;
}
