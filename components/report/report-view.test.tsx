// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { doing, draw, named, press, problems, shownWords } from '@/tests/fixtures/draw';
import { alone, ferry, ferryOutcome, firstPage, hostile } from '@/tests/fixtures/reports';
import type { ReportActions } from './actions';
import { OutcomeView } from './outcome-view';

const actionsOf = () =>
  ({
    onShowPart: vi.fn(),
    onShowPassage: vi.fn(),
    onCompare: vi.fn(),
    onOpenLink: vi.fn(),
  }) satisfies ReportActions;

describe('a report with copies and other tellings', () => {
  it('begins with the answer in one sentence and its origins, then whose words these are', async () => {
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actionsOf()} />);
    const words = shownWords(page);
    expect(words).toMatch(
      /^3 other outlets ran this text, one of them only a part\.2 independent origins in all/,
    );
    expect(words).toContain('By its own credit line this text comes from Brannmark Bulletin.');
  });

  it('quotes the page’s own credit line', async () => {
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actionsOf()} />);
    expect([...page.querySelectorAll('q')].map((q) => q.textContent)).toContain('Source: Brannmark Bulletin');
  });

  it('marks and counts what other outlets’ texts have too, beside what the page itself says of its words', async () => {
    const report = { ...ferry, shared: [{ from: 21, to: 126 }] };
    const page = await draw(<OutcomeView outcome={{ status: 'found', report }} actions={actionsOf()} />);
    expect(shownWords(page)).toContain('Also in texts of other outlets: passages with 25% of the words');
    const [run] = page.querySelectorAll('.words-shared:not(.words-shared--swatch) rect');
    expect([run?.getAttribute('x'), run?.getAttribute('width')]).toEqual(['5%', '25%']);

    const alone = await draw(<OutcomeView outcome={ferryOutcome} actions={actionsOf()} />);
    expect(alone.querySelector('.words-shared')).toBeNull();
  });

  it('names outlet, relation, share, date with its source, and the credit line of a copy', async () => {
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actionsOf()} />);
    const card = page.querySelectorAll('article')[1]!;
    expect(shownWords(card)).toContain('Evening Mirror of Tessel');
    expect(shownWords(card)).toContain('Edited reprint');
    expect(shownWords(card)).toContain('51% of this page; 80% of theirs');
    expect(shownWords(card)).toContain('as the page states');
    expect(shownWords(card)).toContain('This article first appeared in the Brannmark Bulletin.');
  });

  it('says in view that an article is known to be held in part only', async () => {
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actionsOf()} />);
    const cards = [...page.querySelectorAll('article')].map((card) => shownWords(card));
    expect(cards.find((card) => card.includes('Northern Digest'))).toContain('only a teaser is held');
    expect(cards.find((card) => card.includes('Brannmark Bulletin'))).not.toContain('held in full');
  });

  it('shows a few of an article’s credit lines, however many it prints', async () => {
    const [first, ...others] = ferry.sameText;
    const credits = Array.from({ length: 5_000 }, (_, index) => ({
      ...ferry.anatomy.credits[0]!,
      line: `Source ${index}`,
    }));
    const crowded = { ...first!, article: { ...first!.article, credits } };
    const outcome = { status: 'found' as const, report: { ...ferry, sameText: [crowded, ...others] } };
    const page = await draw(<OutcomeView outcome={outcome} actions={actionsOf()} />);
    const card = shownWords(page.querySelector('article')!);
    expect(card).toContain('Source 2');
    expect(card).not.toContain('Source 3');
    expect(card).toContain('4,997 more credit lines');
  });

  it('leads with origins, and opens to which copy goes back to whom', async () => {
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actionsOf()} />);
    expect(shownWords(page)).toContain('2 independent origins in all');
    expect(shownWords(page)).not.toContain('Origin not stated');
    await doing(() => {
      named('Which copy goes back to whom', page).closest('details')!.open = true;
    });
    expect(shownWords(page)).toContain('Origin not stated');
  });

  it('keeps copies and other tellings in two lists', async () => {
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actionsOf()} />);
    const shown = () => shownWords(page.querySelector('[role="tabpanel"]:not([hidden])')!);
    expect(shown()).not.toContain('Morning Star of Uln');
    await press('Same story2', page);
    expect(shown()).toContain('Morning Star of Uln');
    expect(shown()).not.toContain('Brannmark Bulletin');
  });

  it('says of a headline without text that only the headline is held', async () => {
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actionsOf()} />);
    await press('Same story2', page);
    const ticker = [...page.querySelectorAll('article')].find((card) =>
      card.textContent?.includes('Sound Ticker'),
    )!;
    expect(shownWords(ticker)).toContain('Headline only');
  });

  it('stacks all headlines under Framing, this page’s among them', async () => {
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actionsOf()} />);
    await press('Framing', page);
    const titles = [...page.querySelectorAll('.headlines__title')].map((title) => title.textContent);
    expect(titles).toEqual(ferry.headlines.map(({ title }) => title));
  });

  it('always says what it cannot tell', async () => {
    for (const outcome of [ferryOutcome, alone, firstPage, hostile]) {
      const page = await draw(<OutcomeView outcome={outcome} actions={actionsOf()} />);
      expect(shownWords(page)).toContain('What this cannot tell');
      expect(shownWords(page)).toContain('Only the articles in the library were searched');
    }
  });
});

