// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { BackgroundAnswers } from '@/lib/app/messaging';
import { askOf, settings } from '@/tests/fixtures/ask';
import { doing, draw, press, problems, shownWords } from '@/tests/fixtures/draw';
import { type BackupFiles, BackupSection, type ReadBackup } from './backup-section';

const read: ReadBackup = {
  made: '2026-03-01T10:00:00Z',
  count: 1310,
  articles: new File(['{}'], 'backup.jsonl'),
  damaged: [{ name: 'articles-0002.jsonl', why: 'the file is missing.' }],
  settings: { cueMode: 'never' },
  opml: '<opml/>',
  packs: ['https://packs.example/river/', 'bundled:demo'],
};

const background = (more: Partial<BackgroundAnswers> = {}) =>
  askOf({
    backupNote: () => ({ on: null, since: 1204, due: true }),
    backupFiles: () => [{ name: 'settings.json', text: '{}' }],
    backupPart: () => ({ jsonl: '', next: null }),
    backupDone: () => ({ on: '2026-03-10T09:00:00Z', since: 0, due: false }),
    readOpml: () => ({ feeds: [{ url: 'https://a.example/feed', name: 'A', folder: [] }], notTaken: 0 }),
    ...more,
  });

async function section(ask: ReturnType<typeof askOf>, more: Partial<BackupFiles> = {}) {
  const requestHosts = vi.fn(async () => true);
  const saved: [string, Blob][] = [];
  const restored: File[] = [];
  const imports = {
    restore: async (file: File) => {
      restored.push(file);
    },
  };
  const page = await draw(
    <main>
      <BackupSection
        ask={ask}
        held={1204}
        backups={{ write: async () => new Blob(['zip']), read: async () => read, ...more }}
        imports={imports}
        originOf={(address) => (/^http/.test(address) ? `${new URL(address).origin}/*` : null)}
        requestHosts={requestHosts}
        saveFile={(...file) => saved.push(file)}
      />
    </main>,
  );
  return { page, saved, restored, requestHosts };
}

async function choose(page: HTMLElement, file: File) {
  const input = page.querySelector<HTMLInputElement>('#restore-file')!;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await doing(() => input.dispatchEvent(new Event('change', { bubbles: true })));
}

describe('a backup', () => {
  it('is suggested after a thousand new articles, and saved under its day', async () => {
    const { page, saved } = await section(background());
    expect(shownWords(page)).toContain('1,204 articles and no backup yet. A backup is due.');
    expect(await problems(page)).toEqual([]);
    await press('Save a backup');
    expect(saved.map(([name]) => name)).toEqual(['refrain-backup-2026-03-10.zip']);
    expect(shownWords(page)).toContain('0 articles came since');
  });

  it('that cannot be read is refused in words', async () => {
    const { page } = await section(background(), { read: async () => ({ refused: 'this is no backup.' }) });
    await choose(page, new File(['x'], 'x.zip'));
    expect(page.querySelector('.note--error')?.textContent).toBe('this is no backup.');
  });

  it('shows what is in it before anything comes back, and each part comes back by itself', async () => {
    const ask = background({
      restoreSettings: () => settings,
      undoSettings: () => settings,
      followFeeds: () => [],
      addPack: (address) => ({ packs: [], refused: address === 'bundled:demo' ? null : 'it is gone.' }),
    });
    const { page, restored, requestHosts } = await section(ask);
    await choose(page, new File(['x'], 'backup.zip'));
    expect(shownWords(page)).toContain('Articles in it: 1,310. Outlets followed: 1.');
    expect(shownWords(page)).toContain('articles-0002.jsonl: the file is missing.');
    expect(await problems(page)).toEqual([]);
    await press('Put 1,310 articles back');
    expect(restored).toEqual([read.articles]);
    await press('Use its settings');
    expect(ask.asked.at(-1)).toEqual({ question: 'restoreSettings', args: [{ cueMode: 'never' }] });
    await press('Go back to the settings from before');
    expect(ask.asked.at(-1)?.question).toBe('undoSettings');
    await press('Follow its outlet');
    expect(ask.asked.at(-1)?.question).toBe('followFeeds');
    await press('Get its 2 packs');
    expect(requestHosts).toHaveBeenLastCalledWith(['https://packs.example/*']);
    expect(shownWords(page)).toContain('1 pack is in your library again.');
    expect(shownWords(page)).toContain('https://packs.example/river/: it is gone.');
  });
});
