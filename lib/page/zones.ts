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

const byTag: Record<string, number> = {
  NAV: zone.navigation,
  FOOTER: zone.footer,
  ASIDE: zone.aside,
  FIGCAPTION: zone.caption,
  FORM: zone.form,
  MAIN: zone.article,
  ARTICLE: zone.article,
  H1: zone.heading,
  H2: zone.heading,
  H3: zone.heading,
  H4: zone.heading,
  H5: zone.heading,
  H6: zone.heading,
  LI: zone.list,
  TABLE: zone.table,
};

const byRole: Record<string, number> = {
  navigation: zone.navigation,
  menu: zone.navigation,
  menubar: zone.navigation,
  banner: zone.header,
  contentinfo: zone.footer,
  complementary: zone.aside,
  main: zone.article,
  article: zone.article,
  search: zone.form,
};

/** Words of class names and ids, whole between separators, so that `page-nav` counts and `navy` does not. */
const byName: readonly (readonly [RegExp, number])[] = [
  [
    /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|toc|skip-link)(?:$|[\s_-])/i,
    zone.navigation,
  ],
  [/(?:^|[\s_-])(?:footer|copyright|colophon)(?:$|[\s_-])/i, zone.footer],
  [
    /(?:^|[\s_-])(?:sidebar|related|recommend(?:ed|ations)?|promo|newsletter|subscribe|subscription|signup|sign-up|widget|outbrain|taboola|trending|popular|most-read|read-?more|more-stories|also-read|advert(?:isement)?|sponsored|dianomi|jp-relatedposts|author-?(?:bio|box|info))(?:$|[\s_-])/i,
    zone.aside,
  ],
  [
    /(?:^|[\s_-])(?:caption|wp-caption-text|image-credit|photo-credit|img-credit|figcaption|imagecredit|cutline)(?:$|[\s_-])/i,
    zone.caption,
  ],
  [/(?:^|[\s_-])(?:comments?|disqus|comment-?list|commentlist|respond|replies)(?:$|[\s_-])/i, zone.comments],
  [
    /(?:^|[\s_-])(?:share|sharing|sharedaddy|social|addthis|addtoany|sharebar|share-?tools|follow-us)(?:$|[\s_-])/i,
    zone.social,
  ],
  [/(?:^|[\s_-])(?:byline|author|authors|dateline|writtenby|p-author|posted-by)(?:$|[\s_-])/i, zone.byline],
  [
    /(?:^|[\s_-])(?:article-?body|entry-content|post-content|story-?body|articlebody|post-body)(?:$|[\s_-])/i,
    zone.article,
  ],
];

/** Longer class attributes are not a name but a style sheet; their first part is enough. */
const namesRead = 200;

/** The zones one element opens for everything inside of it. */
export function zonesOf(element: Element): number {
  const tag = element.tagName.toUpperCase();
  if (tag === 'BODY' || tag === 'HTML') return 0;
  let zones = byTag[tag] ?? 0;
  const role = element.getAttribute('role');
  if (role !== null) zones |= byRole[role] ?? 0;
  const named = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (named.length > 1) {
    const names = named.slice(0, namesRead);
    for (const [pattern, bit] of byName) if (pattern.test(names)) zones |= bit;
  }
  const rel = element.getAttribute('rel');
  if (rel === 'author' || element.getAttribute('itemprop') === 'author') zones |= zone.byline;
  if (element.getAttribute('itemprop') === 'articleBody') zones |= zone.article;
  return zones;
}
