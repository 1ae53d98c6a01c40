import { zone } from '@/lib/page/gathered';

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
