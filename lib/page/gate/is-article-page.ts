import type { NotAnArticle } from '@/lib/core/article';
import { kindOfAddress } from './kind-of-address';
import { measureProse } from './measure-prose';
import { isLongConsentWall, wallOf } from './walls';

/** The gate's answer; `because` is `null` for an article. */
interface GateAnswer {
  article: boolean;
  because: NotAnArticle | null;
}

/**
 * Running text, in UTF-16 units of long paragraphs, from which a page counts as an article: of the largest group of
 * neighbours, and, where the page's markup says itself that it is an article, of all of them.
 */
const enough = { together: 600, saysArticle: 250 } as const;

/** Running text together, from which on a page is none of these whatever it calls itself; consent is asked for at length. */
const longestWall = { 'consent-wall': 1_800, 'bot-check': 600, 'error-page': 600 } as const;

/** Linked headings from which a page with little running text is a list of articles. */
const teasers = 5;

const manyLinks = 25;

/** Linked data is looked at up to here; the article's own comes first. */
const scriptUnits = 10_000;

/**
 * Whether this looks like one article, cheaply: a few look-ups, no layout, nothing changed, under a millisecond. It errs on the
 * side of silence. `list-page` is said only where address or structure show it; `no-text` means that too little was seen,
 * and a closer look (`readPage`) may still find an article. `url` is the page's address, `null` for a file without one.
 */
export function isArticlePage(document: Document, url: string | null): GateAnswer {
  if (!isHtml(document)) return no('unsupported-page');
  const address = kindOfAddress(url);
  if (address === 'front') return no(hasLinks(document) ? 'list-page' : 'no-text');
  const kind = saysKind(document);
  const prose = measureProse(document);
  const stated = kind === 'article' && address === null;
  const isArticle = stated ? prose.all >= enough.saysArticle : prose.together >= enough.together;
  const wall = stated && isArticle ? null : wallOf(document, url);
  if (wall !== null && prose.together < longestWall[wall]) return no(wall);
  if (wall === 'consent-wall' && isLongConsentWall(document)) return no(wall);
  if (isArticle && kind !== 'list' && (address === null || kind === 'article')) return yes;
  if (address === 'service') return no('no-text');
  // Its address keeps us silent, and proves nothing to a reader who asks.
  if (address === 'section' && isArticle && kind !== 'list') return no('no-text');
  const isListed = address === 'list' || (address === 'section' && prose.together < enough.saysArticle);
  const isList =
    kind === 'list' ||
    (isListed && hasLinks(document)) ||
    linkedHeadings(document) >= teasers ||
    isAllLinks(document, prose.all);
  return no(isList ? 'list-page' : 'no-text');
}

const yes: GateAnswer = { article: true, because: null };

function no(because: NotAnArticle): GateAnswer {
  return { article: false, because };
}

/** Whether the document is a web page at all: not a picture, a feed shown as XML, a PDF viewer or a frame set. */
export function isHtml(document: Document): boolean {
  const type = document.contentType;
  if (typeof type === 'string' && type !== '' && !/html/i.test(type)) return false;
  return document.querySelector('body') !== null;
}

/** What markup calls the page. A front page's linked data lists articles, so types of lists outweigh those of articles. */
function saysKind(document: Document): 'article' | 'list' | null {
  const types: string[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = (script.textContent ?? '').slice(0, scriptUnits);
    for (const [, type] of source.matchAll(/"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"([A-Za-z:/.]{1,80})"/g))
      types.push(type ?? '');
  }
  if (types.some((type) => /(?:CollectionPage|SearchResultsPage)$/.test(type))) return 'list';
  if (types.some((type) => /(?:Article|BlogPosting|^Report)$/.test(type))) return 'article';
  const ogType = document.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  if (/^\s*(?:article|news|blog|post)/i.test(ogType)) return 'article';
  return (
    document.querySelector('meta[property="article:published_time"], [itemprop~="articleBody"]') && 'article'
  );
}

/** Links without any running text: an index, a table of results. */
function isAllLinks(document: Document, prose: number): boolean {
  return prose === 0 && document.getElementsByTagName('a').length > manyLinks;
}

/** A list of articles leads to them, whatever its address. */
function hasLinks(document: Document): boolean {
  return document.getElementsByTagName('a').length > 0;
}

function linkedHeadings(document: Document): number {
  return document.querySelectorAll('h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3').length;
}
