import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeOpml } from '@/lib/corpus/sources/feeds';
import { builtCommandLine, emptyFolder, fileWith, refrain, runNode } from '../cli/run-refrain';
import { type FeedHost, startFeedHost } from '../site/feed-host';

const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Gazette</title>${items.join('')}</channel></rss>`;
const item = (link: string, title: string) =>
  `<item><title>${title}</title><link>${link}</link><pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate><description>${title}, in short.</description></item>`;
const page = `<html><body><article><h1>Ferry</h1>${Array.from(
  { length: 14 },
  (_, n) => `<p>On day ${n} the harbour master wrote the tide and the weather of the day into her book.</p>`,
).join('')}</article></body></html>`;

describe('refrain collect', () => {
  let host: FeedHost;
  let feed: string;
  let gone: string;
  let article: string;
  let opml: string;

  beforeAll(async () => {
    host = await startFeedHost();
    feed = host.url('127.0.0.1', '/feed');
    gone = host.url('127.0.0.1', '/gone');
    article = host.url('127.0.0.1', '/2026/03/ferry-stays-in-port');
    host.serve(feed, (headers) =>
      headers['if-none-match'] === '"1"'
        ? { status: 304 }
        : { headers: { etag: '"1"' }, body: rss(item(article, 'Ferry'), item(`${article}-2`, 'Wells')) },
    );
    host.serve(gone, () => ({ status: 410 }));
    host.serve(article, () => ({ headers: { 'content-type': 'text/html' }, body: page }));
    const feeds = [feed, gone].map((url) => ({ url, title: 'Gazette', folder: ['Coast'] }));
    opml = await fileWith('outlets.opml', writeOpml('Outlets', feeds, new Date()));
  });

  afterAll(() => host.close());

  const records = async (out: string): Promise<Record<string, unknown>[]> => {
    const [day] = await readdir(path.join(out, 'articles'));
    const lines = readFileSync(path.join(out, 'articles', day!), 'utf8')
      .trimEnd()
      .split('\n');
    return lines.map((line) => JSON.parse(line));
  };

  /** As if an hour had passed for every feed that waits for one. */
  const makeDue = (out: string) => {
    const file = path.join(out, 'feeds.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"next":\d+/g, '"next":0'));
  };

  test('asks the feeds of a list and builds the pack of what they gave', async () => {
    const out = path.join(await emptyFolder(), 'collected');
    const run = await refrain(['collect', '--opml', opml, '--out', out, '--title', 'The coast']);
    expect(run.code, run.stderr).toBe(0);
    expect(run.results).toEqual([
      { feed, status: 'well', added: 2, revised: 0, trouble: null, moved_to: null },
      { feed: gone, status: 'trouble', added: 0, revised: 0, trouble: { kind: 'gone' }, moved_to: null },
      expect.objectContaining({ pack: path.join(out, 'pack'), kind: 'fingerprint-only', articles: 2 }),
    ]);
    expect(await records(out)).toMatchObject([
      { title: 'Ferry', summary: 'Ferry, in short.', text: null, published: '2026-03-10T08:00:00Z' },
      { title: 'Wells' },
    ]);
    expect((await refrain(['pack', 'verify', path.join(out, 'pack')])).code).toBe(0);
    expect(await readdir(path.join(out, 'pack'))).toContain('2026-03-10.rfp.gz');
  });

  test('goes on where it was: what is not due is left alone, what is unchanged costs nothing, what is gone is never asked again', async () => {
    const out = path.join(await emptyFolder(), 'collected');
    await refrain(['collect', '--opml', opml, '--out', out]);
    host.seen.length = 0;
    const again = await refrain(['collect', '--opml', opml, '--out', out]);
    expect(again.stderr).toContain('2 feeds are not due yet');
    expect(host.seen).toEqual([]);
    makeDue(out);
    const later = await refrain(['collect', '--opml', opml, '--out', out]);
    expect(host.seen.map(({ url, status }) => [url, status])).toEqual([[feed, 304]]);
    expect(later.results[0]).toMatchObject({ status: 'well', added: 0, revised: 0 });
    expect(later.results[1]).toMatchObject({ articles: 2 });
  });

  test('fetches the pages behind summaries where asked, and keeps one record of each article', async () => {
    const out = path.join(await emptyFolder(), 'collected');
    const run = await refrain(['collect', '--opml', opml, '--out', out, '--articles', '--kind', 'full-text']);
    expect(run.code, run.stderr).toBe(0);
    const kept = await records(out);
    expect(kept).toHaveLength(2);
    expect(kept.find(({ id }) => id === article)?.text).toContain('On day 13 the harbour master');
    expect(host.seen.every(({ headers }) => headers['user-agent']?.startsWith('refrain-collect/'))).toBe(
      true,
    );
  });

  test('that is killed while a feed is slow has kept the others and loses nothing', async () => {
    const slow = host.url('127.0.0.1', '/slow');
    let asked = 0;
    host.serve(slow, async () => {
      asked += 1;
      if (asked === 1) await new Promise(() => {});
      return { body: rss(item(`${article}-3`, 'Quay')) };
    });
    const list = [feed, slow].map((url) => ({ url, title: 'Gazette', folder: [] }));
    const file = await fileWith('two.opml', writeOpml('Outlets', list, new Date()));
    const out = path.join(await emptyFolder(), 'collected');
    const child = spawn(process.execPath, [
      await builtCommandLine(),
      'collect',
      '--opml',
      file,
      '--out',
      out,
    ]);
    await expect.poll(() => asked, { timeout: 20_000 }).toBe(1);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const run = await refrain(['collect', '--opml', file, '--out', out]);
    expect(run.results.at(-1)).toMatchObject({ articles: 3 });
    expect((await records(out)).map(({ title }) => title)).toEqual(['Ferry', 'Wells', 'Quay']);
  });

  test('works on Node 20, which lacks some of what later versions have', async () => {
    const without = 'data:text/javascript,delete Map.groupBy; delete URL.parse';
    const out = path.join(await emptyFolder(), 'collected');
    const args = ['--import', without, await builtCommandLine(), 'collect', '--opml', opml, '--out', out];
    const { code, stderr, results } = await runNode(args);
    expect(code, stderr).toBe(0);
    expect(results.at(-1)).toMatchObject({ articles: 2 });
  });

  test('says where no folder can be made', async () => {
    const file = await fileWith('taken', '');
    const { code, stderr } = await refrain(['collect', '--opml', opml, '--out', file]);
    expect([code, stderr]).toEqual([
      1,
      `${file}: no folder can be made there (EEXIST). Name another place with --out.\n`,
    ]);
  });

  test.each([
    ['no feeds', '<opml version="2.0"><body/></opml>'],
    ['no list', 'hello'],
  ])('says what is wrong with a list that holds %s', async (_, content) => {
    const file = await fileWith('bad.opml', content);
    const { code, stderr } = await refrain(['collect', '--opml', file, '--out', await emptyFolder()]);
    expect(code).toBe(1);
    expect(stderr).toContain('this list holds no feeds.');
  });
});
