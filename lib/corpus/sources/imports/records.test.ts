import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bareReading, type ReadingOutcome } from '@/lib/core/article';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { isRefused } from './read-one';
import { recordsIn, type StreamedFile } from './records';

/** A page as a page reader would give it: an article wherever there is a paragraph. */
function readHtml(html: string, url: string | null): ReadingOutcome {
  const text = /<p>([^<]*)/.exec(html)?.[1] ?? '';
  if (text === '') return { status: 'not-an-article', because: 'no-text' };
  const article = articleOf(url ?? 'text:1', text, { outlet: null, url });
  return { status: 'read', reading: bareReading(article) };
}
const deps = { readHtml, readPlainText: (_name: string, text: string) => readHtml(`<p>${text}`, null) };

/** Everything that comes of a file whose bytes come `size` at a time. */
async function read(name: string, bytes: Uint8Array, size = 1_000, columns?: StreamedFile['columns']) {
  const chunks = (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  })();
  const texts: string[] = [];
  const refused: string[] = [];
  for await (const record of recordsIn({ name, chunks, columns }, deps)) {
    const outcome = record.read();
    if (isRefused(outcome)) refused.push(`${outcome.where}: ${outcome.why}`);
    else texts.push(outcome.article.text);
  }
  return { texts, refused };
}

const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`;
const lines = strToU8(line('a', 'Rain fell.') + line('b', 'Füße.'));

describe('article records', () => {
  test.each([1, 7, 1_000])('come one a line, in pieces of %i bytes too', async (size) => {
    expect(await read('news.jsonl', lines, size)).toEqual({ texts: ['Rain fell.', 'Füße.'], refused: [] });
  });

  test('may be gzip of several members', async () => {
    const packed = new Uint8Array([...gzipSync(lines), ...gzipSync(strToU8(line('c', 'Hail.')))]);
    expect((await read('news.jsonl.gz', packed, 13)).texts).toEqual(['Rain fell.', 'Füße.', 'Hail.']);
  });

  test('of a gzip that ends early are read up to there', async () => {
    const many = strToU8(
      Array.from({ length: 900 }, (_, n) => line(`${n}`, `${n * 7919} drops fell.`)).join(''),
    );
    const packed = gzipSync(many);
    const { texts, refused } = await read('news.jsonl.gz', packed.subarray(0, packed.length - 900));
    expect(texts.length).toBeGreaterThan(100);
    expect(refused.at(-1)).toMatch(/^news\.jsonl.*ends early\. Get the file again\.$/);
  });

  test('in another charset are read line by line', async () => {
    const latin = Uint8Array.from(line('a', 'Füße.'), (character) => character.charCodeAt(0));
    expect((await read('news.jsonl', new Uint8Array([...latin, ...lines]))).texts).toEqual([
      'Füße.',
      'Rain fell.',
      'Füße.',
    ]);
  });

  test('longer than any article are refused, and the next is read', async () => {
    const long = `${JSON.stringify({ id: 'x', text: 'a'.repeat(17_000_000) })}\n`;
    const { texts, refused } = await read('news.jsonl', strToU8(long + line('b', 'Hail.')), 1_000_000);
    expect(texts).toEqual(['Hail.']);
    expect(refused).toEqual([expect.stringContaining('line 1: the line is longer than any article')]);
  });
});

describe('tables', () => {
  const table = strToU8(
    '"Headline";Source;"Content"\r\nRain;Courier;"It rained, he said: ""much"".\r\n\r\nThen it stopped."\r\n;;\r\nSnow;Mirror;Snow fell.\r\n',
  );

  test.each([1, 9, 1_000])('are read by their headers, in pieces of %i bytes', async (size) => {
    expect(await read('news.csv', table, size)).toEqual({
      texts: ['It rained, he said: "much".\r\n\r\nThen it stopped.', 'Snow fell.'],
      refused: [],
    });
  });

  test('are read by the columns the reader named', async () => {
    expect((await read('news.csv', table, 1_000, { text: 0 })).texts).toEqual(['Rain', 'Snow']);
  });

  test('without texts or headlines say so', async () => {
    const { refused } = await read('numbers.csv', strToU8('a,b\n1,2\n'));
    expect(refused).toEqual([expect.stringMatching(/no column .+ Say which one does\.$/)]);
  });

  test('of 1,000 columns are refused in words', async () => {
    const wide = `text${',x'.repeat(999)}\n`;
    expect((await read('wide.csv', strToU8(wide + wide))).refused).toEqual([
      expect.stringMatching(/row 1 has 1000 columns; .+ at most 200\. Choose .+\.$/),
    ]);
  });

  test('with a quotation mark never closed keep what came before it', async () => {
    const open = `text\nRain fell.\n"${'Snow fell.\n'.repeat(500_000)}`;
    const { texts, refused } = await read('open.csv', strToU8(open), 100_000);
    expect(texts).toEqual(['Rain fell.']);
    expect(refused).toEqual([expect.stringContaining('a quotation mark in it may be open')]);
  });

  test('with a column called __proto__ change nothing but their articles', async () => {
    const { texts } = await read('odd.csv', strToU8('__proto__,text\npolluted,Rain fell.\n'));
    expect(texts).toEqual(['Rain fell.']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('zip files', () => {
  const zip = zipSync({
    'news/a.jsonl': lines,
    'b.html': strToU8('<html><p>Hail fell.'),
    '../../etc/c.html': strToU8('<html><p>Wind blew.'),
    'broken.jsonl.gz': gzipSync(lines).subarray(0, 30),
    'inner.zip': zipSync({ 'd.html': strToU8('<html><p>Hidden.') }),
    'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
    '__MACOSX/._b.html': strToU8('rubbish'),
  });

  test.each([11, 100_000])(
    'are read file by file; what cannot be read is named, in pieces of %i bytes',
    async (size) => {
      const { texts, refused } = await read('all.zip', zip, size);
      expect(texts).toEqual(['Rain fell.', 'Füße.', 'Hail fell.', 'Wind blew.']);
      expect(refused).toEqual([
        expect.stringMatching(/^all\.zip › broken\.jsonl.+Get the file again\.$/),
        expect.stringMatching(/^all\.zip › inner\.zip: a zip file within a zip file .+\.$/),
        expect.stringMatching(/^all\.zip › photo\.jpg: the format of the file is not known\. .+\.$/),
      ]);
    },
  );

  test('cut anywhere give what came before, and say so', async () => {
    for (let cut = 1; cut < 100; cut++) {
      const { texts, refused } = await read('cut.zip', zip.subarray(0, Math.floor((zip.length * cut) / 100)));
      expect(['Rain fell.', 'Füße.', 'Hail fell.', 'Wind blew.'].slice(0, texts.length)).toEqual(texts);
      if (texts.length < 4) expect(refused.join()).toMatch(/\. \p{Lu}.+\.$/u);
    }
  });
});

describe('bombs', () => {
  test('stop where they swell beyond belief, and say so', async () => {
    const packed = gzipSync(new Uint8Array(200_000_000));
    expect((await read('bomb.jsonl.gz', packed, 65_536)).refused.at(-1)).toMatch(
      /swells to more than 100 times/,
    );
    const zipped = zipSync({ 'bomb.jsonl': new Uint8Array(200_000_000) });
    expect((await read('bomb.zip', zipped, 65_536)).refused.at(-1)).toMatch(/swells to more than 100 times/);
  });
});

test('a file of nothing says so', async () => {
  expect((await read('empty.jsonl', new Uint8Array(0))).refused).toEqual([
    'empty.jsonl: the file holds no article. Choose a file that holds articles.',
  ]);
});
