// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import shapes from '@/assets/icons/shapes.json';
import type { BackgroundAnswers, HeldPage, TabStatus } from '@/lib/app/messaging';
import type { ReportOutcome } from '@/lib/core/report';
import { askOf, counts, followedFeed, settings } from '@/tests/fixtures/ask';
import { doing, draw, named, press, problems, shownWords, write } from '@/tests/fixtures/draw';
import { alone, ferry, ferryOutcome } from '@/tests/fixtures/reports';
import { PopupScreen } from './popup-screen';

const held: HeldPage = {
  id: 'https://bulletin.example/board',
  title: 'Harbour board meets on Friday',
  outlet: 'Brannmark Bulletin',
  url: 'https://bulletin.example/board',
  words: 412,
  heldAt: '2026-03-10T09:00:00Z',
};

const statuses: Record<TabStatus['state'], { status: TabStatus; says: string }> = {
  found: {
    status: { state: 'found', outcome: ferryOutcome, outlets: 3 },
    says: 'Found: 3 other outlets, 2 origins.',
  },
  none: { status: { state: 'none', outcome: alone }, says: 'Checked: nothing found.' },
  checking: { status: { state: 'checking' }, says: 'Reading this page…' },
  'not-an-article': {
    status: { state: 'not-an-article', because: 'list-page' },
    says: 'This is a list of articles, not an article.',
  },
  'off-here': {
    status: { state: 'off-here', host: 'tideline.example' },
    says: 'Refrain is off on tideline.example.',
  },
  'no-access': {
    status: { state: 'no-access', host: 'tideline.example' },
    says: 'The browser gives no access to tideline.example.',
  },
  error: {
    status: { state: 'error', message: 'The library is full.' },
    says: 'This did not work. The library is full.',
  },
};

const background = (status: TabStatus, more: Partial<BackgroundAnswers> = {}) =>
  askOf({
    settings: () => settings,
    heldPages: () => [],
    lateAnswers: () => [],
    libraryCounts: () => counts,
    keptHere: () => ({ held: false, wanted: false, privateTab: false }),
    rarestRun: () => null,
    rebuilding: () => null,
    look: () => status,
    feedsOfPage: () => [],
    feeds: () => [],
    ...more,
  });

const tab = { id: 7, site: 'tideline.example', patterns: ['https://*.tideline.example/*'] };

function popup(ask: ReturnType<typeof askOf>, more: Partial<Parameters<typeof PopupScreen>[0]> = {}) {
  return (
    <PopupScreen
      ask={ask}
      tab={tab}
      onWatch={async () => {}}
      onFollow={async () => {}}
      onOpenOptions={() => {}}
      onFillLibrary={() => {}}
      onClose={() => {}}
      {...more}
    />
  );
}

it('says beside a result that less is found while the index is being rebuilt', async () => {
  const page = await draw(popup(background(statuses.none.status, { rebuilding: () => 0.4 })));
  expect(shownWords(page)).toContain('The index of your library is being rebuilt.');
  expect(shownWords(await draw(popup(background(statuses.none.status))))).not.toContain('being rebuilt');
});

describe.each(Object.entries(statuses))('a tab that is %s', (state, { status, says }) => {
  it('is told by its words and its own shape', async () => {
    const page = await draw(popup(background(status)));
    const line = page.querySelector('.status')!;
    expect(line.textContent).toBe(says);
    expect(line.querySelector('path')?.getAttribute('d')).toBe(shapes[status.state].path);
    expect(line.getAttribute('data-state')).toBe(state);
  });

  it('is clean to axe', async () => {
    expect(await problems(await draw(popup(background(status))))).toEqual([]);
  });
});

it('gives each of the seven states a shape of its own', () => {
  const paths = Object.values(shapes).map(({ path }) => path);
  expect(new Set(paths).size).toBe(Object.keys(statuses).length);
});

