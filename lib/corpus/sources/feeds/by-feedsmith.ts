import { parseFeed } from 'feedsmith';
import { type Feed, type FeedItem, type FeedText, longestContent, longestField, mostItems } from './types';

type Parsed = ReturnType<typeof parseFeed<string>>;
type Rss = Extract<Parsed, { format: 'rss' }>['feed'];
type Atom = Extract<Parsed, { format: 'atom' }>['feed'];
type Rdf = Extract<Parsed, { format: 'rdf' }>['feed'];
type Json = Extract<Parsed, { format: 'json' }>['feed'];

/** Reads a feed by feedsmith; `null` where it finds none or gives up on broken XML. */
export function readByFeedsmith(text: string): Feed | null {
  const parsed = parsedOrNull(text);
  switch (parsed?.format) {
    case 'rss':
      return fromRss(parsed.feed);
    case 'rdf':
      return fromRdf(parsed.feed);
    case 'atom':
      return fromAtom(parsed.feed);
    case 'json':
      return fromJson(parsed.feed);
    case undefined:
      return null;
  }
}

function parsedOrNull(text: string): Parsed | null {
  try {
    return parseFeed<string>(text, { maxItems: mostItems });
  } catch {
    // It throws for every input it cannot make a feed of, with classes of its own and of its XML parser.
    return null;
  }
}

function fromRss(feed: Rss): Feed {
  return {
    title: html(feed.title ?? first(feed.dc?.titles)),
    description: html(feed.description ?? first(feed.dc?.descriptions)),
    home: field(feed.link ?? hrefOf(feed.atom?.links, 'alternate')),
    language: field(feed.language ?? first(feed.dc?.languages)),
    items: (feed.items ?? []).map((item) => ({
      guid: field(item.guid?.value ?? item.atom?.id),
      link: field(item.link ?? hrefOf(item.atom?.links, 'alternate') ?? permaLink(item.guid)),
      title: html(item.title ?? first(item.dc?.titles) ?? item.media?.title?.value),
      summary: html(item.description ?? first(item.dc?.descriptions) ?? item.media?.description?.value),
      content: html(item.content?.encoded ?? item.atom?.content?.value, longestContent),
      authors: names(
        item.dc?.creators ?? item.authors?.map(({ name, email }) => name ?? email),
        item.itunes?.author,
      ),
      published: field(
        item.pubDate ?? first(item.dc?.dates) ?? item.atom?.published ?? first(item.dcterms?.created),
      ),
      updated: field(item.atom?.updated ?? first(item.dcterms?.modified)),
      language: field(first(item.dc?.languages)),
      source: sourceOf(item.source?.title, item.source?.url ?? first(item.dc?.sources)),
      via: field(hrefOf(item.atom?.links, 'via')),
      mediaCredit: companyOf(item.media?.credits),
      rights: field(first(item.dc?.rights) ?? item.media?.copyright?.value),
    })),
  };
}

function fromRdf(feed: Rdf): Feed {
  return {
    title: html(feed.title ?? first(feed.dc?.titles)),
    description: html(feed.description ?? first(feed.dc?.descriptions)),
    home: field(feed.link),
    language: field(first(feed.dc?.languages)),
    items: (feed.items ?? []).map((item) => ({
      guid: field(item.rdf?.about),
      link: field(item.link ?? item.rdf?.about),
      title: html(item.title ?? first(item.dc?.titles)),
      summary: html(item.description ?? first(item.dc?.descriptions)),
      content: html(item.content?.encoded, longestContent),
      authors: names(item.dc?.creators),
      published: field(first(item.dc?.dates) ?? item.atom?.published),
      updated: field(item.atom?.updated),
      language: field(first(item.dc?.languages)),
      source: sourceOf(undefined, first(item.dc?.sources)),
      via: field(hrefOf(item.atom?.links, 'via')),
      mediaCredit: null,
      rights: field(first(item.dc?.rights)),
    })),
  };
}

