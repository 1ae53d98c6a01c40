import type { ArticlePage, PageParts } from './article-parts.ts';
import { heads, mains } from './article-templates.ts';
import { advertisement, headlineBox, type Local, newsletter } from './furniture.ts';
import { escapeText, longDate, paragraphHtml } from './html.ts';
import { siteOutlet } from './outlets.ts';
import { pageShell } from './page-shell.ts';

/** HTML of an article's page in the manner of its outlet, with everything around the text that such pages have. */
export function articlePage(page: ArticlePage): string {
  const known = siteOutlet(page.host, page.outlet, [page.section ?? 'News']);
  const outlet = { ...known, template: page.template ?? known.template };
  const local = page.local ?? ((address) => address);
  const parts: PageParts = {
    page,
    outlet,
    local,
    body: bodyHtml(page, local),
    time:
      page.published === null
        ? ''
        : `<time datetime="${escapeText(page.published)}">${longDate(page.published)}</time>`,
    boxes: headlineBox('Read also', page.related ?? [], local) + advertisement() + newsletter(outlet),
  };
  return pageShell(outlet, {
    title: `${page.title} | ${page.outlet}`,
    head: heads[outlet.template](parts),
    bodyClass: outlet.template === 'weblog' ? 'post-template single single-post' : 'article',
    main: mains[outlet.template](parts),
  });
}

function bodyHtml(page: ArticlePage, local: Local): string {
  const links = (page.links ?? []).map((link) => ({ ...link, href: local(link.href) }));
  const quoted = new Set(page.blockquotes ?? []);
  let html = '';
  page.paragraphs.forEach((paragraph, at) => {
    if (quoted.has(at) && !quoted.has(at - 1)) html += '<blockquote>\n';
    html += `<p>${paragraphHtml(paragraph, links)}</p>\n`;
    if (quoted.has(at) && !quoted.has(at + 1)) html += '</blockquote>\n';
  });
  return page.creditHtml === undefined ? html : `${html}<p class="credit">${page.creditHtml}</p>\n`;
}
