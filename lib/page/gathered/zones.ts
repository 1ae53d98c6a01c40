/**
 * Where in the page's furniture a piece of text stands, as bits, because zones nest: a caption inside an aside inside the article.
 * Told from tag names, roles and class names alone, so that it costs one look at each element and needs no layout.
 */
export const zone = {
  navigation: 1,
  footer: 2,
  header: 4,
  aside: 8,
  caption: 16,
  comments: 32,
  form: 64,
  article: 128,
  byline: 256,
  social: 512,
  heading: 1024,
  list: 2048,
  table: 4096,
} as const;

/** Zones whose text is no part of the article's body. */
export const furniture =
  zone.navigation | zone.footer | zone.aside | zone.caption | zone.comments | zone.form | zone.social;

/** Share of a page's running text from which on a furniture name must be that of the article's wrapper. */
const wrapperShare = 0.4;

/**
 * The furniture zones that can be believed on this page. Where one holds much of the running text, it is the article's own
 * wrapper that bears the name ("post-share"), and the name says nothing.
 */
export function believableFurniture(weighed: readonly { zones: number; words: number }[]): number {
  const all = weighed.reduce((sum, { words }) => sum + words, 0);
  let believable = 0;
  for (let bit = 1; bit <= furniture; bit *= 2) {
    if ((bit & furniture) === 0) continue;
    const held = weighed.reduce((sum, { zones, words }) => sum + (zones & bit ? words : 0), 0);
    if (held <= wrapperShare * all) believable |= bit;
  }
  return believable;
}
