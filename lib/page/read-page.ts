import type { Article, NotAnArticle, ReadingOutcome } from '@/lib/core/article';
import { countWords } from '@/lib/core/text';
import { hostOf } from './addresses';
import { collectBlocks } from './blocks';
import { bodyOf } from './body';
import { readByline } from './byline';
import { completenessOf } from './completeness';
import { compose } from './compose';
import { readModified, readPublished } from './dates';
import { readHeadline } from './headline';
import { isArticlePage, isHtml } from './is-article';
import { addressOf, type PageSays, readMetadata } from './metadata';
import { quotedBlocks } from './quoted-blocks';
import { sourceLines } from './source-lines';

/** Fewer words than this are no text that could be compared. */
const fewestWords = 20;

/** From this many words on, running text is an article even where the gate would stay silent. */
const plainlyText = 250;

export interface PageAt {
  /** Address of the page; `null` for a file that came without one. */
  url: string | null;
  /** The present moment in ms; dates ahead of it are not believed. */
  now: number;
}

/**
 * Reads a page into an article with everything beside it. The document is never changed: what must be taken apart is a clone.
 *
 * Metadata, and every line that may carry a credit, are read from the whole document first; only then is the body chosen,
 * because extractors delete exactly the lines that say whose text it is.
 */
export function readPage(document: Document, { url, now }: PageAt): ReadingOutcome {
  if (!isHtml(document)) return notAnArticle('unsupported-page');
  const says = readMetadata(document, url);
  const page = collectBlocks(document);
  const body = bodyOf(document, page);
  const composed = compose(page.blocks, body);
  const words = composed.cut?.wordsCompared ?? countWords(composed.text);
  const because = whyNot(document, url, words);
  if (because !== null) return notAnArticle(because);
  const { text, paragraphs, spans, cut } = composed;
  const published = readPublished(document, says, url, now);
  const article: Article = {
    id: addressOf(says, url) ?? `text:${fnv1a(text)}`,
    outlet:
      hostOf(url ?? says.metadata.canonical ?? says.metadata.ogUrl) ??
      says.metadata.publisher ??
      says.metadata.siteName,
    url: url ?? says.metadata.canonical ?? says.metadata.ogUrl,
    title: readHeadline(document, says, url),
    byline: readByline(page.blocks, body[0] ?? 0, says),
    published,
    modified: readModified(says, published, now),
    language: readLanguage(document, says),
    text,
    paragraphs,
    completeness: completenessOf({ text, words, blocks: page.blocks, body, says }),
  };
  return {
    status: 'read',
    reading: {
      article,
      lines: sourceLines(page.blocks, body, spans, url),
      metadata: says.metadata,
      blocks: quotedBlocks(page.blocks, spans, url),
      cut,
    },
  };
}

function notAnArticle(because: NotAnArticle): ReadingOutcome {
  return { status: 'not-an-article', because };
}

/** Why what was read is no article: too little text, or the gate's reason where the text does not plainly outweigh it. */
function whyNot(document: Document, url: string | null, words: number): NotAnArticle | null {
  if (words >= plainlyText) return null;
  const { because } = isArticlePage(document, url);
  if (words < fewestWords) return because ?? 'no-text';
  return because === 'no-text' ? null : because;
}

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/;

function readLanguage(document: Document, says: PageSays): string | null {
  const stated = [
    document.documentElement.getAttribute('lang'),
    document.documentElement.getAttribute('xml:lang'),
    document.querySelector('body')?.getAttribute('lang'),
    says.linked.language,
    says.metas.get('og:locale'),
    says.metas.get('content-language'),
    says.metas.get('language'),
  ];
  for (const language of stated) {
    const tag = language?.trim().toLowerCase().replace(/_/g, '-') ?? '';
    if (languageTag.test(tag)) return tag;
  }
  return null;
}

/** FNV-1a, 32 bits: a stable name for a text without an address. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
