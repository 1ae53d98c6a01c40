import { zone } from '@/lib/page/gathered';

const byTag = new Map([
  ['NAV', zone.navigation],
  ['FOOTER', zone.footer],
  ['ASIDE', zone.aside],
  ['FIGCAPTION', zone.caption],
  ['FORM', zone.form],
  ['MAIN', zone.article],
  ['ARTICLE', zone.article],
  ['LI', zone.list],
  ['TABLE', zone.table],
]);

/** `role` attributes; `rel` and `itemprop` say in the same way whose name it is and what is the body. */
const bySaying = new Map([
  ['navigation', zone.navigation],
  ['menu', zone.navigation],
  ['menubar', zone.navigation],
  ['banner', zone.header],
  ['contentinfo', zone.footer],
  ['complementary', zone.aside],
  ['main', zone.article],
  ['article', zone.article],
  ['search', zone.form],
  ['author', zone.byline],
  ['articleBody', zone.article],
]);

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

/** The zones an element opens for everything inside of it. Pages repeat their names, so each is looked at once. */
export function zoneReader(): (element: Element, tag: string) => number {
  const known = new Map<string, number>();
  return (element, tag) => {
    if (tag === 'BODY' || tag === 'HTML') return 0;
    let zones = /^H[1-6]$/.test(tag) ? zone.heading : (byTag.get(tag) ?? 0);
    for (const attribute of ['class', 'id']) {
      const names = element.getAttribute(attribute);
      if (names) zones |= ofNames(names, known);
    }
    for (const attribute of ['role', 'rel', 'itemprop'])
      zones |= bySaying.get(element.getAttribute(attribute) ?? '') ?? 0;
    return zones;
  };
}

function ofNames(names: string, known: Map<string, number>): number {
  let zones = known.get(names);
  if (zones === undefined) {
    const read = names.slice(0, namesRead);
    zones = byName.reduce((sum, [pattern, bit]) => (pattern.test(read) ? sum | bit : sum), 0);
    known.set(names, zones);
  }
  return zones;
}
