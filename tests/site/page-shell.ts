import { masthead, pageFoot } from './furniture.ts';
import { escapeText } from './html.ts';
import type { SiteOutlet } from './outlets.ts';

function styleOf(outlet: SiteOutlet): string {
  const serif = outlet.template === 'broadsheet' || outlet.template === 'plain';
  return `body{margin:0;font:17px/1.55 ${serif ? 'serif' : 'sans-serif'};color:#222;background:#fff}
a{color:${outlet.colour}}
.masthead{background:${outlet.colour};color:#fff;padding:1rem 2rem}.masthead a{color:#fff;text-decoration:none}
.masthead .name{font-size:2rem;margin:0}.masthead .motto{margin:0;opacity:.8}
.masthead ul,.foot ul{list-style:none;display:flex;gap:1.2rem;padding:0}
.masthead form{position:absolute;top:1rem;right:2rem}
.columns{display:grid;grid-template-columns:minmax(0,42rem) 16rem;gap:2.5rem;max-width:62rem;margin:1.5rem auto;padding:0 1rem}
h1{line-height:1.2;font-size:2.1rem}.byline,.meta,.share{color:#666;font-size:.9rem}
blockquote{border-left:4px solid ${outlet.colour};margin:1rem 0;padding:.1rem 1rem;background:#f6f6f3}
figure{margin:1rem 0}figure .picture{height:12rem;background:linear-gradient(${outlet.colour},#ddd)}
figcaption{font-size:.8rem;color:#666}
.box,.ad,.newsletter{border-top:3px solid ${outlet.colour};margin:1.5rem 0;padding:.5rem 0;font-size:.9rem}
.ad{background:#f4efe2;text-align:center}.comments{border-top:1px solid #ccc;margin-top:2rem;font-size:.9rem}
.foot{background:#eee;padding:1rem 2rem;font-size:.8rem;margin-top:3rem}
@media (max-width:50rem){.columns{grid-template-columns:1fr}}`;
}

/** A whole page of an outlet: its head and foot around `main`. `head` holds further elements of `<head>`. */
export function pageShell(
  outlet: SiteOutlet,
  page: { title: string; head?: string; bodyClass: string; main: string },
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(page.title)}</title>
<link rel="alternate" type="application/rss+xml" title="${escapeText(outlet.name)}" href="/feed.xml">
${page.head ?? ''}
<style>${styleOf(outlet)}</style>
</head>
<body class="${page.bodyClass}">
${masthead(outlet)}
${page.main}
${pageFoot(outlet)}
</body>
</html>
`;
}
