import * as v from 'valibot';
import type { NotAnArticle } from '@/lib/core/article';
import type { GatheredPage } from '@/lib/page';

/*
 * What a content script may say of its page. It runs in a page we do not trust, so every field has a type and a length
 * (UTF-16 units), and every range must lie in the text it speaks of. The bounds are those of `gatherPage`, or above.
 */

const line = (length: number) => v.pipe(v.string(), v.maxLength(length));
const list = <T extends v.GenericSchema>(item: T, length: number) =>
  v.pipe(v.array(item), v.maxLength(length));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

const longestText = 200_000;
const mostBlocks = 30_000;
const offset = count(longestText);

const block = v.pipe(
  v.object({
    text: line(longestText),
    tag: line(100),
    zones: count(0xffff),
    links: list(v.object({ start: offset, end: offset, href: line(2_048) }), 2_000),
    linked: offset,
    frame: v.nullable(count(mostBlocks)),
    kept: v.boolean(),
  }),
  v.check(
    ({ text, links }) => links.every(({ start, end }) => start <= end && end <= text.length),
    'a link lies outside of its text',
  ),
);

/** Why a page is not compared, as the content script says it. */
export const whyNot: v.GenericSchema<NotAnArticle> = v.picklist([
  'no-text',
  'list-page',
  'consent-wall',
  'bot-check',
  'error-page',
  'unsupported-page',
]);

/** What {@link GatheredPage} may be. */
export const gatheredPage: v.GenericSchema<unknown, GatheredPage> = v.pipe(
  v.object({
    language: v.nullable(line(2_048)),
    title: v.nullable(line(1_000)),
    headings: list(line(1_000), 20),
    metas: list(v.tuple([line(100), line(1_000)]), 400),
    linkedData: list(line(100_000), 40),
    canonical: v.nullable(line(2_048)),
    feeds: list(v.object({ title: v.nullable(line(400)), href: line(2_048), type: line(200) }), 40),
    pixel: v.nullable(line(2_048)),
    times: list(line(200), 40),
    blocks: list(block, mostBlocks),
    frames: list(
      v.object({ kind: v.picklist(['blockquote', 'embed']), cite: v.nullable(line(2_048)) }),
      mostBlocks,
    ),
    wordsLeftOut: count(100_000_000),
    hiddenWords: count(100_000_000),
    gate: v.object({ article: v.boolean(), because: v.nullable(whyNot) }),
  }),
  v.check(
    ({ blocks, frames }) => blocks.every(({ frame }) => frame === null || frame < frames.length),
    'a block stands in a frame that is not there',
  ),
);

/** What a content script answered about its page, checked like what it sends by itself; `null` when it is anything else. */
export function checkedPage(said: unknown): GatheredPage | null {
  const checked = v.safeParse(gatheredPage, said);
  return checked.success ? checked.output : null;
}
