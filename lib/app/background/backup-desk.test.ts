import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { RowChoices } from '@/lib/core/framing';
import { openLibrary } from '@/lib/corpus/store';
import { textOf } from '@/tests/fixtures/made-up-articles';
import { sampleArticle, sampleManifest } from '@/tests/fixtures/sample-articles';
import { backupDesk } from './backup-desk';
import { keepRowChoices, readRowChoices } from './row-choices';

const now = () => new Date('2026-03-01T10:00:00Z');
const merged: RowChoices = { merged: [['the council', 'Talvi council']], split: [] };
const none: RowChoices = { merged: [], split: [] };

const desk = () =>
  backupDesk({
    openLibrary: () => openLibrary({ now, name: 'backup-desk' }),
    writeOpml: async () => null,
    packs: async () => [],
    now,
  });

async function settingsSaved(): Promise<unknown> {
  const files = await desk().files();
  return JSON.parse(files.find(({ name }) => name === 'settings.json')!.text);
}

beforeEach(() => fakeBrowser.reset());

describe('a backup', () => {
  it('holds the rows of actors that the reader merged and split, and undoes them with the settings', async () => {
    await keepRowChoices(merged);
    const saved = await settingsSaved();
    await keepRowChoices(none);
    await desk().restoreSettings(saved);
    expect(await readRowChoices()).toEqual(merged);
    await desk().undoSettings();
    expect(await readRowChoices()).toEqual(none);
  });

  it('is of the reader’s own articles, so a pack is never said to be missing from one', async () => {
    const library = await openLibrary({ now, name: 'backup-desk' });
    await library.packs.begin('River', sampleManifest('ab'));
    const from = { kind: 'pack', name: 'River' } as const;
    const packed = sampleArticle('packed too', { from });
    const ofNoOutlet = { ...packed, held: { ...packed.held, outlet: null, url: null } };
    await library.packs.take('River', [
      { sha256: 'a', articles: [sampleArticle('packed', { from })] },
      { sha256: 'b', articles: [ofNoOutlet] },
    ]);
    await library.packs.finish('River');
    expect(await desk().note()).toMatchObject({ since: 0 });
    await library.add([sampleArticle('own')]);
    expect(await desk().note()).toMatchObject({ since: 1 });
    await desk().done();
    await library.add([sampleArticle('own too')]);
    expect(await desk().note()).toMatchObject({ since: 1 });
    library.close();
  });

  it('leaves the rows as they are where it has none or none that can be read', async () => {
    await keepRowChoices(merged);
    await desk().restoreSettings({ framingRows: { merged: [[textOf(1), 4]] } });
    await desk().restoreSettings({});
    expect(await readRowChoices()).toEqual(merged);
  });
});
