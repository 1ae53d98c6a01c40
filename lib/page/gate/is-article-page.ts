import type { NotAnArticle } from '@/lib/core/article';
import { wallOf } from './walls';

/** The gate's answer; `because` is `null` for an article. */
export interface GateAnswer {
  article: boolean;
  because: NotAnArticle | null;
}

/** How much is looked at, so that the answer costs less than a millisecond whatever the page's size. */
const bounds = {
  paragraphs: 120,
  paragraphUnits: 80,
  denseUnits: 40,
  breaks: 60,
  scriptUnits: 60_000,
} as const;

/**
 * Running text, in UTF-16 units of long paragraphs, from which a page counts as an article: of the largest group of
 * neighbours, and, where the page says itself that it is an article, of all of them.
 */
const enough = { together: 600, saysArticle: 250 } as const;

const listSegments =
  /^\/(?:(?:search|tags?|categor(?:y|ies)|topics?|sections?|authors?|staff|people|archives?|latest|newest|trending|login|log-in|signin|sign-in|signup|register|account|subscribe|subscriptions?|feeds?|rss|sitemap|newsletters?|shop|cart|contact|about|privacy|terms)(?:\/|$|\.)|.{0,80}\/page\/\d+\/?$|(?:.{0,40}\/)?index\.(?:html?|php|aspx?)$)/i;
const searchKeys = ['q', 's', 'query', 'search', 'keyword', 'keywords'];

/**
 * Whether this looks like one article, cheaply: a few look-ups, no layout, nothing changed. It errs on the side of silence;
 * a reader who asks (`readPage`) is not held back by it unless the page is plainly something else.
 */
export function isArticlePage(document: Document, url: string | null): GateAnswer {
  if (!isHtml(document)) return no('unsupported-page');
  const prose = measureProse(document);
  const stated = saysArticle(document);
  const list = isListAddress(url);
  const needed = stated && !list ? enough.saysArticle : enough.together;
  const found = stated && !list ? prose.all : prose.together;
  if (found < needed)
    return no(wallOf(document, url) ?? (prose.links > 30 || list ? 'list-page' : 'no-text'));
  if (list && !(stated && prose.together > 3 * enough.together)) return no('list-page');
  if (!stated) {
    const wall = prose.together < 3 * enough.together ? wallOf(document, url) : null;
    if (wall !== null) return no(wall);
    if (prose.cards >= 6 && prose.together < 0.5 * prose.all) return no('list-page');
  }
  return { article: true, because: null };
}

function no(because: NotAnArticle): GateAnswer {
  return { article: false, because };
}

/** Whether the document is a web page at all: not a picture, a feed shown as XML, a PDF viewer or a frame set. */
export function isHtml(document: Document): boolean {
  const type = document.contentType;
  if (typeof type === 'string' && type !== '' && !/html/i.test(type)) return false;
  return document.querySelector('body') !== null;
}

function isListAddress(url: string | null): boolean {
  if (url === null || !URL.canParse(url)) return false;
  const { pathname, searchParams } = new URL(url);
  if (searchKeys.some((key) => searchParams.has(key))) return true;
  if (pathname === '/' || pathname === '') return searchParams.size === 0;
  return listSegments.test(pathname);
}

/** Whether markup calls the page an article. A front page's linked data lists articles, so only a thing of its own counts. */
function saysArticle(document: Document): boolean {
  const type = document.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  if (/^(?:article|news|blog|post)/i.test(type.trim())) return true;
  if (document.querySelector('meta[property="article:published_time"], [itemprop~="articleBody"]') !== null)
    return true;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = (script.textContent ?? '').slice(0, bounds.scriptUnits);
    const types = source.matchAll(/"@type"\s{0,10}:\s{0,10}\[?\s{0,10}"([A-Za-z:/.]{1,80})"/g);
    let articles = 0;
    for (const [, name] of types) {
      if (/ItemList$|CollectionPage$|SearchResultsPage$/.test(name ?? '')) return false;
      if (/(?:Article|BlogPosting|^Report)$/.test(name ?? '')) articles++;
    }
    if (articles > 0 && articles <= 3) return true;
  }
  return false;
}

interface Prose {
  /** Units of all long paragraphs looked at. */
  all: number;
  /** Units of the largest group with one parent, or, where each paragraph is wrapped, one grandparent. */
  together: number;
  cards: number;
  links: number;
}

function measureProse(document: Document): Prose {
  const byParent = new Map<Node, number>();
  const byGrandparent = new Map<Node, number>();
  const add = (element: Element, units: number) => {
    const parent = element.parentNode;
    if (parent === null) return;
    byParent.set(parent, (byParent.get(parent) ?? 0) + units);
    const grandparent = parent.parentNode;
    if (grandparent !== null && !/^(?:LI|ARTICLE)$/i.test(parent.nodeName))
      byGrandparent.set(grandparent, (byGrandparent.get(grandparent) ?? 0) + units);
  };
  let all = 0;
  const paragraphs = document.getElementsByTagName('p');
  for (let n = 0; n < Math.min(paragraphs.length, bounds.paragraphs); n++) {
    const units = proseUnits(paragraphs[n]!);
    all += units;
    if (units > 0) add(paragraphs[n]!, units);
  }
  if (all < enough.together) {
    for (const element of brokenText(document)) {
      const units = proseUnits(element);
      all += units;
      if (units > 0) byParent.set(element, units);
    }
  }
  const largest = (groups: Map<Node, number>) => Math.max(0, ...groups.values());
  return {
    all,
    together: Math.max(largest(byParent), largest(byGrandparent)),
    cards: document.getElementsByTagName('article').length,
    links: document.getElementsByTagName('a').length,
  };
}

/** Elements that hold their paragraphs apart by line breaks. */
function brokenText(document: Document): Set<Element> {
  const found = new Set<Element>();
  const breaks = document.querySelectorAll('div > br, td > br, span > br, article > br, section > br');
  for (let n = 0; n < Math.min(breaks.length, bounds.breaks); n++) {
    const parent = breaks[n]!.parentElement;
    if (parent !== null) found.add(parent);
  }
  return found;
}

const denseScript = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Units of a long paragraph that is not mostly links; 0 for any other. */
function proseUnits(element: Element): number {
  const text = (element.textContent ?? '').trim();
  const dense = denseScript.test(text.slice(0, 40));
  if (text.length < (dense ? bounds.denseUnits : bounds.paragraphUnits)) return 0;
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += link.textContent?.length ?? 0;
  if (linked > text.length / 2) return 0;
  return (text.length - linked) * (dense ? 2 : 1);
}
