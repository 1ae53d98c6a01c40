import { advertisement, headlineBox, type Local, newsletter, type Teaser } from './furniture.ts';
import { anchor, escapeText } from './html.ts';
import type { SiteOutlet } from './outlets.ts';
import { pageShell } from './page-shell.ts';

/** Home, section and search pages: headlines with a line of text each, and no article. */
export function listPage(
  outlet: SiteOutlet,
  list: { heading: string; teasers: readonly Teaser[]; local: Local },
): string {
  const cards = list.teasers.map(
    (teaser) =>
      `<div class="card"><p class="meta">${escapeText(teaser.section)}</p><h2>${anchor(list.local(teaser.url), teaser.title)}</h2><p>${escapeText(teaser.summary)}</p></div>`,
  );
  const none = '<p>Nothing here yet. Try another word.</p>';
  return pageShell(outlet, {
    title: `${list.heading} | ${outlet.name}`,
    head: '<meta property="og:type" content="website">',
    bodyClass: 'list',
    main: `<div class="columns"><main><h1>${escapeText(list.heading)}</h1>${cards.join('\n') || none}</main><aside>${headlineBox('Most read', list.teasers, list.local)}${advertisement()}${newsletter(outlet)}</aside></div>`,
  });
}

/** The page that says who publishes: running text, but no news. */
export function aboutPage(outlet: SiteOutlet): string {
  return pageShell(outlet, {
    title: `About | ${outlet.name}`,
    bodyClass: 'page',
    main: `<div class="columns"><main><h1>About ${escapeText(outlet.name)}</h1><p>${escapeText(outlet.name)} does not exist. Its stories are made up, and so are the people and places in them.</p><p><a href="/feed.xml">Our feed</a></p></main></div>`,
  });
}

/** What a wrong address gives. */
export function missingPage(outlet: SiteOutlet): string {
  return pageShell(outlet, {
    title: `Page not found | ${outlet.name}`,
    bodyClass: 'error error404',
    main: '<div class="columns"><main><h1>Page not found</h1><p>The page you asked for is not here. It may have moved, or the address may be mistyped.</p></main></div>',
  });
}