describe('an empty library', () => {
  it('can be filled from the popup', async () => {
    const onFillLibrary = vi.fn();
    const searched = { articles: 0, outlets: 0, oldest: null, newest: null };
    const outcome: ReportOutcome = {
      status: 'nothing-found',
      report: { ...ferry, sameText: [], sameStory: [], searched },
    };
    await draw(popup(background({ state: 'none', outcome }), { onFillLibrary }));
    await press('Fill your library');
    expect(onFillLibrary).toHaveBeenCalled();
  });

  it('is not spoken of where something was searched', async () => {
    const page = await draw(popup(background(statuses.found.status)));
    expect(shownWords(page)).not.toContain('Fill your library');
  });
});

describe('held pages', () => {
  const comparing = async (status: TabStatus, id: string) => {
    const ask = background(status, { heldPages: () => [{ ...held, id }], openComparison: () => undefined });
    return { ask, page: await draw(popup(ask)) };
  };

  it.each([
    [
      'no shared text, where nothing was found',
      statuses.none.status,
      held.id,
      'Compared with this page: no shared text.',
    ],
    [
      'the shares, where text is shared',
      statuses.found.status,
      'https://bulletin.example/osk',
      'Compared with this page: they share text,',
    ],
    [
      'the same story in other words',
      statuses.found.status,
      'https://star.example/a',
      'no shared text; both tell the same story.',
    ],
  ])('say %s, and can be looked at side by side', async (_, status, id, words) => {
    const { ask, page } = await comparing(status, id);
    expect(shownWords(page)).toContain(words);
    await press(`Compare with ${held.title}`);
    expect(ask.asked.at(-1)).toEqual({ question: 'openComparison', args: [7, id] });
    expect(await problems(page)).toEqual([]);
  });

  it('are not compared with themselves', async () => {
    const { page } = await comparing(statuses.found.status, ferry.page.id);
    expect(shownWords(page)).toContain('This is the page you are looking at.');
    expect(shownWords(page)).not.toContain('Compared with this page');
  });
});

describe('the result', () => {
  it('is the answer and three lines, the strongest first', async () => {
    const page = await draw(popup(background(statuses.found.status)));
    expect(shownWords(page)).toContain('3 other outlets ran this text, one of them only a part.');
    const lines = [...page.querySelectorAll('.result-lines > li strong')].map((line) => line.textContent);
    expect(lines).toEqual(['Brannmark Bulletin', 'Evening Mirror of Tessel', 'Northern Digest']);
    expect(shownWords(page)).toContain('and 2 more in the whole report');
  });

  it('goes to the page, and the popup makes way', async () => {
    const onClose = vi.fn();
    const ask = background(statuses.found.status, { showOnPage: () => ({ shown: true }) });
    await draw(popup(ask, { onClose }));
    await press('Show on page');
    expect(ask.asked.at(-1)).toEqual({ question: 'showOnPage', args: [7] });
    expect(onClose).toHaveBeenCalled();
  });

  it('stays in the popup where nothing can be shown over the page, and says so', async () => {
    const onClose = vi.fn();
    const ask = background(statuses.found.status, { showOnPage: () => ({ shown: false }) });
    const page = await draw(popup(ask, { onClose }));
    await press('Show on page');
    expect(onClose).not.toHaveBeenCalled();
    expect(page.textContent).toContain('does not let Refrain show anything over this page');
  });

  it('is asked for again while the page is still being read', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const answers = [statuses.checking.status, statuses.checking.status, statuses.none.status];
      // A new object each time, as messages are.
      const look = () => structuredClone(answers.shift() ?? statuses.error.status);
      const page = await draw(popup(background(statuses.none.status, { look })));
      expect(page.querySelector('.status')?.textContent).toBe('Reading this page…');
      await doing(() => vi.runOnlyPendingTimers());
      await doing(() => vi.runOnlyPendingTimers());
      expect(page.querySelector('.status')?.textContent).toBe('Checked: nothing found.');
    } finally {
      vi.useRealTimers();
    }
  });
});

it('says what went wrong when the tab could not be looked at', async () => {
  const look = (): TabStatus => {
    throw new Error('The library is being repaired. Try again in a minute.');
  };
  const page = await draw(popup(background(statuses.none.status, { look })));
  expect(page.querySelector('.status')?.textContent).toContain('Try again in a minute.');
  expect(page.querySelector('.status')?.getAttribute('data-state')).toBe('error');
});

