// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { SearchFilter } from '@/lib/app/messaging';
import { counts } from '@/tests/fixtures/ask';
import { doing, draw, press, problems, shownWords, write } from '@/tests/fixtures/draw';
import { LibrarySearch } from './library-search';

const hit = {
  ref: 4,
  title: 'Ferry stays',
  outlet: 'Bulletin',
  url: 'https://a.example/',
  published: '2026-03-02',
  pack: null,
};

it('offers no deletion of what came with a pack, but says how it goes', async () => {
  const page = await draw(
    <main>
      <LibrarySearch
        hits={[{ ...hit, published: '2026-03-02T05:00:00Z', pack: 'River papers' }]}
        outlets={counts.outlets}
        onSearch={() => {}}
        onOpenLink={() => {}}
        onDelete={() => {}}
      />
    </main>,
  );
  expect(await problems(page)).toEqual([]);
  expect(shownWords(page)).toContain('From the pack “River papers”');
  expect(shownWords(page)).toContain('Bulletin · Mar 2, 2026');
  expect(shownWords(page)).not.toContain('Delete');
});

it('searches within an outlet, days and a kind, and deletes after a question', async () => {
  const searched: [string, SearchFilter][] = [];
  const deleted: number[] = [];
  const page = await draw(
    <main>
      <LibrarySearch
        hits={[hit]}
        outlets={counts.outlets}
        onSearch={(...search) => searched.push(search)}
        onOpenLink={() => {}}
        onDelete={(ref) => deleted.push(ref)}
      />
    </main>,
  );
  expect(await problems(page)).toEqual([]);
  const [outlet, kind] = page.querySelectorAll('select');
  for (const [select, value] of [
    [outlet, 'bulletin.example'],
    [kind, 'text'],
  ] as const) {
    select!.value = value;
    await doing(() => select!.dispatchEvent(new Event('change', { bubbles: true })));
  }
  await write(page.querySelector<HTMLInputElement>('input[type="date"]')!, '2026-03-01');
  await write(page.querySelector<HTMLInputElement>('#library-query')!, ' ferry ');
  await press('Search');
  expect(searched).toEqual([
    ['ferry', { outlet: 'bulletin.example', from: '2026-03-01', to: null, kind: 'text' }],
  ]);
  await press('Delete Ferry stays');
  expect(shownWords(page)).toContain('Delete “Ferry stays” with its older revisions?');
  expect(deleted).toEqual([]);
  await press('Delete', page.querySelector('fieldset.confirm')!);
  expect(deleted).toEqual([4]);
});
