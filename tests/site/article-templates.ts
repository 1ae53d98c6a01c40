import type { ArticlePage, PageParts } from './article-parts.ts';
import { advertisement, comments, sectionPath } from './furniture.ts';
import { anchor, escapeJson, escapeText, longDate } from './html.ts';
import type { Template } from './outlets.ts';

function canonicalHead({ page }: PageParts): string {
  return page.canonical === undefined ? '' : `<link rel="canonical" href="${escapeText(page.canonical)}">`;
}

function openGraphHead({ page }: PageParts): string {
  const properties: [string, string | null | undefined][] = [
    ['og:type', 'article'],
    ['og:title', page.title],
    ['og:site_name', page.outlet],
    ['og:url', page.canonical],
    ['article:published_time', page.published],
    ['article:section', page.section],
  ];
  return properties
    .filter(([, value]) => value)
    .map(([property, value]) => `<meta property="${property}" content="${escapeText(value ?? '')}">`)
    .join('\n');
}

function jsonLdHead({ page }: PageParts): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: page.title,
    datePublished: page.published ?? undefined,
    author: page.byline === null ? undefined : { '@type': 'Person', name: page.byline.replace(/^By /, '') },
    publisher: { '@type': 'NewsMediaOrganization', name: page.outlet },
    mainEntityOfPage: page.canonical,
  };
  return `<script type="application/ld+json">${escapeJson(data)}</script>`;
}

/** What each template puts in `<head>`. */
export const heads: Record<Template, (parts: PageParts) => string> = {
  broadsheet: (parts) => [canonicalHead(parts), openGraphHead(parts), jsonLdHead(parts)].join('\n'),
  tabloid: (parts) => [canonicalHead(parts), openGraphHead(parts)].join('\n'),
  weblog: (parts) => [canonicalHead(parts), openGraphHead(parts)].join('\n'),
  plain: canonicalHead,
};

/** What each template puts between the head and the foot of the page. */
export const mains: Record<Template, (parts: PageParts) => string> = {
  broadsheet: ({ page, body, time, boxes }) => `<div class="columns">
<main><article>
<header><p class="meta">${sectionLink(page)}</p><h1>${escapeText(page.title)}</h1>
<p class="byline">${escapeText(page.byline ?? '')}</p><p class="meta">${time}</p></header>
<figure><div class="picture"></div><figcaption>The scene on the day. Photograph: ${escapeText(page.outlet)}</figcaption></figure>
<div class="article-body">
${body}</div>
</article>
${comments()}</main>
<aside>${boxes}</aside>
</div>`,

  tabloid: ({ page, body, time, boxes }) => `<div id="wrapper" class="columns"><div id="content-left">
<div class="breadcrumbs"><a href="/">Home</a> › ${sectionLink(page)}</div>
<div class="story"><h1 class="story-headline">${escapeText(page.title)}</h1>
<div class="byline">${escapeText(page.byline ?? '')} · ${time}</div>
<div class="share"><a href="#share">Share</a> <a href="#mail">Mail</a> <a href="#print">Print</a></div>
<div class="story-text">
${body}</div></div>
${advertisement()}
${comments()}
</div><div id="content-right" class="sidebar">${boxes}</div></div>`,

  weblog: ({ page, body, time, boxes }) => `<div id="page" class="columns"><div id="primary">
<article class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">${escapeText(page.title)}</h1>
<div class="entry-meta"><span class="posted-on">Posted on ${time}</span> by <span class="author vcard"><a rel="author" href="/about">${escapeText((page.byline ?? page.outlet).replace(/^By /, ''))}</a></span></div></header>
<div class="entry-content">
${body}</div>
<footer class="entry-footer"><span class="cat-links">Filed under ${sectionLink(page)}</span></footer>
</article>
${comments()}
</div><aside id="secondary" class="widget-area">${boxes}</aside></div>`,

  plain: ({
    page,
    body,
    boxes,
  }) => `<div class="columns" itemscope itemtype="http://schema.org/NewsArticle"><div>
<h1 itemprop="headline">${escapeText(page.title)}</h1>
<p class="byline"><span itemprop="author">${escapeText(page.byline ?? '')}</span></p>
<p class="meta">${page.published === null ? '' : `<span itemprop="datePublished" content="${escapeText(page.published)}">${longDate(page.published)}</span>`}</p>
<div itemprop="articleBody">
${body}</div>
</div><div class="sidebar">${boxes}</div></div>`,
};

function sectionLink(page: ArticlePage): string {
  const section = page.section ?? 'News';
  return anchor(sectionPath(section), section);
}
