import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '@/lib/core/fingerprint';
import { tokenize } from '@/lib/core/text';
import {
  type EncodedArticle,
  encodeArticle,
  type PackedArticle,
  type PackFile,
  type PackKind,
  packFiles,
  readPack,
  type WaitingArticle,
  withAllLevels,
} from './index';

const now = new Date('2024-05-06T07:08:09Z');
const from = { packName: 'River papers', now };

const about = {
  title: 'River papers',
  home: 'https://packs.example/river',
  licence: 'CC BY 4.0',
  language: 'en',
  created: '2024-05-01',
  expires: null,
};

/** An article of a made-up paper about the flood; `change` says what is different about it. */
function flood(id: string, change: Partial<PackedArticle['prepared']['held']> = {}): PackedArticle {
  const text = `The river Lunde rose by two metres overnight (${id}).\n\nThis story first ran in the Lunde Courier.`;
  return {
    prepared: {
      held: {
        id,
        outlet: 'courier.example',
        url: `https://courier.example/${id}`,
        title: 'River Lunde rises',
        byline: 'By Ada Brook',
        published: { at: '2024-04-30', precision: 'day', from: 'import' },
        firstSeen: { at: now.toISOString(), precision: 'minute', from: 'first-seen' },
        language: 'en',
        words: 17,
        completeness: 'full',
        held: 'text',
        summary: 'After a night of rain.',
        credits: [
          {
            kind: 'republished',
            line: 'This story first ran in the Lunde Courier.',
            outlet: 'Lunde Courier',
            outletAsPrinted: 'the Lunde Courier',
            author: null,
            url: null,
            span: { start: 50, end: 92 },
            field: 'text',
          },
        ],
        from: { kind: 'pack', name: 'River papers' },
        ...change,
      },
      text,
      keys: Uint32Array.of(0xffffffff, 7, 123_456_789),
      positions: Uint32Array.of(0, 5, 12),
      levels: Uint8Array.of(0, 0, 0),
      terms: Uint32Array.of(42, 0x80000001),
    },
    modified: null,
    firstSeen: null,
    publishedAsPrinted: '30 April 2024',
    quotations: [
      {
        kind: 'citation',
        text: 'This story first ran in the Lunde Courier.',
        span: { start: 50, end: 92 },
        of: 'Lunde Courier',
      },
    ],
    extra: { desk: 'weather' },
  };
}

interface Waiting extends WaitingArticle {
  encoded: EncodedArticle;
}

function waitingFor(packed: PackedArticle, kind: PackKind): Waiting {
  const { held, keys } = packed.prepared;
  const encoded = encodeArticle(packed, kind);
  return {
    id: held.id,
    day: held.published?.at.slice(0, 10) ?? null,
    outletKey: held.outlet,
    words: held.words,
    keys: keys.length,
    size: encoded.record.length + encoded.keys.length + encoded.positions.length + encoded.terms.length,
    encoded,
  };
}

async function write(
  articles: readonly PackedArticle[],
  kind: PackKind,
): Promise<Map<string, PackFile['bytes']>> {
  const files = new Map<string, PackFile['bytes']>();
  const waiting = articles.map((article) => waitingFor(article, kind));
  for await (const file of packFiles(waiting, async ({ encoded }) => encoded, kind, about)) {
    files.set(file.name, file.bytes);
  }
  return files;
}

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

describe('a reader written from docs/pack-format.md alone', () => {
  test('finds the same articles', async () => {
    const articles = [flood('a'), flood('b')];
    const files = await write(articles, 'full-text');
    const manifest = JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString('utf8'));
    const found = manifest.shards.flatMap((shard: { file: string; sha256: string }) => {
      const stored = files.get(shard.file) ?? new Uint8Array();
      expect(createHash('sha256').update(stored).digest('hex')).toBe(shard.sha256);
      const shardBytes = gunzipSync(stored);
      expect(shardBytes.toString('latin1', 0, 4)).toBe('RFRP');
      const [recordBytes, keys, positionBytes] = [12, 16, 20].map((at) => shardBytes.readUInt32LE(at));
      let key = 32 + (recordBytes ?? 0);
      let position = key + 4 * (keys ?? 0);
      let term = position + (positionBytes ?? 0);
      const lines = shardBytes.toString('utf8', 32, key).trimEnd().split('\n');
      return lines.map((line) => {
        const record = JSON.parse(line);
        let word = 0;
        const positions: number[] = [];
        for (let shift = 0; positions.length < record.keys; position += 1) {
          const byte = shardBytes[position] ?? 0;
          word += (byte & 127) * 2 ** shift;
          shift = byte < 128 ? 0 : shift + 7;
          if (byte < 128) positions.push(word);
        }
        const numbers = (start: number, count: number) =>
          Array.from({ length: count }, (_, index) => shardBytes.readUInt32LE(start + 4 * index));
        const keysFound = numbers(key, record.keys);
        const terms = numbers(term, record.terms);
        key += 4 * record.keys;
        term += 4 * record.terms;
        return { id: record.id, text: record.text, keys: keysFound, positions, terms };
      });
    });
    expect(found).toEqual(
      articles.map(({ prepared }) => ({
        id: prepared.held.id,
        text: prepared.text,
        keys: [...prepared.keys],
        positions: [...prepared.positions],
        terms: [...prepared.terms],
      })),
    );
  });
});