describe('holding a page', () => {
  it('keeps it, and lists it with a way to let it go', async () => {
    let pages: HeldPage[] = [];
    const ask = background(statuses.none.status, {
      heldPages: () => pages,
      holdPage: () => {
        pages = [held];
        return held;
      },
      releaseHeldPage: () => [],
    });
    const page = await draw(popup(ask));
    await press('Hold this page');
    expect(shownWords(page)).toContain('Harbour board meets on Friday');
    await press('Release Harbour board meets on Friday');
    expect(ask.asked.at(-1)).toEqual({ question: 'releaseHeldPage', args: [held.id] });
    expect(page.querySelector('.rows__row')).toBeNull();
  });

  it('is offered only for a page that was read and is not held', async () => {
    for (const [status, pages] of [
      [statuses['not-an-article'].status, []],
      [statuses.none.status, [{ ...held, id: 'https://www.tideline.example/ferry' }]],
    ] as const) {
      const page = await draw(popup(background(status, { heldPages: () => [...pages] })));
      expect(page.textContent).not.toContain('Hold this page');
    }
  });
});

describe('this site', () => {
  it('is switched off with one click', async () => {
    const ask = background(statuses.none.status, {
      setHostOff: (host) => ({ ...settings, offHosts: [host] }),
    });
    await draw(popup(ask));
    await press('On for this site');
    expect(ask.asked.find(({ question }) => question === 'setHostOff')?.args).toEqual([
      'tideline.example',
      true,
    ]);
    expect(named('On for this site').getAttribute('aria-checked')).toBe('false');
  });

  it('can be watched while it is not', async () => {
    const onWatch = vi.fn(async () => {});
    const patterns = ['https://*.elsewhere.example/*'];
    await draw(popup(background(statuses.none.status), { onWatch, tab: { ...tab, patterns } }));
    await press('Watch this site…');
    expect(onWatch).toHaveBeenCalledWith(patterns);
  });

  it('says so when it is watched', async () => {
    const page = await draw(popup(background(statuses.none.status)));
    expect(page.textContent).toContain('read by themselves');
    expect(page.textContent).not.toContain('Watch this site…');
  });
});

describe('search in the library', () => {
  it('lists what is held, and counts it', async () => {
    const ask = background(statuses.none.status, {
      searchLibrary: () => [
        {
          ref: 1,
          title: 'Ferry stays',
          outlet: 'Bulletin',
          url: 'javascript:alert(1)',
          published: '2026-03-02',
          pack: null,
        },
      ],
    });
    const page = await draw(popup(ask));
    await write(page.querySelector<HTMLInputElement>('#library-query')!, ' ferry ');
    await press('Search');
    expect(ask.asked.at(-1)).toEqual({
      question: 'searchLibrary',
      args: ['ferry', { outlet: null, from: null, to: null, kind: null }],
    });
    expect(shownWords(page)).toContain('1 match');
    expect(shownWords(page)).toContain('Ferry stays');
    expect(page.querySelector('a[href^="javascript"]')).toBeNull();
  });

  it('asks nothing for an empty query', async () => {
    const ask = background(statuses.none.status);
    await draw(popup(ask));
    await press('Search');
    expect(ask.asked.map(({ question }) => question)).not.toContain('searchLibrary');
  });
});

describe('the outlet of a page that names a feed', () => {
  const feed = { url: 'https://tideline.example/feed', name: 'Tideline', folder: [] };

  it('can be followed', async () => {
    const onFollow = vi.fn(async () => {});
    const page = await draw(
      popup(background(statuses.none.status, { feedsOfPage: () => [feed] }), { onFollow }),
    );
    expect(shownWords(page)).toContain('https://tideline.example/feed');
    await press('Follow this outlet');
    expect(onFollow).toHaveBeenCalledWith(feed);
    expect(await problems(page)).toEqual([]);
  });

  it('that is followed already is said to be', async () => {
    const ask = background(statuses.none.status, {
      feedsOfPage: () => [feed],
      feeds: () => [followedFeed(feed)],
    });
    expect(shownWords(await draw(popup(ask)))).toContain('You follow this outlet.');
  });
});
