import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { manifestBytes, type PackManifest, readManifest } from './manifest';

const whole: PackManifest = {
  format: 'refrain-pack',
  version: 1,
  kind: 'evidence',
  title: 'River papers',
  home: null,
  licence: 'CC BY 4.0',
  language: 'en',
  created: '2024-05-01',
  expires: null,
  mirrors: ['https://mirror.example/river/'],
  signed_by: `${'A'.repeat(43)}=`,
  fingerprint: { scheme: 'fp1', key_bits: 32, level: 'base' },
  counts: { articles: 3, outlets: 2, words: 900, keys: 100, oldest: '2024-04-30', newest: null },
  shards: [
    {
      file: '2024-04.rfp.gz',
      segment: '2024-04',
      articles: 3,
      bytes: 900,
      unpacked: 1_200,
      sha256: 'a0'.repeat(32),
    },
  ],
};

interface Schema {
  [keyword: string]: unknown;
}

const schema: Schema = JSON.parse(
  readFileSync(new URL('../../../docs/pack-manifest.schema.json', import.meta.url), 'utf8'),
);

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (value: unknown) => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

/** The JSON Schema keywords that the file uses; an unknown one fails the test, so that none goes unchecked. */
const keywords: Readonly<Record<string, (value: unknown, wanted: unknown, of: Schema) => boolean>> = {
  $ref: (value, name) => fits(value, defined(String(name))),
  type: (value, types) => [types].flat().includes(typeOf(value)),
  const: (value, wanted) => value === wanted,
  enum: (value, wanted) => Array.isArray(wanted) && wanted.includes(value),
  not: (value, wanted) => isObject(wanted) && !fits(value, wanted),
  pattern: (value, source) => typeof value !== 'string' || new RegExp(String(source), 'u').test(value),
  maxLength: (value, most) => typeof value !== 'string' || value.length <= Number(most),
  maxItems: (value, most) => !Array.isArray(value) || value.length <= Number(most),
  minimum: (value, least) => typeof value !== 'number' || value >= Number(least),
  maximum: (value, most) => typeof value !== 'number' || value <= Number(most),
  required: (value, keys) => isObject(value) && Array.isArray(keys) && keys.every((key) => key in value),
  properties: (value, properties) =>
    isObject(value) &&
    isObject(properties) &&
    Object.entries(properties).every(
      ([key, of]) => !(key in value) || (isObject(of) && fits(value[key], of)),
    ),
  items: (value, of) => Array.isArray(value) && isObject(of) && value.every((item) => fits(item, of)),
};
const silent = new Set(['$schema', 'title', '$defs']);

function defined(name: string): Schema {
  const defs = schema.$defs;
  const found = isObject(defs) ? defs[name.replace('#/$defs/', '')] : undefined;
  if (!isObject(found)) throw new Error(`The schema names ${name}, which it does not define.`);
  return found;
}

function fits(value: unknown, of: Schema): boolean {
  return Object.entries(of).every(([keyword, wanted]) => {
    if (silent.has(keyword)) return true;
    const check = keywords[keyword];
    if (!check) throw new Error(`The schema uses ${keyword}, which this test does not know.`);
    return check(value, wanted, of);
  });
}

const changed = (change: (manifest: Record<string, unknown>, shard: Record<string, unknown>) => void) => {
  const manifest = structuredClone(whole);
  change(manifest, manifest.shards[0] ?? {});
  return manifest;
};
const accepted = (manifest: unknown) =>
  readManifest(new TextEncoder().encode(JSON.stringify(manifest))).status === 'read';

test('a manifest without mirrors and signer is one that has none', () => {
  const { mirrors, signed_by, ...bare } = whole;
  expect(readManifest(new TextEncoder().encode(JSON.stringify(bare)))).toMatchObject({
    manifest: { mirrors: [], signed_by: null },
  });
});

describe('the manifest and its JSON Schema', () => {
  test('agree on a whole manifest', () => {
    expect(readManifest(manifestBytes(whole))).toEqual({ status: 'read', manifest: whole });
    expect(fits(whole, schema)).toBe(true);
  });

  test.each(['format', 'version', 'kind', 'title', 'created', 'expires', 'fingerprint', 'counts', 'shards'])(
    'agree that "%s" must be there',
    (key) => {
      const manifest = changed((manifest) => {
        delete manifest[key];
      });
      expect([accepted(manifest), fits(manifest, schema)]).toEqual([false, false]);
    },
  );

  test.each([
    ['another format', { format: 'other-pack' }, {}],
    ['a newer version', { version: 2 }, {}],
    ['a version in words', { version: '1' }, {}],
    ['a kind that is none', { kind: 'everything' }, {}],
    ['a day that is none', { created: 'yesterday' }, {}],
    ['a title that is a number', { title: 7 }, {}],
    ['a title without end', { title: 'a'.repeat(1_001) }, {}],
    ['other fingerprints', { fingerprint: { scheme: 'fp2', key_bits: 32, level: 'base' } }, {}],
    ['keys of 48 bits', { fingerprint: { scheme: 'fp1', key_bits: 48, level: 'base' } }, {}],
    ['counts below zero', { counts: { ...whole.counts, words: -1 } }, {}],
    ['half an outlet', { counts: { ...whole.counts, outlets: 0.5 } }, {}],
    ['shards that are no list', { shards: {} }, {}],
    ['a shard outside of the folder', {}, { file: '../2024-04.rfp.gz' }],
    ['a shard in place of the manifest', {}, { file: 'manifest.json' }],
    ['a shard in place of the signature', {}, { file: 'manifest.sig' }],
    ['a mirror that is no web address', { mirrors: ['file:///etc'] }, {}],
    ['eleven mirrors', { mirrors: Array(11).fill('https://mirror.example/') }, {}],
    ['half a public key', { signed_by: 'AAAA' }, {}],
    ['a segment that is none', {}, { segment: 'spring' }],
    ['an empty shard', {}, { articles: 0 }],
    ['a shard beyond the limit', {}, { bytes: 32_000_001 }],
    ['a shard that swells beyond the limit', {}, { unpacked: 128_000_001 }],
    ['half a checksum', {}, { sha256: 'a0' }],
  ])('agree to refuse %s', (_, ofManifest, ofShard) => {
    const manifest = changed((manifest, shard) => {
      Object.assign(shard, ofShard);
      Object.assign(manifest, ofManifest);
    });
    expect([accepted(manifest), fits(manifest, schema)]).toEqual([false, false]);
  });
});