describe('a pack that is not whole', () => {
  const damaged = async (change: (files: Map<string, PackFile['bytes']>) => void) => {
    const files = await write([flood('a'), flood('b')], 'full-text');
    change(files);
    return read(files);
  };
  const shard = '2024-04-30.rfp.gz';

  test('is refused without a manifest', async () => {
    const outcome = await damaged((files) => files.delete('manifest.json'));
    expect(outcome).toMatchObject({
      status: 'refused',
      where: 'manifest.json',
      why: expect.stringContaining('no pack or an unfinished one'),
    });
  });

  test('is refused with a shard missing, by its name', async () => {
    expect(await damaged((files) => files.delete(shard))).toMatchObject({ status: 'refused', where: shard });
  });

  test('is refused when any one byte of a shard is another', async () => {
    const files = await write([flood('a')], 'fingerprint-only');
    const whole = files.get(shard) ?? new Uint8Array();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = whole.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const outcome = await read(new Map(files).set(shard, bytes));
        expect(outcome).toMatchObject({ status: 'refused', where: shard });
      }),
    );
  });

  test('is refused when a shard ends early, wherever', async () => {
    const files = await write([flood('a')], 'fingerprint-only');
    const whole = files.get(shard) ?? new Uint8Array();
    for (let part = 0; part < 100; part += 1) {
      const bytes = whole.slice(0, Math.floor((whole.length * part) / 100));
      expect(await read(new Map(files).set(shard, bytes))).toMatchObject({ status: 'refused', where: shard });
    }
  });

  test('never throws and never lies about the manifest when bytes of it are cut or changed', async () => {
    const files = await write([flood('a')], 'fingerprint-only');
    const whole = files.get('manifest.json') ?? new Uint8Array();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = whole.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const outcome = await read(new Map(files).set('manifest.json', bytes));
        if (outcome.status === 'read') expect(outcome.articles).toHaveLength(1);
        else expect(outcome.why).toMatch(/\./);
        const cut = whole.slice(0, Math.min(at, whole.length - 2));
        expect((await read(new Map(files).set('manifest.json', cut))).status).toBe('refused');
      }),
    );
  });
});

describe('a manifest', () => {
  const withManifest = async (change: (manifest: Record<string, unknown>) => void) => {
    const files = await write([flood('a')], 'fingerprint-only');
    const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    change(manifest);
    return read(files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest))));
  };

  test('of a newer version is refused in plain words', async () => {
    const outcome = await withManifest((manifest) => {
      manifest.version = 2;
    });
    expect(outcome).toMatchObject({
      status: 'refused',
      why: expect.stringContaining('format version 2; this Refrain reads version 1. Update Refrain'),
    });
  });

  test('may hold keys that are not known', async () => {
    const files = await write([flood('a')], 'fingerprint-only');
    const manifest = new TextDecoder().decode(files.get('manifest.json'));
    const more = '{"mirrors":["https://mirror.example/"],"__proto__":{"polluted":true},';
    files.set('manifest.json', new TextEncoder().encode(manifest.replace('{', more)));
    expect((await read(files)).status).toBe('read');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test.each(['../secret', '/etc/passwd', 'a/b.gz', 'manifest.json', 'A.gz', '.hidden', 'c:\\x'])(
    'that names a shard "%s" is refused',
    async (file) => {
      const asked: string[] = [];
      const files = await write([flood('a')], 'fingerprint-only');
      const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
      manifest.shards[0].file = file;
      files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
      const outcome = await readPack(async (name) => {
        asked.push(name);
        return files.get(name) ?? null;
      }, from);
      expect(outcome.status).toBe('refused');
      expect(asked).toEqual(['manifest.json']);
    },
  );

  test('that counts other articles than its shards is refused', async () => {
    const outcome = await withManifest((manifest) => {
      manifest.counts = { articles: 2, outlets: 1, words: 1, keys: 1, oldest: null, newest: null };
    });
    expect(outcome.status).toBe('refused');
  });
});