describe('what a reader can do from a report', () => {
  it('shows any part of the page with one click', async () => {
    const actions = actionsOf();
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actions} />);
    const shows = [...page.querySelectorAll<HTMLElement>('.words-row__places button')];
    for (const show of shows) await doing(() => show.click());
    expect(actions.onShowPart.mock.calls.flat().sort()).toEqual(ferry.anatomy.parts.map((_, index) => index));
  });

  it('shows all passages of a copy, or one of them', async () => {
    const actions = actionsOf();
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actions} />);
    const [card] = page.querySelectorAll('article');
    await press('Show in page', card);
    await press('Show passage 2 in the page', card);
    expect(actions.onShowPassage.mock.calls).toEqual([
      ['https://bulletin.example/osk', null],
      ['https://bulletin.example/osk', 1],
    ]);
  });

  it('hands links to the background instead of following them in place', async () => {
    const actions = actionsOf();
    const page = await draw(<OutcomeView outcome={ferryOutcome} actions={actions} />);
    const link = named('Osk ferry idle for third week as pump parts go missing', page);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    await doing(() => link.dispatchEvent(click));
    expect(click.defaultPrevented).toBe(true);
    expect(actions.onOpenLink).toHaveBeenCalledWith('https://bulletin.example/osk');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('offers nothing in the page where there is no page', async () => {
    const page = await draw(
      <OutcomeView
        outcome={ferryOutcome}
        actions={{ ...actionsOf(), onShowPart: null, onShowPassage: null }}
      />,
    );
    expect([...page.querySelectorAll('button')].map((button) => button.textContent)).not.toContain('Show');
    expect(shownWords(page)).not.toContain('Show in page');
  });
});

describe('a report with nothing found', () => {
  it('begins with whose words these are, and says what was searched', async () => {
    const page = await draw(<OutcomeView outcome={alone} actions={actionsOf()} />);
    expect(shownWords(page)).toMatch(/^21% of the words are quotations/);
    expect(shownWords(page)).toContain('Searched 4,310 articles of 12 outlets');
  });

  it('is true on the first page ever read, with an empty library', async () => {
    const page = await draw(<OutcomeView outcome={firstPage} actions={actionsOf()} />);
    expect(shownWords(page)).toMatch(/^79% of the words stand after “Northern Digest”/);
    expect(shownWords(page)).toContain('The library is empty');
  });
});

describe('a page that is no article', () => {
  it('says why, in one sentence', async () => {
    const page = await draw(
      <OutcomeView outcome={{ status: 'not-an-article', because: 'consent-wall' }} actions={actionsOf()} />,
    );
    expect(shownWords(page)).toContain('A consent notice stands in place of the article.');
  });
});

describe('strings of hostile pages', () => {
  it('are shown as the text they are', async () => {
    const page = await draw(<OutcomeView outcome={hostile} actions={actionsOf()} />);
    expect(page.querySelector('img, b, script')).toBeNull();
    expect(page.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('become no links unless they are web addresses', async () => {
    const page = await draw(<OutcomeView outcome={hostile} actions={actionsOf()} />);
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([]);
  });

  it('stand apart from our own sentences, in their own direction and language', async () => {
    const page = await draw(<OutcomeView outcome={hostile} actions={actionsOf()} />);
    const title = [...page.querySelectorAll('bdi')].find((bdi) => bdi.textContent?.includes('عبّارة'))!;
    expect(title.getAttribute('dir')).toBe('auto');
    expect(title.getAttribute('lang')).toBe('ar');
  });

  it('leave no style attribute, which our content policy would refuse', async () => {
    for (const outcome of [ferryOutcome, hostile]) {
      const page = await draw(<OutcomeView outcome={outcome} actions={actionsOf()} />);
      expect(page.querySelector('[style]')).toBeNull();
    }
  });
});

it.each([
  ['found', ferryOutcome],
  ['nothing found', alone],
  ['first page', firstPage],
  ['hostile strings', hostile],
  ['no article', { status: 'not-an-article', because: 'list-page' }],
  ['failed', { status: 'failed', during: 'look-up', message: 'the library is closed' }],
] as const)('axe finds nothing: %s', async (_, outcome) => {
  const page = await draw(
    <main>
      <h1>Refrain</h1>
      <OutcomeView outcome={outcome} actions={actionsOf()} />
    </main>,
  );
  expect(await problems(page)).toEqual([]);
});
