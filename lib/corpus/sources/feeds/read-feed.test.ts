import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFeed, readFeedText } from './read-feed';
import type { Feed } from './types';

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Gazette</title><link>https://gazette.example/</link><description>News</description><language>en-gb</language>
<item><title>Ferry &amp;amp; fuel</title><link>https://gazette.example/ferry</link><guid isPermaLink="false">g-1</guid>
<pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate><dc:creator>Ann Vell</dc:creator>
<source url="https://courier.example/feed">The Courier</source>
<description>&lt;p&gt;The ferry stays in port.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The ferry stays in port.</p><p>Fuel is short.</p>]]></content:encoded></item></channel></rss>`;

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><link href="https://quay.example/"/>
<entry><id>tag:quay.example,2026:1</id><title type="html">Ferry &amp;amp; fuel</title><link rel="via" href="https://courier.example/a"/>
<link href="https://quay.example/1"/><published>2026-03-10T08:00:00Z</published><updated>2026-03-11T08:00:00Z</updated>
<author><name>Ann Vell</name></author><summary type="text">2 &lt; 3</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry stays.</p></div></content></entry></feed>`;

const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://echo.example/"><title>Echo</title><link>https://echo.example/</link><description>d</description></channel>
<item rdf:about="https://echo.example/1"><title>Ferry</title><link>https://echo.example/1</link><dc:date>2026-03-10</dc:date></item></rdf:RDF>`;

const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Lantern',
  home_page_url: 'https://lantern.example/',
  items: [{ id: '7', url: 'https://lantern.example/7', title: 'Ferry', content_html: '<p>Fuel.</p>' }],
});

function read(text: string): Feed {
  const outcome = readFeedText(text);
  if (outcome.status === 'refused') throw new Error(outcome.because);
  return outcome.feed;
}

describe('a feed', () => {
  test('of RSS gives its items with all that says whose they are', () => {
    const { items, ...feed } = read(rss);
    expect(feed).toMatchObject({
      title: { text: 'Harbour Gazette' },
      home: 'https://gazette.example/',
      language: 'en-gb',
    });
    expect(items).toEqual([
      {
        guid: 'g-1',
        link: 'https://gazette.example/ferry',
        title: { text: 'Ferry &amp; fuel', html: true },
        summary: { text: '<p>The ferry stays in port.</p>', html: true },
        content: { text: '<p>The ferry stays in port.</p><p>Fuel is short.</p>', html: true },
        authors: ['Ann Vell'],
        published: 'Tue, 10 Mar 2026 08:00:00 GMT',
        updated: null,
        language: null,
        source: { title: 'The Courier', url: 'https://courier.example/feed' },
        via: null,
        mediaCredit: null,
        rights: null,
      },
    ]);
  });

  test('of RSS tells the company that an item is credited to from who took its picture', () => {
    const credits =
      '<media:credit role="photographer">Ann Vell</media:credit><media:credit role="distribution company" scheme="urn:ebu">Reuters</media:credit>';
    const told = rss
      .replace('<rss ', '<rss xmlns:media="http://search.yahoo.com/mrss/" ')
      .replace('<source ', `${credits}<source `);
    expect(read(told).items[0]?.mediaCredit).toBe('Reuters');
  });

  test('of Atom keeps plain words apart from HTML', () => {
    expect(read(atom).items[0]).toMatchObject({
      link: 'https://quay.example/1',
      via: 'https://courier.example/a',
      summary: { text: '2 < 3', html: false },
      content: { html: true },
      published: '2026-03-10T08:00:00Z',
      updated: '2026-03-11T08:00:00Z',
    });
  });

  test('of RDF and of JSON is one too', () => {
    expect(read(rdf).items[0]).toMatchObject({ link: 'https://echo.example/1', published: '2026-03-10' });
    expect(read(json).items[0]).toMatchObject({ guid: '7', content: { text: '<p>Fuel.</p>' } });
  });

  test('that breaks off is read as far as it goes', () => {
    const { items } = read(rss.slice(0, rss.indexOf('<content:encoded>') + 40));
    expect(items[0]).toMatchObject({ guid: 'g-1', link: 'https://gazette.example/ferry' });
  });

  test('with a plain document type is read, with definitions of entities it is refused', () => {
    const old =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">';
    expect(read(rss.replace('<rss', `${old}<rss`)).items).toHaveLength(1);
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(100_000)}">]>`;
    expect(readFeedText(rss.replace('<rss', `${bomb}<rss`))).toEqual({
      status: 'refused',
      because: 'entity-definitions',
    });
    expect(readFeedText(`<!-- <a> -->${bomb}${rss}`)).toMatchObject({ because: 'entity-definitions' });
  });

  test.each([
    ['', 'empty'],
    ['<!doctype html><title>Gazette</title>', 'web-page'],
    ['<html><body>rss</body></html>', 'web-page'],
    ['just words', 'no-feed'],
    ['{"items":[]}', 'no-feed'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'no-feed'],
  ])('is not what %j is', (text, because) => {
    expect(readFeedText(text)).toEqual({ status: 'refused', because });
  });

  test('is decoded by what its bytes, its server and its declaration say', () => {
    const bytes = Uint8Array.from(rss.replace('Harbour', 'H\xe4fen'), (sign) => sign.charCodeAt(0));
    const outcome = readFeed(bytes, 'iso-8859-1');
    expect(outcome).toMatchObject({ feed: { title: { text: 'Häfen Gazette' } } });
    expect(readFeed(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), null)).toMatchObject({ because: 'not-text' });
  });
});

test('whatever is done to a feed, reading it gives a feed or a reason', () => {
  const good = fc.constantFrom(rss, atom, rdf, json);
  const broken = fc
    .tuple(good, fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.string({ maxLength: 4 })), { maxLength: 8 }))
    .map(([text, edits]) =>
      edits.reduce((now, [at, cut, put]) => {
        const place = at % (now.length + 1);
        return now.slice(0, place) + put + now.slice(place + cut);
      }, text),
    );
  fc.assert(
    fc.property(broken, (text) => {
      expect(['read', 'refused']).toContain(readFeedText(text).status);
    }),
    { numRuns: 500, seed: 11 },
  );
});

test('cut at every hundredth, or with a byte flipped there, it gives a feed or a reason', () => {
  for (const text of [rss, atom, rdf, json]) {
    const bytes = new TextEncoder().encode(text);
    for (let part = 0; part < 100; part += 1) {
      const at = Math.floor((bytes.length * part) / 100);
      const flipped = bytes.slice();
      flipped[at]! ^= 0x11;
      for (const broken of [bytes.subarray(0, at), flipped])
        expect(['read', 'refused']).toContain(readFeed(broken, null).status);
    }
  }
});

test('deep nesting and endless attributes are survived', () => {
  const deep = `<rss version="2.0"><channel>${'<a>'.repeat(50_000)}<item><title>x</title></item>`;
  expect(['read', 'refused']).toContain(readFeedText(deep).status);
  const wide = `<rss version="2.0"><channel><title ${'a="b" '.repeat(50_000)}>x</title></channel></rss>`;
  expect(['read', 'refused']).toContain(readFeedText(wide).status);
});

test('of more items than a feed may have, the first are taken', () => {
  const many = `<rss version="2.0"><channel><title>t</title>${'<item><title>x</title></item>'.repeat(3_000)}</channel></rss>`;
  expect(read(many).items).toHaveLength(2_000);
});