function fromAtom(feed: Atom): Feed {
  return {
    title: atomText(feed.title),
    description: atomText(feed.subtitle),
    home: field(hrefOf(feed.links, 'alternate')),
    language: field(feed.xml?.lang),
    items: (feed.entries ?? []).map((entry) => ({
      guid: field(entry.id),
      link: field(hrefOf(entry.links, 'alternate') ?? entry.content?.src),
      title: atomText(entry.title),
      summary: atomText(entry.summary) ?? html(entry.media?.description?.value),
      content: atomText(entry.content, longestContent),
      authors: names(
        (entry.authors ?? entry.source?.authors ?? feed.authors)?.map(({ name, email }) => name ?? email),
        ...(entry.dc?.creators ?? []),
      ),
      published: field(entry.published ?? first(entry.dc?.dates)),
      updated: field(entry.updated),
      language: field(entry.xml?.lang),
      source: sourceOf(entry.source?.title?.value, hrefOf(entry.source?.links, 'alternate')),
      via: field(hrefOf(entry.links, 'via')),
      mediaCredit: companyOf(entry.media?.credits),
      rights: field(entry.rights?.value ?? first(entry.dc?.rights)),
    })),
  };
}

function fromJson(feed: Json): Feed {
  return {
    title: plain(feed.title),
    description: plain(feed.description),
    home: field(feed.home_page_url),
    language: field(feed.language),
    items: (feed.items ?? []).map((item) => ({
      guid: field(item.id),
      link: field(item.url ?? item.external_url),
      title: plain(item.title),
      summary: plain(item.summary),
      content: html(item.content_html, longestContent) ?? plain(item.content_text, longestContent),
      authors: names((item.authors ?? feed.authors)?.map(({ name }) => name)),
      published: field(item.date_published),
      updated: field(item.date_modified),
      language: field(item.language),
      source: null,
      via: item.url === undefined ? null : field(item.external_url),
      mediaCredit: null,
      rights: null,
    })),
  };
}

function first<T>(values: readonly T[] | undefined): T | undefined {
  return values?.[0];
}

function field(value: string | undefined): string | null {
  const text = value?.slice(0, longestField).trim() ?? '';
  return text === '' ? null : text;
}

function plain(value: string | undefined, most = longestField): FeedText | null {
  const text = value?.slice(0, most) ?? '';
  return text.trim() === '' ? null : { text, html: false };
}

/** RSS does not say whether its texts are words or HTML; as HTML both are read right. */
function html(value: string | undefined, most = longestField): FeedText | null {
  const text = plain(value, most);
  return text && { ...text, html: true };
}

/** Atom says it; where it does not, it means plain words, which many feeds have not heard of. */
function atomText(
  given: { value?: string; type?: string } | undefined,
  most = longestField,
): FeedText | null {
  const isPlain = given?.type === 'text' || given?.type === 'text/plain';
  return isPlain ? plain(given?.value, most) : html(given?.value, most);
}

function hrefOf(
  links: readonly { href?: string; rel?: string }[] | undefined,
  rel: 'alternate' | 'via',
): string | undefined {
  return links?.find((link) => link.href && (link.rel ?? 'alternate') === rel)?.href;
}

function permaLink(guid: { value?: string; isPermaLink?: boolean } | undefined): string | undefined {
  return guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
}

/** Roles of `media:credit` (urn:ebu) in which a company stands behind the item itself. */
const company = /compan|publish|distribut|agency|owner/i;

function companyOf(credits: readonly { value?: string; role?: string }[] | undefined): string | null {
  return field(credits?.find(({ role }) => company.test(role?.slice(0, 60) ?? ''))?.value?.slice(0, 300));
}

/** Most names kept of an item. */
const mostNames = 20;

function names(...given: (readonly (string | undefined)[] | string | undefined)[]): string[] {
  const all = given.flat().map((name) => field(name)?.slice(0, 400));
  return [...new Set(all.filter((name) => name !== undefined))].slice(0, mostNames);
}

function sourceOf(title: string | undefined, url: string | undefined): FeedItem['source'] {
  const source = { title: field(title), url: field(url) };
  return source.title === null && source.url === null ? null : source;
}
