/**
 * An address without what the article's outlet and headline say of it: most news has its host from the one and the last
 * part of its path from the other.
 */
export interface ShortAddress {
  /** Place in `openings`, which go before the outlet's key and a slash; their number where the address does not begin so. */
  opening: number;
  /** What stands behind that, up to the words of the headline … */
  before: string;
  /** … of which the first so many stand in it, parted by hyphens; 0 for none, and then nothing is behind them. */
  words: number;
  behind: string;
}

const openings = ['https://www.', 'https://', 'http://www.', 'http://'];

/** Headlines are looked for by so many of their words at most, and not by fewer than two. */
const mostWords = 30;
const fewestWords = 2;

export function shortAddress(address: string, outletKey: string | null, title: string | null): ShortAddress {
  const begun = openings.findIndex((opening) => address.startsWith(beginning(opening, outletKey)));
  const opening = begun < 0 ? openings.length : begun;
  const rest = begun < 0 ? address : address.slice(beginning(openings[begun]!, outletKey).length);
  const words = slugWords(title);
  let found = { before: rest, words: 0, behind: '' };
  for (let count = fewestWords; count <= words.length; count++) {
    const slug = words.slice(0, count).join('-');
    const at = rest.indexOf(slug);
    if (at < 0) break;
    found = { before: rest.slice(0, at), words: count, behind: rest.slice(at + slug.length) };
  }
  return { opening, ...found };
}

/** The reverse of {@link shortAddress}, given the same key and headline. */
export function longAddress(
  { opening, before, words, behind }: ShortAddress,
  outletKey: string | null,
  title: string | null,
): string {
  const begun = openings[opening] === undefined ? '' : beginning(openings[opening], outletKey);
  const slug = words > 0 ? slugWords(title).slice(0, words).join('-') : '';
  return begun + before + slug + behind;
}

function beginning(opening: string, outletKey: string | null): string {
  return `${opening}${outletKey ?? ''}/`;
}

function slugWords(title: string | null): string[] {
  const words = (title ?? '').replace(/['’]/g, '').match(/[A-Za-z0-9]+/g) ?? [];
  return words.slice(0, mostWords).map((word) => word.toLowerCase());
}
