import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeBackup } from '@/lib/corpus/sources/backup';
import { fileWith, refrain } from '../cli/run-refrain';

async function backup(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const articles = (async function* () {
    yield '{"id":"a","text":"Rain fell."}\n{"id":"b","text":"Snow fell."}\n';
  })();
  const files = [{ name: 'settings.json', text: '{}' }];
  const made = new Date('2026-03-10T09:00:00Z');
  for await (const piece of writeBackup({ files, articles, made })) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('refrain backup check', () => {
  test('tells what a whole backup holds', async () => {
    const file = await fileWith('backup.zip', await backup());
    const { code, results } = await refrain(['backup', 'check', file]);
    expect(code).toBe(0);
    expect(results).toEqual([
      { backup: file, whole: true, made: '2026-03-10T09:00:00.000Z', articles: 2, files: 2 },
    ]);
  });

  test('names a file that was changed, and ends with 1', async () => {
    const files = unzipSync(await backup());
    files['settings.json'] = new Uint8Array(3);
    const file = await fileWith('backup.zip', zipSync(files));
    const { code, results, stderr } = await refrain(['backup', 'check', file]);
    expect(code).toBe(1);
    expect(results).toMatchObject([{ whole: false }]);
    expect(stderr).toContain('settings.json: the file was changed or damaged since. Use another copy');
  });

  test('refuses another file in words', async () => {
    const file = await fileWith('news.zip', zipSync({ 'a.txt': new Uint8Array(3) }));
    expect(await refrain(['backup', 'check', file])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('this is no backup of Refrain. Choose'),
    });
    expect(
      await refrain(['backup', 'check', await fileWith('news.jsonl', '{"id":"a","text":"b"}')]),
    ).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('this is no zip file'),
    });
  });
});
