// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { OutletEdit } from '@/lib/core/article';
import { draw, press, problems, shownWords, write } from '@/tests/fixtures/draw';
import { OutletEditsSection } from './outlet-edits-section';

const edits: OutletEdit[] = [
  { says: 'is', outlet: 'old.example', same: 'new.example' },
  { says: 'belongs-to', outlet: 'جريدة المضيق', owner: '<b>Strait Media</b>' },
];

async function section(onChange: (edits: OutletEdit[]) => void) {
  return draw(
    <main>
      <OutletEditsSection edits={edits} onChange={onChange} />
    </main>,
  );
}

const fill = (page: HTMLElement, label: string, words: string) =>
  write(page.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)!, words);

it('shows what the reader said, as text, and takes it back', async () => {
  const onChange = vi.fn();
  const page = await section(onChange);
  expect(shownWords(page)).toContain('old.example is the same outlet as new.example');
  expect(shownWords(page)).toContain('<b>Strait Media</b>');
  expect(page.querySelector('b')).toBeNull();
  expect(await problems(page)).toEqual([]);
  await press('Forget what is said about old.example');
  expect(onChange).toHaveBeenCalledWith([edits[1]]);
});

it('adds a statement, and says what is missing', async () => {
  const onChange = vi.fn();
  const page = await section(onChange);
  await press('Add');
  expect(shownWords(page)).toContain('Name an outlet');
  await fill(page, 'Outlet, by name or address', 'a.example');
  await fill(page, 'Other outlet, name or owner', 'b.example');
  await press('Add');
  expect(onChange).toHaveBeenCalledWith([...edits, { says: 'is', outlet: 'a.example', same: 'b.example' }]);
});
