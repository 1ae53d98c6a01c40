import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { aboutRiver, packFilesOf, vectorArticles } from '@/tests/fixtures/packs';

/*
 * A reader of packs written from docs/pack-format.md alone; it uses nothing of this folder. It reads the packs that stand in
 * docs/pack-vectors, which hold the same two articles in each kind, and what it finds there is in expected.json.
 */
const vectors = new URL('../../../docs/pack-vectors/', import.meta.url);
const kinds = ['full-text', 'evidence', 'fingerprint-only'] as const;

interface Read {
  record: Record<string, unknown>;
  keys: number[];
  positions: number[];
  terms: number[];
}

function readPack(folder: URL): Read[] {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
  return manifest.shards.flatMap((shard: { file: string; sha256: string }) => {
    const stored = readFileSync(new URL(shard.file, folder));
    if (createHash('sha256').update(stored).digest('hex') !== shard.sha256) throw new Error(shard.file);
    return readShard(gunzipSync(stored));
  });
}

function readShard(bytes: Buffer): Read[] {
  const [count = 0, recordBytes = 0, keys = 0, positionBytes = 0] = [8, 12, 16, 20].map((at) =>
    bytes.readUInt32LE(at),
  );
  let key = 32 + recordBytes;
  let position = key + 4 * keys;
  let term = position + positionBytes;
  const lines = bytes.toString('utf8', 32, key).split('\n').slice(0, count);
  const numbers = (start: number, many: number) =>
    Array.from({ length: many }, (_, index) => bytes.readUInt32LE(start + 4 * index));
  return lines.map((line) => {
    const record = JSON.parse(line);
    const read: Read = {
      record,
      keys: numbers(key, record.keys),
      positions: [],
      terms: numbers(term, record.terms),
    };
    for (let word = 0, shift = 0; read.positions.length < record.keys; position += 1) {
      const byte = bytes[position] ?? 0;
      word += (byte & 127) * 2 ** shift;
      shift = byte < 128 ? 0 : shift + 7;
      if (byte < 128) read.positions.push(word);
    }
    key += 4 * record.keys;
    term += 4 * record.terms;
    return read;
  });
}

describe.each(kinds)('the test vector of kind %s', (kind) => {
  const folder = new URL(`${kind}/`, vectors);

  test('is read by a second reader as it is written down', () => {
    const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));
    expect(readPack(folder)).toEqual(expected);
  });

  test('is what is written of its articles, to the byte', async () => {
    const files = await packFilesOf(vectorArticles, kind, { about: aboutRiver });
    const names = readdirSync(folder).filter((name) => name !== 'expected.json');
    expect([...files.keys()].sort()).toEqual(names.sort());
    for (const [name, bytes] of files) {
      expect([name, Buffer.from(bytes).equals(readFileSync(new URL(name, folder)))]).toEqual([name, true]);
    }
  });
});

test('no vector but the full-text one holds a sentence of the articles, and none what is behind the paywall', () => {
  const records = (kind: string) => readPack(new URL(`${kind}/`, vectors)).map(({ record }) => record);
  expect(records('full-text').map(({ text }) => typeof text)).toEqual(['string', 'undefined']);
  expect(JSON.stringify(records('evidence'))).not.toContain('two metres');
  expect(JSON.stringify(records('fingerprint-only'))).not.toContain('first ran');
  expect(JSON.stringify(records('evidence')[1])).not.toContain('first ran');
});
