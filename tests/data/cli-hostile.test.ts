import { describe, expect, test } from 'vitest';
import { BadInput } from '@/lib/cli/bad-input';
import { linesOf } from '@/lib/cli/files';
import { importDeps } from '@/lib/cli/inputs';
import { prepareArticle } from '@/lib/core/matching';
import { type PackedArticle, readPack } from '@/lib/corpus/packs';
import { readImport } from '@/tests/fixtures/read-import';
import { fileWith } from '../cli/run-refrain';
import { hasCollections, jsonLines, skipNote } from '../collections';
import { packFilesOf } from '../fixtures/packs';

interface Hostile {
  id: string;
  name: string;
  text?: string;
  b64?: string;
  expected?: string;
}

const now = new Date('2024-05-06T07:08:09Z');
const deps = importDeps(now);
const bytesOf = ({ text, b64 }: Hostile): Uint8Array<ArrayBuffer> =>
  new Uint8Array(b64 === undefined ? new TextEncoder().encode(text ?? '') : Buffer.from(b64, 'base64'));
const hostile = (set: string) => jsonLines<Hostile>(set, 'items.jsonl');

/** Every refusal is a sentence that says what to do. */
const expectWords = (refused: readonly { where: string; why: string }[]) => {
  for (const { where, why } of refused) {
    expect(where).toMatch(/^hostile\./);
    expect(why).toMatch(/\. \p{Lu}.+\.$/su);
  }
};

describe.skipIf(!hasCollections)(`imports of broken and hostile files${skipNote}`, () => {
  test('answer every JSON document in words, and take none for an article', async () => {
    for (const item of hostile('hostile-json')) {
      const { articles, refused } = await readImport({ name: 'hostile.jsonl', bytes: bytesOf(item) }, deps);
      expect(articles, item.name).toEqual([]);
      expectWords(refused);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('answer every HTML document without a fault', async () => {
    for (const item of hostile('hostile-html')) {
      const { articles, refused } = await readImport({ name: 'hostile.html', bytes: bytesOf(item) }, deps);
      expect(articles.length + refused.length, item.name).toBe(1);
      expectWords(refused);
    }
  });

  test('keep every text as it is, as headline and as body, also through a pack', async () => {
    const items = hostile('hostile-text').filter(({ text }) => (text ?? '').trim() !== '');
    const records = items.map(({ id, text }) => ({
      id,
      title: text,
      text: `Rain fell.\n\n${text}`,
      extra: text,
    }));
    const jsonl = records.map((record) => JSON.stringify(record)).join('\n');
    const { articles, refused } = await readImport({ name: 'hostile.jsonl', text: jsonl }, deps);
    expect(refused).toEqual([]);
    expect(articles.map(({ article }) => [article.id, article.title, article.text])).toEqual(
      records.map(({ id, title, text }) => [id, title, text]),
    );

    const packed = articles.map(
      ({ article, credits, extra }): PackedArticle => ({
        prepared: prepareArticle(article, {
          credits,
          firstSeen: { at: '2024-05-06', precision: 'day', from: 'first-seen' },
          from: { kind: 'import', name: 'hostile.jsonl' },
        }),
        modified: null,
        firstSeen: null,
        publishedAsPrinted: null,
        quotations: [],
        extra,
      }),
    );
    const files = await packFilesOf(packed, 'full-text');
    const outcome = await readPack(async (name) => files.get(name) ?? null, { packName: 'hostile', now });
    const back = outcome.status === 'read' ? outcome.articles : [];
    expect(
      new Map(
        back.map(({ prepared, extra }) => [prepared.held.id, [prepared.held.title, prepared.text, extra]]),
      ),
    ).toEqual(new Map(records.map(({ id, title, text, extra }) => [id, [title, text, { extra }]])));
  });

  test('end at broken gzip files with bad input in words, or read what they hold', async () => {
    const packed = hostile('hostile-gzip')
      .map(bytesOf)
      .filter((bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b);
    expect(packed.length).toBeGreaterThan(0);
    for (const bytes of packed) {
      const file = await fileWith('hostile.jsonl.gz', bytes);
      try {
        for await (const { text } of linesOf(file)) expect(text.trim()).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
        expect(String(error)).toMatch(/\. \p{Lu}.+\.$/su);
      }
    }
  });
});
