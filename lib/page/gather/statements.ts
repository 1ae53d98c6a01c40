import { type GatheredPage, oneLine } from '@/lib/page/gathered';

type Statements = Pick<
  GatheredPage,
  'language' | 'title' | 'headings' | 'metas' | 'linkedData' | 'canonical' | 'feeds' | 'pixel' | 'times'
>;

/** Caps on what a page may state of itself; units are UTF-16. */
const bounds = {
  metas: 100,
  line: 300,
  address: 1_000,
  feeds: 20,
  scripts: 20,
  script: 300_000,
  linkedData: 20_000,
  times: 10,
} as const;

/** Metadata that matters to us; pages carry hundreds of others. */
const metaNames =
  /title|author|byl|date|time|pub|modif|site_name|application-name|url|locale|language|copyright|rights|source|creator|description|type/i;

/** Text of whole articles within linked data: long, and read from the page itself. */
const longFields =
  /"(?:articleBody|text|reviewBody|transcript)"\s{0,9}:\s{0,9}"(?:[^"\\]|\\[\s\S])*"\s{0,9},?/g;

/**
 * Counting pixels that outlets ask republishers to leave in the text. They name the origin's address:
 * Republication Tracker Tool (`?republication-pixel=true&post=…`), ProPublica's `pixel.js`, The Conversation's counter.
 */
const pixels =
  '[src*="republication-pixel"], img[id^="republication-tracker"], [src*="pixel.propublica.org"], [src*="counter.theconversation."]';

/** Reads what the page says of itself in markup, before anything is cleaned. */
export function readStatements(document: Document): Statements {
  const { documentElement: root } = document;
  const attribute = (selector: string, name: string) =>
    oneLine(document.querySelector(selector)?.getAttribute(name), bounds.address);
  return {
    language:
      oneLine(root.getAttribute('lang') ?? root.getAttribute('xml:lang'), 40) ??
      attribute('body[lang]', 'lang'),
    title: oneLine(document.querySelector('title')?.textContent, bounds.line),
    headings: lines(document, 'h1, [itemprop~="headline"]'),
    metas: readMetas(document),
    linkedData: readLinkedData(document),
    canonical: attribute('link[rel~="canonical"][href]', 'href'),
    feeds: readFeeds(document),
    pixel: attribute(pixels, 'src'),
    times: readTimes(document),
  };
}

/** The first `limit` elements that match. */
function first(document: Document, selector: string, limit: number): Element[] {
  return Array.from(document.querySelectorAll(selector)).slice(0, limit);
}

function lines(document: Document, selector: string): string[] {
  return first(document, selector, 10).flatMap((element) => oneLine(element.textContent, bounds.line) ?? []);
}

function readMetas(document: Document): GatheredPage['metas'] {
  const metas = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    if (name === null || name.length > 100 || !metaNames.test(name)) continue;
    const content = oneLine(element.getAttribute('content'), bounds.line);
    if (content === null || metas.size >= bounds.metas) continue;
    // One attribute may hold several names, parted by spaces.
    for (const one of name.toLowerCase().split(/\s+/)) if (!metas.has(one)) metas.set(one, content);
  }
  return [...metas];
}

function readLinkedData(document: Document): string[] {
  const sources = first(document, 'script[type="application/ld+json"]', bounds.scripts)
    .map((script) => script.textContent ?? '')
    .filter((source) => source.length <= bounds.script)
    .map((source) => source.replace(longFields, ''));
  // A page's own article comes before menus, breadcrumbs and lists when not all of it fits.
  sources.sort((a, b) => Number(b.includes('Article"')) - Number(a.includes('Article"')));
  let left = bounds.linkedData;
  return sources.filter((source) => {
    if (source.length > left) return false;
    left -= source.length;
    return true;
  });
}

function readFeeds(document: Document): GatheredPage['feeds'] {
  return first(document, 'link[rel~="alternate"][type][href]', bounds.feeds).map((link) => ({
    title: oneLine(link.getAttribute('title'), 200),
    href: (link.getAttribute('href') ?? '').slice(0, bounds.address),
    type: (link.getAttribute('type') ?? '').slice(0, 100),
  }));
}

function readTimes(document: Document): string[] {
  const marked = first(
    document,
    '[itemprop~="datePublished"], time[pubdate], time.published, time.entry-date, abbr.published',
    bounds.times,
  );
  const others = first(document, 'time', 2 * bounds.times).filter(
    (time) => time.closest('aside, nav, footer, li, [class*="comment"], [class*="related"]') === null,
  );
  return [...marked, ...others].slice(0, bounds.times).flatMap((element) => {
    const stated = ['datetime', 'content', 'title'].map((name) => element.getAttribute(name)).find(Boolean);
    return oneLine(stated ?? element.textContent, 100) ?? [];
  });
}
