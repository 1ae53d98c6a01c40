import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBackup } from './read-backup';
import { writeBackup } from './write-backup';

const made = new Date('2026-03-10T09:00:00Z');
const line = (n: number) =>
  `${JSON.stringify({ id: `n${n}`, text: `Story ${n} of the harbour. `.repeat(2_000) })}\n`;

async function written(count = 400): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const articles = (async function* () {
    for (let n = 0; n < count; n++) yield line(n);
  })();
  const files = [
    { name: 'settings.json', text: '{"cueMode":"never"}' },
    { name: 'feeds.opml', text: '<opml version="2.0"/>' },
  ];
  for await (const piece of writeBackup({ files, articles, made })) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

const read = (bytes: Uint8Array<ArrayBuffer>, keep = true) =>
  readBackup(
    (async function* () {
      for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
    })(),
    keep,
  );

describe('a backup', () => {
  test('comes back as it was written: small files, and articles in parts', async () => {
    const outcome = await read(await written());
    if (outcome.status !== 'read') throw new Error(outcome.why);
    expect(outcome.damaged).toEqual([]);
    expect(outcome.manifest).toMatchObject({ articles: 400, made: '2026-03-10T09:00:00.000Z' });
    expect(outcome.texts.get('settings.json')).toBe('{"cueMode":"never"}');
    expect(outcome.parts.length).toBeGreaterThan(1);
    const lines = outcome.parts.map((part) => new TextDecoder().decode(part)).join('');
    expect(lines).toBe(Array.from({ length: 400 }, (_, n) => line(n)).join(''));
  });

  test('is a zip file that others read, the same each time', async () => {
    const bytes = await written(3);
    expect(Object.keys(unzipSync(bytes))).toEqual([
      'settings.json',
      'feeds.opml',
      'articles-0001.jsonl',
      'manifest.json',
    ]);
    expect(await written(3)).toEqual(bytes);
  });

  test('names a file that was changed or is missing, and gives the others', async () => {
    const files = unzipSync(await written(3));
    files['settings.json'] = new TextEncoder().encode('{"cueMode":"always"}');
    delete files['feeds.opml'];
    const outcome = await read(new Uint8Array(zipSync(files)));
    expect(outcome).toMatchObject({
      status: 'read',
      damaged: [
        { name: 'settings.json', why: expect.stringContaining('changed or damaged') },
        { name: 'feeds.opml', why: expect.stringContaining('missing') },
      ],
    });
    expect(outcome.status === 'read' && outcome.parts.length).toBe(1);
  });

  test('of another kind, or of a newer version, is refused in words', async () => {
    const other = new Uint8Array(zipSync({ 'a.txt': new Uint8Array(3) }));
    expect(await read(other)).toMatchObject({
      status: 'refused',
      why: expect.stringMatching(/no backup.+Choose/),
    });
    const files = unzipSync(await written(1));
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']));
    files['manifest.json'] = new TextEncoder().encode(JSON.stringify({ ...manifest, version: 2 }));
    expect(await read(new Uint8Array(zipSync(files)))).toMatchObject({
      status: 'refused',
      why: expect.stringMatching(/newer version.+Update/),
    });
  });

  test('cut anywhere is refused in words, unless nothing but the list at its end is missing', async () => {
    const bytes = await written(3);
    for (let cut = 0; cut < 100; cut += 3) {
      const outcome = await read(bytes.slice(0, Math.floor((bytes.length * cut) / 100)), false);
      if (outcome.status === 'refused') expect(outcome.why).toMatch(/\. \p{Lu}.+\.$/u);
      else expect(outcome.damaged).toEqual([]);
    }
  });
});
