// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { LibraryHealth, RetentionPreview } from '@/lib/app/messaging';
import { askOf, counts, settings } from '@/tests/fixtures/ask';
import { doing, draw, press, problems, shownWords, write } from '@/tests/fixtures/draw';
import { HealthBox } from './health-box';
import { RetentionBox } from './retention-box';
import { StorageMeter } from './storage-meter';

const preview: RetentionPreview = {
  articles: 1310,
  revisions: 4,
  bytes: 5_100_000,
  oldest: '2026-01-03',
  newest: '2026-02-01',
  outlets: [
    { outlet: 'Brannmark Bulletin', articles: 1300 },
    { outlet: null, articles: 10 },
  ],
};

const health: LibraryHealth = {
  articles: 4310,
  superseded: 12,
  postings: { keys: 90_000, terms: 40_000 },
  dead: 3,
  skipped: { articles: 1, texts: 1, index: 1 },
  lostPrints: 12,
  mergeTrouble: null,
};

describe('the storage meter', () => {
  it('tells each kind and asks the browser to keep it', async () => {
    const storage = { state: async () => ({ kept: false }), keep: async () => ({ kept: true }) };
    const page = await draw(
      <main>
        <h2>Library</h2>
        <StorageMeter counts={counts} storage={storage} />
      </main>,
    );
    expect(shownWords(page)).toContain('Fingerprints and their index');
    expect(page.querySelectorAll('meter')).toHaveLength(5);
    expect(await problems(page)).toEqual([]);
    await press('Ask the browser to keep it');
    expect(shownWords(page)).toContain('The browser has promised to keep it.');
  });
});

describe('retention', () => {
  const box = (ask: ReturnType<typeof askOf>) => (
    <main>
      <h2>Library</h2>
      <RetentionBox ask={ask} counts={counts} rule={settings.retention} onCounts={() => {}} />
    </main>
  );

  it('shows what would go before anything does, and goes by the rule after a question', async () => {
    const ask = askOf({ retentionDryRun: () => preview, keepTo: () => counts });
    const page = await draw(box(ask));
    await write(page.querySelector<HTMLInputElement>('fieldset input')!, '3000');
    await press('See what would go');
    const rule = { overall: { articles: 3000, days: null }, outlets: {}, revisions: null };
    expect(ask.asked.at(-1)).toEqual({ question: 'retentionDryRun', args: [rule] });
    expect(shownWords(page)).toContain('Would go: articles 1,310, older revisions 4');
    expect(await problems(page)).toEqual([]);
    await press('Apply this rule…');
    await press('Delete them', page.querySelector('fieldset.confirm')!);
    expect(ask.asked.at(-1)).toEqual({ question: 'keepTo', args: [rule] });
  });

  it('can be another one for an outlet', async () => {
    const ask = askOf({ retentionDryRun: () => preview });
    const page = await draw(box(ask));
    const select = page.querySelector<HTMLSelectElement>('#retention-outlet')!;
    select.value = 'bulletin.example';
    await doing(() => select.dispatchEvent(new Event('change', { bubbles: true })));
    await write(page.querySelectorAll<HTMLInputElement>('fieldset input')[3]!, '30');
    await press('See what would go');
    expect(ask.asked.at(-1)?.args).toEqual([
      {
        overall: { articles: null, days: null },
        outlets: { 'bulletin.example': { articles: null, days: 30 } },
        revisions: null,
      },
    ]);
  });
});

describe('health', () => {
  it('is counted anew when asked, with what cannot be read', async () => {
    const ask = askOf({ rebuilding: () => null, libraryHealth: () => health });
    const page = await draw(
      <main>
        <h2>Library</h2>
        <HealthBox ask={ask} />
      </main>,
    );
    await press('Check the library');
    expect(shownWords(page)).toContain('130,000');
    expect(shownWords(page)).toContain('Rebuilding the index mends it.');
    expect(shownWords(page)).toContain('cannot be read: 12. Remove their packs');
    expect(await problems(page)).toEqual([]);
  });

  it('shows how far a new index is', async () => {
    const ask = askOf({ rebuilding: () => null, rebuildIndex: () => 0.5 });
    const page = await draw(
      <main>
        <h2>Library</h2>
        <HealthBox ask={ask} />
      </main>,
    );
    await press('Rebuild the index');
    expect(page.querySelector('progress')?.value).toBe(0.5);
  });
});
