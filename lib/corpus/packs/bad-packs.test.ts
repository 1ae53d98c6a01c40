import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flood, now, packFilesOf as write } from '@/tests/fixtures/packs';
import { type PackFile, readPack } from './index';

const from = { packName: 'River papers', now };

const read = (files: ReadonlyMap<string, PackFile['bytes']>) =>
  readPack(async (name) => files.get(name) ?? null, from);

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

describe('a shard whose hash is right but whose inside is not', () => {
  const shard = '2024-04-30.rfp.gz';

  /** The pack with its one shard unpacked, changed, packed again and named rightly by the manifest. */
  async function rebuilt(change: (inside: Uint8Array) => Uint8Array) {
    const files = await write([flood('a'), flood('b')], 'evidence');
    const inside = change(new Uint8Array(gunzipSync(files.get(shard) ?? new Uint8Array())));
    const bytes = new Uint8Array(gzipSync(inside));
    const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    Object.assign(manifest.shards[0], {
      bytes: bytes.length,
      unpacked: inside.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    return files.set(shard, bytes).set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
  }

  const changedText = (from: string, to: string) => (inside: Uint8Array) =>
    new Uint8Array(Buffer.from(Buffer.from(inside).toString('latin1').replace(from, to), 'latin1'));

  test('never makes a reader throw, and is refused by name or read whole', async () => {
    const whole = await write([flood('a'), flood('b')], 'evidence');
    const { length } = gunzipSync(whole.get(shard) ?? new Uint8Array());
    await fc.assert(
      fc.asyncProperty(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const files = await rebuilt((inside) => {
          inside[at] = (inside[at] ?? 0) ^ flip;
          return inside;
        });
        const outcome = await read(files);
        if (outcome.status === 'read') expect(outcome.articles).toHaveLength(2);
        else expect(outcome).toMatchObject({ where: shard, why: expect.stringContaining('Nothing of it') });
      }),
    );
  });

  test('is refused when it ends early, wherever', async () => {
    for (let part = 0; part < 100; part += 1) {
      const files = await rebuilt((inside) => inside.slice(0, Math.floor((inside.length * part) / 100)));
      expect(await read(files)).toMatchObject({ status: 'refused', where: shard });
    }
  });

  test.each([
    ['fewer keys than its records say', '"keys":3', '"keys":2'],
    ['more keys than it has', '"keys":3', '"keys":9'],
    ['a count that is none', '"words":17', '"words":-1'],
    ['positions beyond its words', '"words":17', '"words":11'],
  ])('is refused with %s', async (_, from, to) => {
    const files = await rebuilt(changedText(from, to));
    expect(await read(files)).toMatchObject({ status: 'refused', where: shard });
  });

  test('cannot reach a prototype by its records', async () => {
    const files = await rebuilt(changedText('"language":"en"', '"__proto__":{} '));
    expect((await read(files)).status).toBe('refused');
    expect(Object.hasOwn(Object.prototype, 'language')).toBe(false);
  });

  test('that swells beyond what its manifest says is not unpacked to the end', async () => {
    const files = await write([flood('a')], 'evidence');
    const bytes = new Uint8Array(gzipSync(new Uint8Array(50_000_000)));
    const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    Object.assign(manifest.shards[0], {
      bytes: bytes.length,
      unpacked: 1_000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    files.set(shard, bytes).set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
    expect(await read(files)).toMatchObject({
      status: 'refused',
      why: expect.stringContaining('cannot be unpacked'),
    });
  });
});
