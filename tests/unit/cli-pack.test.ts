import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { builtCommandLine, emptyFolder, fileWith, fixture, refrain } from '../cli/run-refrain';

const articles = fixture('articles.jsonl');
const records: { id: string; text: string }[] = readFileSync(articles, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

// Every test starts processes, and the first builds the command line: room for a slow machine.
vi.setConfig({ testTimeout: 120_000 });

describe('pack', () => {
  test('built of articles is whole, says what it holds, and is searched like the articles themselves', async () => {
    const out = path.join(await emptyFolder(), 'river');
    const built = await refrain(['pack', 'build', '--out', out, '--title', 'Lodestar', articles]);
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(built.results).toMatchObject([{ pack: out, kind: 'full-text', articles: 5, outlets: 4 }]);
    expect((await refrain(['pack', 'verify', out])).results).toEqual([
      { pack: out, whole: true, shards: 3, articles: 5, signature: { state: 'none' } },
    ]);
    expect((await refrain(['pack', 'info', out])).results).toMatchObject([
      { title: 'Lodestar', kind: 'full-text', counts: { articles: 5, oldest: '2024-03-05' } },
    ]);
    const found = await refrain(['match', fixture('page.html'), '--corpus', out]);
    expect(found.results).toMatchObject([{ status: 'found', report: { outlets: 3 } }]);
  });

  test('without texts still finds the copies, and holds no sentence', async () => {
    const out = path.join(await emptyFolder(), 'river');
    await refrain(['pack', 'build', '--out', out, '--fingerprint-only', articles]);
    const { results } = await refrain(['match', fixture('page.html'), '--corpus', out]);
    expect(results).toMatchObject([
      {
        status: 'found',
        report: {
          sameText: expect.arrayContaining([
            expect.objectContaining({
              article: expect.objectContaining({ id: 'courier-1', held: 'fingerprint-only' }),
            }),
          ]),
        },
      },
    ]);
    expect(JSON.stringify(results).replace(/"anatomy":.*?"searched"/, '')).not.toContain('Nobody was hurt');
  });

  test('is the same to the byte when built again, from articles in any order', async () => {
    const folder = await emptyFolder();
    const back = await fileWith(
      'back.jsonl',
      records
        .toReversed()
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(''),
    );
    await refrain(['pack', 'build', '--out', path.join(folder, 'forth'), articles]);
    await refrain(['pack', 'build', '--out', path.join(folder, 'back'), back]);
    const files = await readdir(path.join(folder, 'forth'));
    expect(await readdir(path.join(folder, 'back'))).toEqual(files);
    for (const file of files) {
      expect(await readFile(path.join(folder, 'back', file))).toEqual(
        await readFile(path.join(folder, 'forth', file)),
      );
    }
  });

  test('takes pages, texts and folders', async () => {
    const out = path.join(await emptyFolder(), 'mixed');
    const built = await refrain([
      'pack',
      'build',
      '--out',
      out,
      articles,
      fixture('page.html'),
      fixture('story.txt'),
    ]);
    expect(built.results).toMatchObject([{ articles: 7 }]);
  });

  test('replaces an old pack, and nothing else', async () => {
    const folder = await emptyFolder();
    const out = path.join(folder, 'river');
    await refrain(['pack', 'build', '--out', out, articles]);
    expect((await refrain(['pack', 'build', '--out', out, fixture('story.txt')])).code).toBe(0);
    expect((await refrain(['pack', 'verify', out])).results).toMatchObject([{ articles: 1 }]);
    await writeFile(path.join(out, 'notes.txt'), 'mine');
    const refused = await refrain(['pack', 'build', '--out', out, articles]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('holds other files than a pack’s (notes.txt)'.replace('’', "'"));
    expect(await readFile(path.join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('that fails leaves nothing behind, and an old pack as it was', async () => {
    const folder = await emptyFolder();
    const out = path.join(folder, 'river');
    await refrain(['pack', 'build', '--out', out, articles]);
    const before = await readFile(path.join(out, 'manifest.json'), 'utf8');
    const broken = await fileWith('broken.jsonl', `${JSON.stringify(records[0])}\n{"id":\n`);
    expect((await refrain(['pack', 'build', '--out', out, broken])).code).toBe(1);
    expect((await refrain(['pack', 'build', '--out', path.join(folder, 'new'), broken])).code).toBe(1);
    expect(await readdir(folder)).toEqual(['river']);
    expect(await readFile(path.join(out, 'manifest.json'), 'utf8')).toBe(before);
  });

  test('that is stopped in mid-work leaves nothing behind', async () => {
    const folder = await emptyFolder();
    const command = ['pack', 'build', '--out', path.join(folder, 'river'), '-'];
    const child = spawn(process.execPath, [await builtCommandLine(), ...command]);
    child.stdin.write(`${JSON.stringify(records[0])}\n`);
    await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(1), { timeout: 20_000 });
    child.kill('SIGINT');
    const [code, signal] = await once(child, 'close');
    expect([code, signal]).toEqual([null, 'SIGINT']);
    expect(await readdir(folder)).toEqual([]);
  });

  test('with a file changed is named by verify and refused by match', async () => {
    const out = path.join(await emptyFolder(), 'river');
    await refrain(['pack', 'build', '--out', out, articles]);
    const shard = path.join(out, '2024-03-06.rfp.gz');
    const bytes = await readFile(shard);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(shard, bytes);
    const verified = await refrain(['pack', 'verify', out]);
    expect(verified.code).toBe(1);
    expect(verified.results).toMatchObject([{ whole: false, articles: 3 }]);
    expect(verified.stderr).toMatch(/2024-03-06\.rfp\.gz: .*SHA-256 differs.*\n$/);
    expect(await refrain(['match', fixture('page.html'), '--corpus', out])).toMatchObject({
      code: 1,
      stdout: '',
    });
  });
});

test('the same input gives the same output', async () => {
  const commands = [
    ['extract', fixture('page.html'), fixture('story.txt')],
    ['stories', articles],
    ['credits', articles],
    ['match', fixture('story.txt'), '--corpus', articles],
  ];
  for (const command of commands) {
    expect((await refrain(command)).stdout).toBe((await refrain(command)).stdout);
  }
});
