// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { ToldText } from '@/lib/app/messaging';
import type { RowChoices } from '@/lib/core/framing';
import { askOf } from '@/tests/fixtures/ask';
import { doing, draw, problems, shownWords } from '@/tests/fixtures/draw';
import { frameHere } from '@/tests/fixtures/frame';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { ferry } from '@/tests/fixtures/reports';
import { FramingSection } from './framing-section';
import { type Frame, FramingContext, loadStory } from './source';

const here = ferry.page.id;
const other = ferry.sameText[0]!.article.id;

const texts: Record<string, string> = {
  [here]:
    'Syrian government forces left the port on 24 September. “We will not come back to this harbour,” said Ann Carter. Divers counted 29 wrecks.\n\nCarter told Reuters after the announcement that nobody had been hurt.',
  [other]:
    'The Syrian army left the port. The loyalists took the ferry. Ann Carter told AP that the ferry would sail again.',
};

function told(id: string, language: string | null = 'en'): ToldText {
  const text = texts[id]!;
  return {
    article: articleOf(id, text, {
      outlet: id === here ? 'Tideline' : 'Evening Mirror of Tessel',
      title: id === here ? 'Port left' : 'Ferry to sail',
      language,
    }),
    anatomy: null,
    credits: [],
  };
}

async function section(
  toldText: (id: string | null) => ToldText | null,
  onShowSpan: (() => void) | null = null,
  frame: Frame = frameHere,
  onKeepRows: ((choices: RowChoices) => void) | null = null,
) {
  const ask = askOf({ toldText: (_, id) => toldText(id), rowChoices: () => ({ merged: [], split: [] }) });
  const load = () => loadStory(ask, frame, 7, ferry);
  return draw(
    <FramingContext.Provider value={{ load, onShowSpan, onKeepRows }}>
      <main>
        <h1>Framing</h1>
        <h2>How each tells it</h2>
        <FramingSection />
      </main>
    </FramingContext.Provider>,
  );
}

const both = (id: string | null) => (id === null ? told(here) : id === other ? told(other) : null);

const chip = (page: Element, words: string) =>
  [...page.querySelectorAll<HTMLElement>('.chip')].find((one) => one.textContent?.includes(words));

describe('how a story is told', () => {
  it('shows one row for an actor, with the words of each outlet', async () => {
    const page = await section(both);
    const row = [...page.querySelectorAll('.actors__row')].find((one) =>
      one.textContent?.includes('loyalists'),
    );
    expect(row?.textContent).toContain('Syrian government forces');
    expect(row?.textContent).toContain('Evening Mirror of Tessel');
  });

  it('opens the sentence of a label, the words marked, and closes it again', async () => {
    const page = await section(both);
    const label = chip(page, 'loyalists')!;
    await doing(() => label.click());
    const sentence = page.querySelector('.framing__sentence');
    expect(sentence?.textContent?.trim()).toBe('The loyalists took the ferry.');
    expect(sentence?.querySelector('mark')?.textContent).toBe('loyalists');
    expect(label.getAttribute('aria-expanded')).toBe('true');
    await doing(() => label.click());
    expect(page.querySelector('.framing__sentence mark')?.textContent).not.toBe('loyalists');
  });

  it('shows words of this page in the page', async () => {
    const shown = vi.fn();
    const page = await section(both, shown);
    await doing(() => chip(page, 'Syrian government forces')!.click());
    await doing(() => page.querySelector<HTMLElement>('.actors .framing__sentence button')!.click());
    expect(shown).toHaveBeenCalledWith({ start: 0, end: 55 });
  });

  it('puts statements of one person next to each other, each with whom it was made to and what is not known', async () => {
    const words = shownWords(await section(both));
    expect(words).toContain('Attributed differently');
    expect(words).toContain('said to or quoted from Reuters');
    expect(words).toContain('said to or quoted from AP');
    expect(words).toContain('occasion: not known');
  });

  it('shows the search beside what only one text has', async () => {
    const words = shownWords(await section(both));
    expect(words).toMatch(/29 not found in 1 other text; searched for: 29, twenty-nine/);
  });

  it('lets the reader give a label its own row and make two rows one, and keeps that', async () => {
    const kept = vi.fn();
    const page = await section(both, null, frameHere, kept);
    const button = (words: string) =>
      [...page.querySelectorAll<HTMLElement>('button')].find(
        (one) => one.getAttribute('aria-label') === words || one.textContent === words,
      )!;
    await doing(() => button('Give “loyalists” a row of its own').click());
    const heads = () =>
      [...page.querySelectorAll('.actors > .actors__row > h4')].map((one) => one.textContent);
    expect(heads()).toContain('loyalists');
    expect(kept).toHaveBeenLastCalledWith({
      merged: [],
      split: [{ key: 'side:government', label: 'loyalists' }],
    });
    await doing(() => button('Undo my changes to rows').click());
    expect(heads()).not.toContain('loyalists');
  });

  it('says that nothing can be compared where no other text is held', async () => {
    const words = shownWords(await section((id) => (id === null ? told(here) : null)));
    expect(words).toContain('only the headlines can be compared');
  });

  it('says which lenses are off for another language', async () => {
    const words = shownWords(await section((id) => (id === null ? told(here, 'de') : both(id))));
    expect(words).toContain('not in English');
  });

  it('tells the reader when comparing failed', async () => {
    const page = await section(both, null, async () => {
      throw new Error('The comparison took too long and was stopped.');
    });
    expect(shownWords(page)).toContain('took too long');
  });

  it('has no accessibility problem, open or closed', async () => {
    const page = await section(both, vi.fn());
    for (const one of page.querySelectorAll<HTMLElement>('.chip')) await doing(() => one.click());
    expect(await problems(page)).toEqual([]);
  });
});
