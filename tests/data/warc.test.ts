import { describe, expect, test } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { importDeps } from '@/lib/cli/inputs';
import { isRefused, recordsIn } from '@/lib/corpus/sources/imports';
import { readImport } from '@/tests/fixtures/read-import';
import { fileWith, refrain } from '../cli/run-refrain';
import { hasCollections, savedPages, skipNote } from '../collections';

const deps = importDeps(new Date('2026-05-06T07:08:09Z'));
const pages = hasCollections ? savedPages('html-readability') : [];
const addressOf = (n: number) => `https://saved.example/story/${n}/a-page-as-it-was`;

/** Members of a WARC.GZ as a news crawl writes them: request, answer and metadata of each page, one gzip member each. */
async function crawl(): Promise<Uint8Array<ArrayBuffer>> {
  const members: Uint8Array[] = [];
  const add = async (record: WARCRecord) => {
    members.push(await WARCSerializer.serialize(record, { gzip: true }));
  };
  const body = (text: string) =>
    (async function* () {
      yield new TextEncoder().encode(text);
    })();
  await add(
    WARCRecord.createWARCInfo({ filename: 'crawl.warc.gz', warcVersion: 'WARC/1.0' }, { software: 'test' }),
  );
  for (const [n, { html }] of pages.entries()) {
    const about = { url: addressOf(n), date: '2026-05-01T10:00:00Z' };
    await add(WARCRecord.create({ ...about, type: 'request', statusline: 'GET / HTTP/1.1' }, body('')));
    const httpHeaders = { 'Content-Type': 'text/html; charset=utf-8' };
    await add(
      WARCRecord.create(
        { ...about, type: 'response', httpHeaders, statusline: 'HTTP/1.1 200 OK' },
        body(html),
      ),
    );
    await add(
      WARCRecord.create(
        { ...about, url: `${about.url}.png`, type: 'response', httpHeaders: { 'Content-Type': 'image/png' } },
        body('not a picture'),
      ),
    );
    await add(
      WARCRecord.create(
        {
          ...about,
          url: `${about.url}/gone`,
          type: 'response',
          httpHeaders,
          statusline: 'HTTP/1.1 404 Not Found',
        },
        body(html),
      ),
    );
  }
  return new Uint8Array(Buffer.concat(members));
}

describe.skipIf(!hasCollections)(`a crawl of saved pages${skipNote}`, () => {
  test('gives the articles that the pages give one by one, with their addresses', async () => {
    const alone = pages.map(({ html }, n) => deps.readHtml(html, addressOf(n)));
    const expected = alone.flatMap((outcome) =>
      outcome.status === 'read' ? [outcome.reading.article.text] : [],
    );
    const { articles, refused } = await readImport({ name: 'crawl.warc.gz', bytes: await crawl() }, deps);
    const again = refused.filter(({ why }) => why.includes('used before')).length;
    expect(articles.length + again).toBe(expected.length);
    expect(articles.length).toBeGreaterThan(100);
    const texts = new Set(expected);
    for (const { article } of articles) expect(texts.has(article.text)).toBe(true);
    expect(refused.length - again).toBe(pages.length - expected.length);
  });

  test('cut at any place gives what came before, and ends in words', async () => {
    const bytes = (await crawl()).subarray(0, 600_000);
    for (let cut = 1; cut <= 100; cut += 3) {
      const part = bytes.subarray(0, Math.floor((bytes.length * cut) / 100));
      const chunks = (async function* () {
        yield part;
      })();
      let last: string | null = null;
      for await (const record of recordsIn({ name: 'crawl.warc.gz', chunks }, deps)) {
        if (record.crawled) continue;
        const read = record.read();
        last = isRefused(read) ? read.why : null;
      }
      if (last !== null) expect(last).toMatch(/\. \p{Lu}.+\.$/u);
    }
  });

  test('becomes a pack on the command line, and says how many pages were passed over', async () => {
    const file = await fileWith('crawl.warc.gz', await crawl());
    const { code, stderr, results } = await refrain(['pack', 'build', '--out', `${file}.pack`, file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('were passed over') });
    const [built] = results as { articles: number }[];
    expect(built?.articles).toBeGreaterThan(100);
  });
});
