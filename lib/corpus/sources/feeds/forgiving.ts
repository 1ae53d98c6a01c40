import { DOMParser } from 'linkedom';
import { type Feed, type FeedItem, type FeedText, longestContent, longestField, mostItems } from './types';

/** Elements of a feed deeper than this are left out: no feed is nested like that. */
const deepest = 64;

/**
 * Reads a feed from XML that is broken, or of a kind that nobody writes any more (Netscape's CDF, bodies as XHTML): by names
 * of elements only, whatever their namespace, from a parser that closes what was left open. `null` where no element is a feed's.
 */
export function readForgivingly(text: string): Feed | null {
  const root = parsed(text);
  const feed = root && find(root, (element) => feedNames.has(nameOf(element)));
  if (!feed) return null;
  const channel = childrenOf(feed, 'channel')[0] ?? feed;
  const items = findAll(feed, (element) => itemNames.has(nameOf(element))).slice(0, mostItems);
  return {
    title: textOf(channel, 'title'),
    description: textOf(channel, 'description', 'subtitle', 'tagline', 'abstract'),
    home: linkOf(channel),
    language: wordsOf(channel, 'language') ?? channel.getAttribute('xml:lang'),
    items: items.map(readItem),
  };
}

const feedNames = new Set(['rss', 'rdf', 'feed', 'channel']);
const itemNames = new Set(['item', 'entry']);

function readItem(item: Element): FeedItem {
  return {
    guid: wordsOf(item, 'guid', 'id'),
    link: linkOf(item),
    title: textOf(item, 'title'),
    summary: textOf(item, 'description', 'summary', 'abstract'),
    content: textOf(item, 'encoded', 'content', 'fullitem', 'body'),
    authors: [wordsOf(item, 'creator') ?? wordsOf(item, 'author')].filter((name) => name !== null),
    published: wordsOf(item, 'pubdate', 'published', 'date', 'issued', 'created'),
    updated: wordsOf(item, 'updated', 'modified'),
    language: wordsOf(item, 'language'),
    source: null,
    via: null,
    mediaCredit: null,
    rights: wordsOf(item, 'rights', 'copyright'),
  };
}

function parsed(text: string): Element | null {
  try {
    return new DOMParser().parseFromString(text, 'text/xml').querySelector('*');
  } catch {
    // The parser gives up on some trees in ways of its own; then there is no feed to be read.
    return null;
  }
}

/** Name without its prefix, in lower case. */
function nameOf(element: Element): string {
  const name = element.nodeName.toLowerCase();
  return name.slice(name.lastIndexOf(':') + 1);
}

function find(root: Element, is: (element: Element) => boolean): Element | null {
  return findAll(root, is)[0] ?? null;
}

/** Elements that are so, in order, none within another of them. */
function findAll(root: Element, is: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const waiting: [Element, number][] = [[root, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [element, depth] = next;
    if (is(element)) {
      found.push(element);
      continue;
    }
    if (depth >= deepest) continue;
    for (const child of [...element.children].reverse()) waiting.push([child, depth + 1]);
  }
  return found;
}

function childrenOf(parent: Element, ...names: string[]): Element[] {
  const children = [...parent.children];
  return names.flatMap((name) => children.filter((child) => nameOf(child) === name));
}

function textOf(parent: Element, ...names: string[]): FeedText | null {
  for (const child of childrenOf(parent, ...names)) {
    const text = (child.children.length > 0 ? child.innerHTML : (child.textContent ?? '')).slice(
      0,
      longestContent,
    );
    if (text.trim() !== '') return { text, html: true };
  }
  return null;
}

function wordsOf(parent: Element, ...names: string[]): string | null {
  for (const child of childrenOf(parent, ...names)) {
    const text = (child.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, longestField);
    if (text !== '') return text;
  }
  return null;
}

function linkOf(parent: Element): string | null {
  for (const link of childrenOf(parent, 'link', 'a')) {
    const rel = link.getAttribute('rel') ?? 'alternate';
    const address = link.getAttribute('href') ?? link.textContent?.trim() ?? '';
    if (rel === 'alternate' && address !== '') return address.slice(0, longestField);
  }
  return parent.getAttribute('href') ?? parent.getAttribute('rdf:about');
}
