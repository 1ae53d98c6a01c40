import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { flood, now, packFilesOf } from '@/tests/fixtures/packs';
import { readPack } from './read-pack';
import { zipOf, zipSource } from './zip';

const text = (words: string) => new TextEncoder().encode(words);
const listed = (files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>) =>
  Array.from(files, ([name, bytes]) => ({ name, bytes }));

async function read(zip: Uint8Array<ArrayBuffer>) {
  const opened = zipSource(zip);
  return opened.status === 'read' ? readPack(opened.source, { packName: 'River papers', now }) : opened;
}

describe('a pack as a zip', () => {
  test('is read like its files, and the same files give the same bytes', async () => {
    const files = await packFilesOf([flood('a'), flood('b', { published: null })], 'full-text');
    const zip = zipOf(listed(files));
    expect(zipOf(listed(files))).toEqual(zip);
    const outcome = await read(zip);
    expect(outcome.status === 'read' && outcome.articles).toHaveLength(2);
  });

  test('may lie in one folder, and other files beside it are passed over', async () => {
    const files = await packFilesOf([flood('a')], 'evidence');
    const entries = Object.fromEntries(Array.from(files, ([name, bytes]) => [`river/${name}`, bytes]));
    const zip = zipSync({ ...entries, 'River/READ ME.txt': text('Hello.'), '__MACOSX/river/._x': text('') });
    expect((await read(new Uint8Array(zip))).status).toBe('read');
  });

  test.each(['../manifest.json', '/etc/manifest.json', 'a/b/manifest.json', 'a\\..\\manifest.json'])(
    'finds no manifest under the name %s',
    async (name) => {
      const files = await packFilesOf([flood('a')], 'evidence');
      const zip = zipSync({ [name]: files.get('manifest.json')! });
      expect((await read(new Uint8Array(zip))).status).toBe('refused');
    },
  );

  test('with one name twice is refused', async () => {
    const zip = zipSync({ 'a/manifest.json': text('{}'), 'b/manifest.json': text('{}') });
    expect(await read(new Uint8Array(zip))).toMatchObject({ why: expect.stringContaining('twice') });
  });

  test('that swells is given up at what a file of a pack can be', async () => {
    const zip = zipSync({ 'manifest.json': new Uint8Array(60_000_000) }, { level: 9 });
    expect(zip.length).toBeLessThan(100_000);
    expect(await read(new Uint8Array(zip))).toMatchObject({
      why: expect.stringContaining('larger than any file of a pack'),
    });
  });

  test('cut anywhere is refused in words', async () => {
    const zip = zipOf(listed(await packFilesOf([flood('a')], 'fingerprint-only')));
    for (let part = 0; part < 100; part += 1) {
      const outcome = await read(zip.slice(0, Math.floor((zip.length * part) / 100)));
      // The directory at the end of a zip is not needed to read it.
      if (outcome.status === 'read') expect(outcome.articles).toHaveLength(1);
      else expect(outcome.why).toMatch(/\w\. \w/);
    }
  });

  test.each([
    ['no zip at all', text('The river rose.')],
    ['nothing', new Uint8Array(0)],
  ])('that is %s is refused', async (_, bytes) => {
    expect((await read(bytes)).status).toBe('refused');
  });
});
