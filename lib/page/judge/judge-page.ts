import type { Article, NotAnArticle, ReadingOutcome } from '@/lib/core/article';
import { countWords, hashText } from '@/lib/core/text';
import { kindOfAddress, speaksOfConsent } from '@/lib/page/gate';
import type { GatheredPage } from '@/lib/page/gathered';
import { bodyOf } from './body';
import { readByline } from './byline';
import { completenessOf } from './completeness';
import { type Composed, compose } from './compose';
import { readModified, readPublished } from './dates';
import { readHeadline } from './headline';
import { addressOf, type PageSays, readMetadata } from './metadata';
import { readOutlet } from './outlet';
import { readOwnerLine } from './owner';
import { quotedBlocks } from './quoted-blocks';
import { sourceLines } from './source-lines';

/** Fewer words than this are no text that could be compared. */
const fewestWords = 20;

/** A form, or a page about the site, with fewer words has none to compare: they are labels and notices. */
const fewestOfService = 100;

/** From this many words on, running text is an article even where the gate would stay silent. */
const plainlyText = 250;

/** Where and when a page is read. */
export interface PageAt {
  /** Address of the page; `null` for a file that came without one. */
  url: string | null;
  /** The present moment in ms; dates ahead of it are not believed. */
  now: number;
}

/** Judges what was gathered: the article with everything beside it, or why there is none. Needs no DOM. */
export function judgePage(page: GatheredPage, { url, now }: PageAt): ReadingOutcome {
  const says = readMetadata(page, url);
  const title = readHeadline(page, says, url);
  const body = bodyOf(page.blocks, title);
  const composed = compose(page.blocks, body, page.wordsLeftOut);
  const words = countWords(composed.text);
  const ownerLine = readOwnerLine(page.blocks, body.at(-1) ?? -1);
  const because = whyNot(page, composed, words, url);
  if (because !== null) return { status: 'not-an-article', because };
  return {
    status: 'read',
    reading: {
      article: {
        ...articleOf(page, says, composed, body[0] ?? 0, { url, now }),
        title,
        byline: readByline(page.blocks, body[0] ?? 0, says),
        completeness: completenessOf({ ...page, text: composed.text, words, body, says }),
        ...(ownerLine === null ? {} : { ownerLine }),
      },
      lines: sourceLines(page.blocks, body, composed.spans, url),
      metadata: says.metadata,
      blocks: quotedBlocks(page, composed.spans, url),
      cut: composed.cut,
    },
  };
}

function articleOf(
  page: GatheredPage,
  says: PageSays,
  { text, paragraphs }: Composed,
  first: number,
  { url, now }: PageAt,
): Omit<Article, 'title' | 'byline' | 'completeness'> {
  const { canonical, ogUrl } = says.metadata;
  const address = url ?? canonical ?? ogUrl;
  const published = readPublished(page, says, { url, now }, first);
  return {
    id: addressOf(says, url) ?? `text:${nameOfText(text)}`,
    outlet: readOutlet(says.metadata, address),
    url: address,
    published,
    modified: readModified(says, published, now),
    language: readLanguage(page, says),
    text,
    paragraphs,
  };
}

/** Why what was read is no article: a list, too little text, or a wall or form where the text does not plainly outweigh it. */
function whyNot(
  { gate }: GatheredPage,
  { text, paragraphs }: Composed,
  words: number,
  url: string | null,
): NotAnArticle | null {
  if (gate.because === 'list-page') return gate.because;
  if (words < fewestWords) return gate.because ?? 'no-text';
  // Consent is asked for at any length.
  if (
    gate.because === 'consent-wall' &&
    speaksOfConsent(paragraphs.map(({ start, end }) => text.slice(start, end)))
  )
    return gate.because;
  if (words >= plainlyText) return null;
  // The gate also says `no-text` where it saw too little; then a closer look decides.
  if (gate.because !== 'no-text') return gate.because;
  return kindOfAddress(url) === 'service' && words < fewestOfService ? gate.because : null;
}

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/;

function readLanguage(page: GatheredPage, says: PageSays): string | null {
  const names = ['og:locale', 'content-language', 'language'];
  const stated = [page.language, says.linked.language, ...names.map((name) => says.metas.get(name))];
  for (const language of stated) {
    const tag = language?.trim().toLowerCase().replace(/_/g, '-') ?? '';
    if (languageTag.test(tag)) return tag;
  }
  return null;
}

/** A stable name for a text without an address. */
function nameOfText(text: string): string {
  return hashText(text).toString(16).padStart(8, '0');
}
