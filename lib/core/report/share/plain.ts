/** Longest string of a page, feed or file in a shared finding, in UTF-16 units; headlines and credit lines are shorter. */
const longest = 300;

/** Control characters, and those that turn the direction of what stands beside them. Joiners stay: scripts need them. */
const unseen = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** A foreign string as one line of text without anything that acts on its surroundings, cut between words. */
export function plain(text: string): string {
  const line = text
    .replace(unseen, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim();
  return cut(line, longest);
}

/** At most `longest` UTF-16 units, the mark of the cut included; a character is never halved. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - 2);
  const space = room.lastIndexOf(' ');
  const kept = space > longest / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept} …`;
}

/** An address that may become a link: web pages only, as the browser would write it; else `null`. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
