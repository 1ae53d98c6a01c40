// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { bareReading } from '@/lib/core/article';
import { memoryCorpus } from '@/lib/core/matching';
import { buildReport } from '@/lib/core/report';
import { draw, problems, shownWords } from '@/tests/fixtures/draw';
import { articleOf, preparedOf, textOf } from '@/tests/fixtures/made-up-articles';
import { OutcomeView } from './outcome-view';

const briefs = [1, 2, 3, 4, 5].map((seed) => textOf(seed, 2));
const digest = briefs.flatMap((text, n) => [`Story number ${'abcde'[n]} of the day`, text]).join('\n\n');
const actions = { onShowPart: null, onShowPassage: null, onCompare: null, onOpenLink: () => {} };

it('says of each brief of a digest how it is related, and how much of it stands elsewhere', async () => {
  const here = articleOf('digest', digest, { language: 'en' });
  const library = memoryCorpus([
    preparedOf(articleOf('x', briefs[1]!)),
    preparedOf(articleOf('y', [textOf(20, 6), briefs[3], textOf(21, 6)].join('\n\n'))),
  ]);
  const outcome = await buildReport(bareReading(here), [library], { now: new Date('2026-03-01') });
  const page = await draw(
    <main>
      <h1>Refrain</h1>
      <OutcomeView outcome={outcome} actions={actions} />
    </main>,
  );
  const items = [...page.querySelectorAll('.items__row')].map((item) => shownWords(item));
  expect(items).toHaveLength(2);
  expect(items[0]).toMatch(/^ReprintStory number b of the day .* ?9\d% of this item; 100% of theirs$/);
  expect(items[1]).toMatch(/^ExcerptStory number d of the day .* ?9\d% of this item; 1\d% of theirs$/);
  expect(await problems(page)).toEqual([]);
});
