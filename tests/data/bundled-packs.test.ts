import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPack } from '@/lib/corpus/packs';
import { emptyFolder } from '../cli/run-refrain';
import { hasCollections, skipNote } from '../collections';

const root = path.resolve(import.meta.dirname, '../..');
const shipped = path.join(root, 'assets/public/packs');

const filesOf = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]);

/** The packs built anew, beside those that are shipped. */
async function built(): Promise<string> {
  const folder = await emptyFolder();
  execFileSync(process.execPath, [path.join(root, 'tests/setup/make-packs.mjs'), folder], {
    stdio: 'ignore',
  });
  return folder;
}

const shippedPack = (name: string) =>
  readPack(
    async (file) => {
      const place = path.join(shipped, name, file);
      return readdirSync(path.dirname(place)).includes(file) ? new Uint8Array(readFileSync(place)) : null;
    },
    { packName: name, now: new Date('2026-03-30T00:00:00Z') },
  );

test('the demo pack is what its stories give, to the byte (if not: npm run packs)', async () => {
  expect(filesOf(path.join(shipped, 'demo'))).toEqual(filesOf(path.join(await built(), 'demo')));
});

test.skipIf(!hasCollections)(
  `the starter pack is what the seeds give, to the byte (if not: npm run packs)${skipNote}`,
  async () => {
    expect(filesOf(path.join(shipped, 'starter'))).toEqual(filesOf(path.join(await built(), 'starter')));
  },
);

test('the starter pack holds five articles and no text, line or summary of any', async () => {
  const outcome = await shippedPack('starter');
  if (outcome.status === 'refused') throw new Error(outcome.why);
  expect(outcome.articles).toHaveLength(5);
  for (const { prepared, quotations, extra } of outcome.articles) {
    const { held, text } = prepared;
    expect([text, held.summary, quotations, extra]).toEqual([null, null, [], {}]);
    expect(held.credits.map(({ line }) => line).join('')).toBe('');
    expect(held.title).not.toBeNull();
    expect(held.counts).toMatchObject({ quotations: expect.any(Number), voices: expect.any(Number) });
  }
});
