import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { emptyFolder, fileWith, refrain } from '../cli/run-refrain';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const text = (id: string) =>
  `The river Lunde rose by two metres overnight near mill ${id}, and the wardens closed both bridges. “We have not seen such water since my father kept the weir,” said warden Ada Brook. ${'The mills along the lower bank stood still until the afternoon. '.repeat(4)}`;
const record = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    outlet: 'Lunde Courier',
    url: `https://courier.example/${id}`,
    title: `River Lunde rises at ${id}`,
    published: '2024-04-30',
    text: text(id),
    ...more,
  });

/** Builds a pack of these records. */
async function packOf(records: readonly string[], ...options: string[]): Promise<string> {
  const out = path.join(await emptyFolder(), 'pack');
  const file = await fileWith('river.jsonl', records.join('\n'));
  const run = await refrain(['pack', 'build', file, '--out', out, ...options]);
  expect(run.stderr).toBe('');
  return out;
}

async function zipOf(folder: string): Promise<string> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => [name, new Uint8Array(await readFile(path.join(folder, name)))] as const),
  );
  return fileWith('river.zip', zipSync(Object.fromEntries(files)));
}

let old: string;
let fresh: string;
beforeAll(async () => {
  old = await packOf([record('a'), record('b'), record('c', { published: '2024-05-01' })]);
  fresh = await packOf([
    record('a'),
    record('b', { title: 'Another headline' }),
    record('c', { published: '2024-05-01' }),
    record('d', { published: '2024-05-02' }),
  ]);
});

describe('pack build --stable', () => {
  test('packs the same shards, in files that any system packs alike', async () => {
    const records = [record('a'), record('b')];
    const shard = async (pack: string) =>
      new Uint8Array(await readFile(path.join(pack, '2024-04-30.rfp.gz')));
    const [fast, stable] = [await packOf(records), await packOf(records, '--stable')];
    const unpacked = gunzipSync(await shard(stable));
    expect(gunzipSync(await shard(fast))).toEqual(unpacked);
    expect(await shard(stable)).toEqual(gzipSync(unpacked, { level: 6, mtime: 0 }));
  });
});

describe('pack build --outlets', () => {
  test('lets whoever matches with the pack know whose its outlets are', async () => {
    const said = ['lunde.example', 'weir.example'].map((outlet) => ({
      says: 'belongs-to',
      outlet,
      owner: 'River Media',
    }));
    const copy = record('a', { outlet: null, url: 'https://lunde.example/a' });
    const pack = await packOf([copy], '--outlets', await fileWith('outlets.json', JSON.stringify(said)));
    const html = `<html><body><article><h1>River rises</h1><p>${text('a').repeat(2)}</p></article></body></html>`;
    const page = await fileWith('page.html', html);
    const url = 'https://weir.example/2024/04/30/river-rises';
    const { results } = await refrain(['match', page, '--url', url, '--corpus', pack]);
    expect(results).toMatchObject([{ report: { origins: [{ outlet: 'River Media', kind: 'owner' }] } }]);
  });

  test('refuses a file that says nothing of outlets', async () => {
    const file = await fileWith('outlets.json', '[{"says":"eats","outlet":"a"}]');
    const input = await fileWith('river.jsonl', record('a'));
    const run = await refrain([
      'pack',
      'build',
      input,
      '--out',
      path.join(await emptyFolder(), 'p'),
      '--outlets',
      file,
    ]);
    expect(run).toMatchObject({ code: 1, results: [] });
    expect(run.stderr).toContain('no list of statements about outlets');
  });
});

describe('pack diff', () => {
  test('names each article that was added, removed or changed, and only those', async () => {
    const forth = await refrain(['pack', 'diff', old, fresh]);
    expect(forth.results).toEqual([
      { id: 'b', change: 'changed' },
      { id: 'd', change: 'added' },
    ]);
    expect(forth.stderr).toBe('1 added, 0 removed, 1 changed.\n');
    expect((await refrain(['pack', 'diff', fresh, old])).results).toEqual([
      { id: 'b', change: 'changed' },
      { id: 'd', change: 'removed' },
    ]);
    expect((await refrain(['pack', 'diff', old, old])).results).toEqual([]);
  });
});

