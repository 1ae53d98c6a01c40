import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { articlePage } from './article-page.ts';
import { type DemoRecord, demoRecords } from './demo-records.ts';
import { rssFeed, summaryOf } from './feed.ts';
import { frontHost, frontPage } from './front-page.ts';
import { type Local, sectionPath, type Teaser } from './furniture.ts';
import { aboutPage, listPage, missingPage } from './list-pages.ts';
import { outletsOf, type SiteOutlet, siteOutlet } from './outlets.ts';

/** The demo news site: many made-up hosts on one port of this machine's loopback address. */
export interface Site {
  port: number;
  /** Address of a page: `url('freequay.example', '/feed.xml')`. */
  url(host: string, path?: string): string;
  /** Address on this machine of a public one (`https://freequay.example/a` → `http://freequay.example:PORT/a`; other hosts stay). */
  local: Local;
  /** Serves this page too, before all others. A later page of the same host and path takes its place. */
  addPage(host: string, path: string, body: string, contentType?: string): string;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: string;
  type: string;
}

const html = 'text/html; charset=utf-8';

function page(body: string, status = 200): Answer {
  return { status, body, type: html };
}

function teaserOf(record: DemoRecord): Teaser {
  return { title: record.title, url: record.url, section: record.section, summary: summaryOf(record) };
}

/** The article's page, its links opening on this machine while canonical and other claims stay the public ones. */
function recordPage(record: DemoRecord, others: readonly DemoRecord[], local: Local): string {
  const paragraphs = record.text === '' ? [summaryOf(record)] : record.text.split('\n\n');
  return articlePage({
    host: new URL(record.url).hostname,
    outlet: record.outlet,
    title: record.title,
    byline: record.byline,
    published: record.published,
    paragraphs,
    canonical: record.url,
    section: record.section,
    links: record.links,
    blockquotes: record.blockquotes,
    related: others.filter((other) => other !== record).map(teaserOf),
    local,
  });
}

function outletPage(outlet: SiteOutlet, records: readonly DemoRecord[], url: URL, local: Local): Answer {
  const article = records.find((record) => new URL(record.url).pathname === url.pathname);
  if (article) return page(recordPage(article, records, local));
  const list = (heading: string, chosen: readonly DemoRecord[]) =>
    page(listPage(outlet, { heading, teasers: chosen.map(teaserOf), local }));
  if (url.pathname === '/') return list('Today', records);
  if (url.pathname === '/about') return page(aboutPage(outlet));
  if (url.pathname === '/feed.xml')
    return { status: 200, body: rssFeed(outlet, records), type: 'application/rss+xml; charset=utf-8' };
  if (url.pathname === '/search') {
    const query = (url.searchParams.get('q') ?? '').toLowerCase();
    return list(
      `Search: ${query}`,
      records.filter((record) => record.title.toLowerCase().includes(query)),
    );
  }
  const section = outlet.sections.find((name) => sectionPath(name) === url.pathname);
  if (section !== undefined)
    return list(
      section,
      records.filter((record) => record.section === section),
    );
  return page(missingPage(outlet), 404);
}

export interface SiteOptions {
  /** 0 takes any free one. */
  port?: number;
  /** `false` for a browser that is told to go to this port whatever the made-up host: addresses then look like real ones. */
  showPort?: boolean;
}

/** Starts the site on loopback. The browser has to be told that made-up hosts live there. */
export async function startSite({ port = 0, showPort = true }: SiteOptions = {}): Promise<Site> {
  const records = demoRecords();
  const outlets = new Map(outletsOf(records).map((outlet) => [outlet.host, outlet]));
  outlets.set(frontHost, siteOutlet(frontHost, 'Refrain demo', []));
  const added = new Map<string, Answer>();

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const answer = added.get(`${url.hostname}${url.pathname}`) ?? answerOf(url);
    response.writeHead(answer.status, { 'content-type': answer.type, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The demo site got no port.');
  const chosen = address.port;
  const addressOf = (host: string, path: string) => `http://${host}${showPort ? `:${chosen}` : ''}${path}`;

  function local(publicAddress: string): string {
    const { hostname, pathname, search, hash } = new URL(publicAddress);
    return hostname.endsWith('.example') ? addressOf(hostname, `${pathname}${search}${hash}`) : publicAddress;
  }

  function answerOf(url: URL): Answer {
    if (url.hostname === frontHost && url.pathname === '/') return page(frontPage(records, local));
    const outlet = outlets.get(url.hostname);
    if (outlet === undefined) return page(missingPage(siteOutlet(url.hostname, url.hostname, [])), 404);
    const own = records.filter((record) => new URL(record.url).hostname === url.hostname);
    return outletPage(outlet, own, url, local);
  }

  return {
    port: chosen,
    url: (host, path = '/') => addressOf(host, path),
    local,
    addPage(host, path, body, contentType = html) {
      added.set(`${host}${path}`, { status: 200, body, type: contentType });
      return addressOf(host, path);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
