import type { GatheredPage } from '@/lib/page/gathered';
import { hostOf } from './addresses';
import type { PageSays } from './metadata';

/** What sites put between a headline and their name; the spaces around it belong to it. */
const separator = /\s+[|\-–—·•»«:/\\>]+\s+|\s*[|»]\s*/g;

/** A heading must have this many letters, and this share of the title's, to be told from the name of a section or site in it. */
const least = { letters: 12, share: 0.4 } as const;

/**
 * The headline without the site's name: the heading that the page shows and its titles repeat, else the first title it states.
 * `null` if the page has none.
 */
export function readHeadline(page: GatheredPage, says: PageSays, url: string | null): string | null {
  const names = siteNames(says, url);
  const stated = [
    says.metas.get('og:title'),
    page.title,
    says.linked.headline,
    says.metas.get('twitter:title'),
  ]
    .filter((title) => title !== null && title !== undefined)
    .map((title) => withoutSite(title, names));
  return (
    page.headings.find((heading) => stated.some((title) => repeats(title, heading))) ??
    stated[0] ??
    page.headings[0] ??
    null
  );
}

function repeats(title: string, heading: string): boolean {
  const [whole, part] = [folded(title), folded(heading)];
  return (
    whole === part ||
    (part.length >= Math.max(least.letters, least.share * whole.length) && whole.includes(part))
  );
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
  const host = hostOf(url ?? says.metadata.canonical ?? says.metadata.ogUrl)?.replace(/^www\.|:\d+$/g, '');
  if (host) names.push(host, host.replace(/(?:\.(?:com?|org|net|gov|ac))?\.[a-z]+$/, ''));
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
