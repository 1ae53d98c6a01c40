import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHtml } from '@/lib/page/read-html';
import { articlePage, demoRecords, frontHost, type Site, startSite } from '../site/index.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Asks the site as a browser would that was told where the made-up host lives. */
function ask(address: string): Promise<{ status: number; type: string; body: string }> {
  const { host, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    get(
      { host: '127.0.0.1', port: site.port, path: `${pathname}${search}`, headers: { host } },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          body += part;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
        );
      },
    ).on('error', reject);
  });
}

/** What Refrain makes of a page of the site. */
async function read(address: string) {
  const { body } = await ask(address);
  return readHtml(body, { url: address, now: Date.parse('2026-04-01') });
}

describe('the demo site', () => {
  it('serves every demo article at its own host, with its public address as canonical', async () => {
    for (const record of demoRecords()) {
      const { status, body } = await ask(site.local(record.url));
      expect(status).toBe(200);
      expect(body).toContain(`<link rel="canonical" href="${record.url}">`);
    }
  });

  it('lists every demo article on its front page, by addresses that open on this machine', async () => {
    const { body } = await ask(site.url(frontHost));
    for (const record of demoRecords()) expect(body).toContain(`href="${site.local(record.url)}"`);
  });

  it('gives each outlet a feed that names its articles by their public addresses', async () => {
    const { type, body } = await ask(site.url('coastaltimes.example', '/feed.xml'));
    expect(type).toContain('rss+xml');
    expect(body.match(/<guid [^>]*>([^<]*)/g)).toHaveLength(2);
    expect(body).toContain('<link>https://coastaltimes.example/shipping/anna-vell-reef</link>');
  });

  it('searches headlines', async () => {
    const { body } = await ask(site.url('lanternpost.example', '/search?q=fuel'));
    expect(body).toContain('Fuel price doubled');
    expect(body).not.toContain('Eastmere wells');
  });

  it('answers a wrong address or an unknown host with an error page', async () => {
    expect((await ask(site.url('lanternpost.example', '/nowhere'))).status).toBe(404);
    expect((await ask(site.url('unknown.example'))).status).toBe(404);
  });

  it('serves an added page before its own', async () => {
    const page = articlePage({
      host: 'guest.example',
      outlet: 'Guest',
      title: 'Fog < frost',
      byline: null,
      published: '2026-03-01',
      paragraphs: ['One "word" & another.'],
      creditHtml: 'Source: <a href="https://freequay.example/">Free Quay</a>',
    });
    const address = site.addPage('guest.example', '/fog', page);
    const { body } = await ask(address);
    expect(body).toBe(page);
    expect(body).toContain('<h1>Fog &lt; frost</h1>');
    expect(body).toContain('<p>One &quot;word&quot; &amp; another.</p>');
    expect(body).toContain('<p class="credit">Source: <a href="https://freequay.example/">Free Quay</a></p>');
  });

  it('shows articles of which every word and only theirs can be read back', async () => {
    for (const record of demoRecords().filter(({ text }) => text !== '')) {
      const outcome = await read(site.local(record.url));
      const article = outcome.status === 'read' ? outcome.reading.article : null;
      expect([article?.title, article?.text]).toEqual([record.title, record.text]);
      expect(article?.published?.at).toBe(new Date(record.published).toISOString().replace('.000Z', 'Z'));
    }
  });

  it.each(['/', '/section/velmora', '/search?q=a', '/about', '/nowhere'])(
    'has no article at %s of an outlet',
    async (path) => {
      expect((await read(site.url('lanternpost.example', path))).status).toBe('not-an-article');
    },
  );

  it('has no article on its front page', async () => {
    expect((await read(site.url(frontHost))).status).toBe('not-an-article');
  });
});