describe('pack merge', () => {
  test('joins packs; of articles with one id the last one is taken; the same packs give the same bytes', async () => {
    const out = path.join(await emptyFolder(), 'all');
    const run = await refrain(['pack', 'merge', old, fresh, '--out', out]);
    expect(run.results).toMatchObject([{ kind: 'full-text', articles: 4, outlets: 1 }]);
    expect((await refrain(['pack', 'diff', fresh, out])).results).toEqual([]);
  });

  test('can give less than the packs, and refuses to give more', async () => {
    const out = path.join(await emptyFolder(), 'less');
    await refrain(['pack', 'merge', old, '--kind', 'fingerprint-only', '--out', out]);
    const [info] = (await refrain(['pack', 'info', out])).results;
    expect(info).toMatchObject({ kind: 'fingerprint-only', counts: { articles: 3 } });
    const more = path.join(await emptyFolder(), 'more');
    const run = await refrain(['pack', 'merge', out, '--kind', 'full-text', '--out', more]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('this pack is fingerprint-only');
  });
});

describe('pack query', () => {
  test.each([
    [['--id', 'https://courier.example/a'], ['a']],
    [['--words', 'another headline'], ['b']],
    [['--from', '2024-05-01', '--to', '2024-05-01'], ['c']],
    [
      ['--outlet', 'courier.example'],
      ['a', 'b', 'c', 'd'],
    ],
    [['--outlet', 'Lunde Times'], []],
  ])('gives the articles asked for by %j', async (options, ids) => {
    const run = await refrain(['pack', 'query', fresh, ...options]);
    expect(run.results.map((line) => (line as { id: string }).id)).toEqual(ids);
  });
});

describe('a zip of a pack', () => {
  test('is read like its folder', async () => {
    const zip = await zipOf(old);
    const [info] = (await refrain(['pack', 'info', zip])).results;
    const [ofFolder] = (await refrain(['pack', 'info', old])).results;
    expect({ ...(info as object), pack: '' }).toEqual({ ...(ofFolder as object), pack: '' });
    expect((await refrain(['pack', 'verify', zip])).results).toMatchObject([{ whole: true, articles: 3 }]);
    const page = await fileWith('page.txt', `River Lunde rises\n\n${text('a')}`);
    const [outcome] = (await refrain(['match', page, '--corpus', zip])).results;
    expect(outcome).toMatchObject({ status: 'found' });
  });
});

describe('pack build', () => {
  test('and pack info say the same number of bytes: those of the shards', async () => {
    const file = await fileWith('river.jsonl', record('a'));
    const out = path.join(await emptyFolder(), 'pack');
    const [built] = (await refrain(['pack', 'build', file, '--out', out])).results;
    const [info] = (await refrain(['pack', 'info', out])).results;
    const { bytes } = built as { bytes: number };
    expect(info).toMatchObject({ bytes });
    expect(await readFile(path.join(out, '2024-04-30.rfp.gz'))).toHaveLength(bytes);
  });

  test('signs with a key as openssl writes it; verify tells, and refuses a manifest that was changed', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = await fileWith('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const signed = await packOf([record('a')], '--sign', key);
    expect((await refrain(['pack', 'verify', signed])).results).toMatchObject([
      { signature: { state: 'good' } },
    ]);
    const manifest = path.join(signed, 'manifest.json');
    await writeFile(
      manifest,
      (await readFile(manifest, 'utf8')).replace('"language": null', '"language": "xx"'),
    );
    const run = await refrain(['pack', 'verify', signed]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('manifest.sig: its signature does not fit');
  });

  test('counts quotations and voices where it gives no text', async () => {
    const out = await packOf([record('a')], '--fingerprint-only');
    const [article] = (await refrain(['pack', 'query', out])).results;
    expect(article).toMatchObject({ text: null, counts: { quotations: 1, voices: 1, labels: null } });
  });
});
