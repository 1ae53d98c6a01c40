// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Report } from '@/lib/core/report';
import { askOf } from '@/tests/fixtures/ask';
import { doing, draw, press, problems, shownWords } from '@/tests/fixtures/draw';
import { frameHere } from '@/tests/fixtures/frame';
import { ferry, ferryPassages, ferryTexts } from '@/tests/fixtures/reports';
import { ComparisonScreen } from './comparison-screen';

const report: Report = {
  ...ferry,
  sameText: ferry.sameText.map((match, index) =>
    index === 0 ? { ...match, passages: ferryPassages } : match,
  ),
};
const copy = 'https://bulletin.example/osk';
const telling = 'https://star.example/a';

const background = (there: string | null = ferryTexts.there) =>
  askOf({
    comparison: () => ({
      outcome: { status: 'found', report },
      here: ferryTexts.here,
      there,
      unmatched: null,
    }),
  });

/** A page the reader holds, which has nothing in common with the page of the report. */
const heldPage = 'https://lantern.example/wells';
const unrelated = askOf({
  comparison: () => ({
    outcome: { status: 'found', report },
    here: ferryTexts.here,
    there: 'The wells of Eastmere are clean again.',
    unmatched: {
      outlet: 'Lantern Post',
      title: 'Eastmere wells clean again',
      published: null,
      language: 'en',
      completeness: 'full',
      held: 'text',
    },
  }),
});

const screen = (ask: ReturnType<typeof askOf>, articleId = copy) => (
  <ComparisonScreen frame={frameHere} ask={ask} tabId={7} articleId={articleId} />
);

const key = (name: string) =>
  doing(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: name, altKey: true })));

describe('two texts side by side', () => {
  it('hold every word of both', async () => {
    const page = await draw(screen(background()));
    const columns = [...page.querySelectorAll('.column__text')];
    for (const text of [ferryTexts.here, ferryTexts.there])
      for (const line of text.split('\n\n'))
        expect(columns.some((column) => column.textContent?.includes(line.split('.')[0]!.slice(0, 20)))).toBe(
          true,
        );
  });

  it('link each passage both ways', async () => {
    const page = await draw(screen(background()));
    const numbers = ferryPassages.map((_, index) => index + 1);
    for (const number of numbers) {
      expect(page.querySelector(`#here-${number}`)?.getAttribute('href')).toBe(`#there-${number}`);
      expect(page.querySelector(`#there-${number}`)?.getAttribute('href')).toBe(`#here-${number}`);
    }
  });

  it('lead from a passage to the same one in the other text', async () => {
    const page = await draw(screen(background()));
    await doing(() => page.querySelector<HTMLElement>('#here-2')!.click());
    expect(document.activeElement?.id).toBe('there-2');
    await doing(() => page.querySelector<HTMLElement>('#there-3')!.click());
    expect(document.activeElement?.id).toBe('here-3');
  });

  it('are walked through by key, in a circle, with the position said', async () => {
    const page = await draw(screen(background()));
    await key('ArrowDown');
    expect(page.querySelector('.steps [role="status"]')?.textContent).toMatch(
      /^Passage 1 of 4: \d+ words are the same in both\.$/,
    );
    await key('ArrowUp');
    expect(page.querySelector('.steps [role="status"]')?.textContent).toBe('Passage 4 of 4: reworded.');
    expect(document.activeElement?.id).toBe('here-4');
    await press('Next passage');
    expect(document.activeElement?.id).toBe('here-1');
  });

  it('mark the words of a reworded sentence that stand on one side only', async () => {
    const page = await draw(screen(background()));
    const [here, there] = page.querySelectorAll('.column__text');
    expect([...here!.querySelectorAll('b')].map((word) => word.textContent)).toEqual([
      'meets again',
      'discuss the matter.',
    ]);
    expect([...there!.querySelectorAll('b')].map((word) => word.textContent)).toEqual([
      'will meet',
      'talk about compensation.',
    ]);
  });

  it('stop listening to keys when they are gone', async () => {
    const removed = vi.spyOn(window, 'removeEventListener');
    await draw(screen(background()));
    await draw(<p>gone</p>);
    expect(removed.mock.calls.map(([type]) => type)).toContain('keydown');
    removed.mockRestore();
  });
});

it('lists this page and its copies by date, without the other tellings', async () => {
  const page = await draw(screen(background()));
  const [line] = page.querySelectorAll('.time-line');
  const rows = [...line!.querySelectorAll('.time-line__row bdi')].map((row) => row.textContent);
  expect(rows).toEqual(['Brannmark Bulletin', 'The Tideline', 'Evening Mirror of Tessel', 'Northern Digest']);
});

it('shows a telling in other words without inventing passages', async () => {
  const page = await draw(screen(background(), telling));
  expect(shownWords(page)).toContain('no passage stands in both');
  expect(page.querySelector('.steps')).toBeNull();
  expect(page.querySelectorAll('.column__text a')).toHaveLength(0);
});

it('says that no text is held where only a fingerprint is', async () => {
  const page = await draw(screen(background(null)));
  expect(shownWords(page)).toContain('No text of this article is held');
});

it('shows a held page beside this one, and says that nothing stands in both', async () => {
  const page = await draw(screen(unrelated, heldPage));
  expect(shownWords(page)).toContain('No passage was found that stands in both of these texts.');
  expect(shownWords(page)).toContain('Eastmere wells clean again');
  expect(shownWords(page)).toContain('The wells of Eastmere are clean again.');
  expect(shownWords(page)).not.toContain('How each tells it');
  expect(page.querySelector('.steps')).toBeNull();
});

it('says what to do when the tab’s report is gone', async () => {
  const page = await draw(screen(askOf({ comparison: () => null })));
  expect(shownWords(page)).toContain('Look at the page again and choose Compare there.');
});

it.each([
  ['a copy', background(), copy],
  ['another telling', background(), telling],
  ['a copy without its text', background(null), copy],
  ['a held page with nothing in common', unrelated, heldPage],
  ['a report that is gone', askOf({ comparison: () => null }), copy],
] as const)('axe finds nothing: %s', async (_, ask, articleId) => {
  expect(await problems(await draw(screen(ask, articleId)))).toEqual([]);
});
