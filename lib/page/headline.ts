import { isSameSite } from './addresses';
import { oneLine } from './clean-text';
import type { PageSays } from './metadata';

const longest = 500;

/** What sites put between a headline and their name; the spaces around it belong to it. */
const separator = /\s+[|\-–—·•»«:/\\>]+\s+|\s*[|»]\s*/g;

/**
 * The headline without the site's name: that of the linked data, `og:title` or `<title>` which the page itself shows as a
 * heading, else the first of them. `null` if the page has none.
 */
export function readHeadline(document: Document, says: PageSays, url: string | null): string | null {
  const names = siteNames(says, url);
  const titled = oneLine(document.querySelector('title')?.textContent, longest);
  const stated = [says.linked.headline, says.metas.get('og:title'), says.metas.get('twitter:title'), titled]
    .map((title) => oneLine(title, longest))
    .filter((title): title is string => title !== null);
  const headings = shownHeadings(document);
  for (const heading of headings)
    if (stated.some((title) => folded(title).includes(folded(heading)) && folded(heading).length >= 12))
      return heading;
  const first = stated[0];
  if (first !== undefined) return withoutSite(first, names);
  return headings[0] ?? null;
}

function shownHeadings(document: Document): string[] {
  const found: string[] = [];
  const elements = document.querySelectorAll('h1, [itemprop~="headline"]');
  for (let n = 0; n < Math.min(elements.length, 10); n++) {
    const text = oneLine(elements[n]?.textContent, longest);
    if (text !== null) found.push(text);
  }
  return found;
}

/**
 * Cuts the site's name off a title, at its end ("Headline - Example Times") or its start ("Example Times: Headline").
 * Without a name known, only the last part after a bar goes, and only if the headline left over is the longer part.
 */
export function withoutSite(title: string, names: readonly string[]): string {
  const gaps = [...title.matchAll(separator)];
  for (const gap of gaps) {
    const after = title.slice(gap.index + gap[0].length);
    if (isName(after, names)) return title.slice(0, gap.index).trim();
  }
  for (const gap of gaps.toReversed()) {
    const before = title.slice(0, gap.index);
    if (isName(before, names)) return title.slice(gap.index + gap[0].length).trim();
  }
  const last = gaps.at(-1);
  if (last === undefined || !/[|»]/.test(last[0])) return title;
  const [before, after] = [title.slice(0, last.index).trim(), title.slice(last.index + last[0].length)];
  return before.split(' ').length >= 3 && after.split(' ').length < before.split(' ').length ? before : title;
}

function isName(part: string, names: readonly string[]): boolean {
  const plain = folded(part);
  return (
    plain !== '' &&
    names.some(
      (name) =>
        plain === name || (name.length >= 6 && plain.startsWith(name) && plain.length < name.length * 2),
    )
  );
}

/** Names a site may call itself in a title, folded: its stated ones, its host, and its host without the ending. */
function siteNames(says: PageSays, url: string | null): string[] {
  const names = [says.metadata.siteName, says.metadata.publisher];
  const address = url ?? says.metadata.canonical ?? says.metadata.ogUrl;
  if (address !== null && isSameSite(address, address)) {
    const host = new URL(address).hostname.replace(/^www\./, '');
    names.push(host, host.replace(/(?:\.(?:com?|org|net|gov|ac))?\.[a-z]+$/, ''));
  }
  return names
    .filter((name): name is string => name !== null)
    .map(folded)
    .filter((name) => name.length >= 2);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
