import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '@/lib/core/fingerprint';
import { tokenize } from '@/lib/core/text';
import { aboutRiver as about, flood, now, packFilesOf as write } from '@/tests/fixtures/packs';
import { type PackFile, readPack, withAllLevels } from './index';

const from = { packName: 'River papers', now };

const read = (files: ReadonlyMap<string, PackFile['bytes']>) =>
  readPack(async (name) => files.get(name) ?? null, from);

function textOf(files: ReadonlyMap<string, PackFile['bytes']>): string {
  return Array.from(files, ([name, bytes]) =>
    name.endsWith('.gz') ? gunzipSync(bytes).toString('latin1') : new TextDecoder().decode(bytes),
  ).join('\n');
}

describe('a full-text pack', () => {
  test('comes back as it went in', async () => {
    const articles = [flood('a'), flood('b', { published: null })];
    const outcome = await read(await write(articles, 'full-text'));
    expect(outcome).toMatchObject({ status: 'read', manifest: { kind: 'full-text', ...about } });
    expect(outcome.status === 'read' && outcome.articles).toEqual(
      articles.map((article) => ({ ...article, quotations: [] })),
    );
  });

  test('gives of a paywalled article the fingerprint only', async () => {
    const files = await write([flood('a', { completeness: 'paywalled' })], 'full-text');
    expect(textOf(files)).not.toContain('two metres overnight');
    const outcome = await read(files);
    expect(outcome.status === 'read' && outcome.articles[0]?.prepared).toMatchObject({
      text: null,
      held: { held: 'fingerprint-only', completeness: 'paywalled' },
    });
  });
});

describe('an article of a pack', () => {
  test('gets its fingerprint on all levels where its text is there, and stays as it is where not', async () => {
    const article = flood('a');
    const withText = withAllLevels(article.prepared);
    const { keys, levels } = fingerprint(tokenize(article.prepared.text ?? ''));
    expect([withText.keys, withText.levels]).toEqual([keys, levels]);
    const without = { ...article.prepared, text: null };
    expect(withAllLevels(without)).toBe(without);
  });
});

describe('a pack that shares no text', () => {
  test('carries in the fingerprint-only kind no sentence but the headline', async () => {
    const files = await write([flood('a')], 'fingerprint-only');
    const all = textOf(files);
    for (const sentence of ['two metres', 'first ran in', 'night of rain', 'weather']) {
      expect(all).not.toContain(sentence);
    }
    expect(all).toContain('River Lunde rises');
    const outcome = await read(files);
    expect(outcome.status === 'read' && outcome.articles[0]?.prepared).toMatchObject({
      text: null,
      held: { held: 'fingerprint-only', words: 17, credits: [{ line: '', outlet: 'Lunde Courier' }] },
      keys: Uint32Array.of(0xffffffff, 7, 123_456_789),
      positions: Uint32Array.of(0, 5, 12),
    });
  });

  test('carries in the evidence kind quotations of at most 300 characters', async () => {
    const article = flood('a', { summary: `${'Rain fell on the hills. '.repeat(30)}` });
    const outcome = await read(await write([article], 'evidence'));
    const packed = outcome.status === 'read' ? outcome.articles[0] : undefined;
    expect(packed?.prepared.text).toBeNull();
    expect(packed?.prepared.held.summary).toHaveLength(300);
    expect(packed?.quotations).toEqual(article.quotations);
    expect(packed?.prepared.held.credits).toEqual(article.prepared.held.credits);
  });
});

describe('the bytes of a pack', () => {
  test('hold the base winnowing level of a fingerprint and no other', async () => {
    const article = flood('a');
    article.prepared.levels = Uint8Array.of(1, 0, 2);
    const outcome = await read(await write([article], 'fingerprint-only'));
    expect(outcome.status === 'read' && outcome.articles[0]?.prepared).toMatchObject({
      keys: Uint32Array.of(7),
      positions: Uint32Array.of(5),
      levels: Uint8Array.of(0),
    });
  });

  test('are the same for the same articles in any order', async () => {
    const articles = ['a', 'b', 'c'].map((id) => flood(id));
    const forth = await write(articles, 'evidence');
    const back = await write(articles.toReversed(), 'evidence');
    expect(back).toEqual(forth);
  });

  test('stand in one segment a day, the undated apart, and the manifest comes last', async () => {
    const files = await write(
      [
        flood('a'),
        flood('b', { published: { at: '2024-05-01T09:00:00Z', precision: 'minute', from: 'feed' } }),
        flood('c', { published: null }),
        flood('d'),
      ],
      'fingerprint-only',
    );
    expect([...files.keys()]).toEqual([
      '2024-04-30.rfp.gz',
      '2024-05-01.rfp.gz',
      'undated.rfp.gz',
      'manifest.json',
    ]);
  });

  test('are grouped by month when there would be more than 400 days', async () => {
    const articles = Array.from({ length: 410 }, (_, index) => {
      const at = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      return flood(`n${index}`, { published: { at, precision: 'day', from: 'import' } });
    });
    const files = await write(articles, 'fingerprint-only');
    expect(files.size).toBe(14 + 1);
    expect(files.has('2020-01.rfp.gz')).toBe(true);
  });

  test('of a big segment are split into several files', async () => {
    const articles = Array.from({ length: 2_001 }, (_, index) => flood(`n${index}`));
    const files = await write(articles, 'fingerprint-only');
    expect([...files.keys()]).toEqual(['2024-04-30.rfp.gz', '2024-04-30.2.rfp.gz', 'manifest.json']);
    const outcome = await read(files);
    expect(outcome.status === 'read' && outcome.articles.length).toBe(2_001);
  });
});
