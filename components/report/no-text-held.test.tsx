// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { draw, problems, shownWords } from '@/tests/fixtures/draw';
import { credit, held, textMatch } from '@/tests/fixtures/reports/parts';
import { MatchCard } from './match-card';

const actions = {
  onShowPassage: () => undefined,
  onShowPart: () => undefined,
  onOpenLink: () => undefined,
  onCompare: () => undefined,
};

it('a copy of which a pack gave no text has shares, passages, credits by name and counts, and says that no text is held', async () => {
  const article = held('a', 'Tideline', 'River Lunde rises', {
    held: 'fingerprint-only',
    from: { kind: 'pack', name: 'River papers' },
    credits: [credit('', 'Lunde Courier'), credit('', 'Lunde Courier', { kind: 'syndication-notice' })],
    counts: { quotations: 7, voices: 3, labels: null },
    quotations: [{ kind: 'quotation', text: 'We closed both bridges.', of: 'Ada Brook' }],
  });
  const copy = textMatch(article, { coverage: { here: 0.82, there: 0.4 } });
  const page = await draw(
    <main>
      <h1>Same text</h1>
      <h2>Copies</h2>
      <MatchCard match={copy} language="en" actions={actions} />
    </main>,
  );
  const words = shownWords(page);
  expect(words).toContain('82% of this page, about 40% of theirs; no text of theirs is held');
  expect(words).toContain('The pack “River papers” holds no text of it.');
  expect(words).toContain('Credits: Lunde Courier');
  expect(words).not.toContain('Lunde Courier, Lunde Courier');
  expect(words).toContain('Counted in their text: quotations 7, speakers named 3.');
  expect(words).toContain('1 short quotation of it came with the pack');
  expect(page.querySelector('.quotes')?.textContent).toContain('We closed both bridges. (Ada Brook)');
  expect(words).toContain('Show in page');
  expect(words).not.toContain('Compare');
  expect([...page.querySelectorAll('q')].filter((quoted) => quoted.textContent === '')).toEqual([]);
  expect(await problems(page)).toEqual([]);
});
