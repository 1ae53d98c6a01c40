// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { BackgroundAnswers, ImportJob } from '@/lib/app/messaging';
import { askOf, counts, heldPack, noLibrary, settings } from '@/tests/fixtures/ask';
import { doing, draw, named, press, problems, shownWords, write } from '@/tests/fixtures/draw';
import { OptionsScreen } from './options-screen';

const background = (more: Partial<BackgroundAnswers> = {}) =>
  askOf({
    settings: () => settings,
    libraryCounts: () => counts,
    feeds: () => [],
    imports: () => [],
    rebuilding: () => null,
    backupNote: () => ({ on: null, since: 0, due: false }),
    requests: () => [],
    ...more,
  });

function options(ask: ReturnType<typeof askOf>, more: Partial<Parameters<typeof OptionsScreen>[0]> = {}) {
  return (
    <OptionsScreen
      ask={ask}
      version="0.1.0"
      suggestedSite=""
      suggestedFeed=""
      shipped={[]}
      originOf={(address) => `${new URL(address).origin}/*`}
      patternsOf={(address) => (address.includes('.') ? [`https://*.${address}/*`] : [])}
      requestHosts={async () => true}
      readText={(file) => file.text()}
      stageFile={async () => 1}
      onRequestsChanged={() => () => {}}
      backups={{ write: async () => new Blob([]), read: async () => ({ refused: 'no backup' }) }}
      storage={{ state: async () => ({ kept: true }), keep: async () => ({ kept: true }) }}
      saveFile={() => {}}
      packs={{
        today: '2026-03-10',
        hostsOf: () => [],
        openFiles: async () => ({ refused: 'unread' }),
        makePack: async () => null,
      }}
      {...more}
    />
  );
}

const doneImport: ImportJob = {
  number: 1,
  began: '2026-03-10T09:00:00Z',
  state: 'done',
  names: ['march.csv'],
  added: 300,
  revised: 0,
  unchanged: 0,
  near: 0,
  passedOver: 0,
  refusals: 0,
  refused: [],
  problem: null,
  share: 1,
  secondsLeft: null,
};

describe('sites', () => {
  it('are watched once the browser granted them', async () => {
    const requestHosts = vi.fn(async () => true);
    const ask = background({ watch: (watched) => ({ ...settings, watched }) });
    const page = await draw(options(ask, { requestHosts }));
    await write(page.querySelector('#add-site')!, 'star.example');
    await press('Watch');
    expect(requestHosts).toHaveBeenCalledWith(['https://*.star.example/*']);
    expect(ask.asked.at(-1)).toEqual({ question: 'watch', args: [['https://*.star.example/*']] });
    expect(named('Stop watching star.example')).toBeTruthy();
  });

  it('are not watched when the browser refuses, and the page says so', async () => {
    const ask = background();
    const page = await draw(options(ask, { requestHosts: async () => false }));
    await press('Watch all pages');
    expect(ask.asked.map(({ question }) => question)).not.toContain('watch');
    expect(page.textContent).toContain('The browser did not grant access, so nothing changed.');
  });

  it('that are no address are named as such, and nothing is asked', async () => {
    const requestHosts = vi.fn(async () => true);
    const page = await draw(options(background(), { requestHosts }));
    await write(page.querySelector('#add-site')!, 'nonsense');
    await press('Watch');
    expect(requestHosts).not.toHaveBeenCalled();
    expect(page.querySelector('#add-site')?.getAttribute('aria-invalid')).toBe('true');
    expect(page.textContent).toContain('That is not a web address.');
  });

  it('from the popup stand in the field already', async () => {
    const page = await draw(options(background(), { suggestedSite: 'star.example' }));
    expect(page.querySelector<HTMLInputElement>('#add-site')?.value).toBe('star.example');
  });

  it('are listed once, though the browser knows two patterns of each, and both are given back', async () => {
    const ask = background({ unwatch: () => ({ ...settings, watched: [] }) });
    const page = await draw(options(ask));
    await press('Stop watching tideline.example');
    expect(ask.asked.at(-1)?.args).toEqual([settings.watched]);
    expect(shownWords(page)).toContain('No site is watched.');
  });

  it('that are switched off can be switched on again', async () => {
    const ask = background({ setHostOff: () => ({ ...settings, offHosts: [] }) });
    await draw(options(ask));
    await press('Switch on for mirror.example');
    expect(ask.asked.at(-1)?.args).toEqual(['mirror.example', false]);
  });
});

describe('what was changed in the popup or in a second window', () => {
  it('is read again when the reader comes back, and how much a backup would miss as well', async () => {
    let now = { settings, counts: noLibrary, since: 0 };
    const ask = background({
      settings: () => now.settings,
      libraryCounts: () => now.counts,
      backupNote: () => ({ on: null, since: now.since, due: false }),
    });
    const page = await draw(options(ask));
    now = { settings: { ...settings, offHosts: ['late.example'] }, counts, since: 4310 };
    await doing(() => dispatchEvent(new Event('focus')));
    expect(named('Switch on for late.example')).toBeTruthy();
    expect(shownWords(page.querySelector('.counts')!)).toContain('Articles4,310');
    expect(shownWords(page)).toContain('4,310 articles and no backup yet.');
  });
});

describe('the library', () => {
  it('is counted', async () => {
    const page = await draw(options(background()));
    expect(shownWords(page.querySelector('.counts')!)).toContain('Articles4,310');
    expect(shownWords(page.querySelector('.counts')!)).toContain('Jan 3, 2026');
  });

  it('that the browser lost is told of until the reader has read it', async () => {
    const lost = { had: 1200, on: '2026-03-01T10:00:00Z' };
    const ask = background({
      libraryCounts: () => ({ ...counts, lost }),
      acknowledgeLoss: () => ({ ...counts, lost: null }),
    });
    const page = await draw(options(ask));
    expect(page.querySelector('.lost')?.textContent).toContain('It had 1,200 articles');
    expect(await problems(page)).toEqual([]);
    await press('I have read this');
    expect(page.querySelector('.lost')).toBeNull();
  });

  it('is exported whole, part by part, into one file', async () => {
    const saved: [string, Blob][] = [];
    const ask = background({
      exportPart: (cursor) =>
        cursor === 0 ? { jsonl: '{"id":"a"}\n', next: 5 } : { jsonl: '{"id":"b"}\n', next: null },
    });
    await draw(options(ask, { saveFile: (...file) => saved.push(file) }));
    await press('Export to a file');
    await doing(() => {});
    const [[name, content]] = saved as [[string, Blob]];
    expect(name).toBe('refrain-library.jsonl');
    expect(await content.text()).toBe('{"id":"a"}\n{"id":"b"}\n');
  });

  it('cannot be exported while it is empty', async () => {
    await draw(options(background({ libraryCounts: () => noLibrary })));
    expect(named('Export to a file').hasAttribute('disabled')).toBe(true);
  });

  it('loses an outlet only after a question that says how much goes', async () => {
    const ask = background({ deleteOutlet: () => noLibrary });
    const page = await draw(options(ask));
    await press('Delete everything of Brannmark Bulletin');
    expect(shownWords(page)).toContain('Delete 2,210 articles of Brannmark Bulletin?');
    await press('Delete', page.querySelector('fieldset.confirm')!);
    expect(ask.asked).toContainEqual({ question: 'deleteOutlet', args: ['Brannmark Bulletin'] });
    expect(shownWords(page)).toContain('The library now holds 0 articles.');
  });

  it('offers to delete of an outlet what is not of packs, and nothing where all is', async () => {
    const outlets = [
      { outlet: 'Courier', key: 'courier.example', articles: 5, own: 2 },
      { outlet: 'Tribune', key: 'tribune.example', articles: 3, own: 0 },
    ];
    const page = await draw(options(background({ libraryCounts: () => ({ ...noLibrary, outlets }) })));
    expect(() => named('Delete everything of Tribune')).toThrow();
    await press('Delete everything of Courier');
    expect(shownWords(page)).toContain('Delete 2 articles of Courier?');
  });

  it('is emptied only when the word is typed, and its packs and imports go with it', async () => {
    let packs = [heldPack()];
    let imports = [doneImport];
    const deleteAll = () => {
      packs = [];
      imports = [];
      return noLibrary;
    };
    const ask = background({ deleteAll, packs: () => packs, imports: () => imports });
    const page = await draw(options(ask));
    expect(shownWords(page)).toContain('River papers');
    expect(shownWords(page)).toContain('march.csv');
    await press('Delete the library…');
    await press('Delete all');
    expect(ask.asked.map(({ question }) => question)).not.toContain('deleteAll');
    await write(page.querySelector('fieldset.confirm input')!, 'delete');
    await press('Delete all');
    expect(ask.asked.map(({ question }) => question)).toContain('deleteAll');
    expect(shownWords(page)).not.toContain('River papers');
    expect(shownWords(page)).not.toContain('march.csv');
  });

  it('shows the sentence of a background that could not do it', async () => {
    const page = await draw(options(background()));
    await press('Stop watching tideline.example');
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('No answer to unwatch.');
  });
});

it('lets the reader choose when the mark is shown', async () => {
  const ask = background({ setCueMode: (cueMode) => ({ ...settings, cueMode }) });
  const page = await draw(options(ask));
  await doing(() => page.querySelector<HTMLInputElement>('input[value="never"]')!.click());
  expect(ask.asked.at(-1)).toEqual({ question: 'setCueMode', args: ['never'] });
  expect(page.querySelector<HTMLInputElement>('input[value="never"]')?.checked).toBe(true);
});

describe('the words that two articles must share', () => {
  const field = (page: HTMLElement) => page.querySelector<HTMLInputElement>('#words-asked')!;
  async function type(page: HTMLElement, typed: string) {
    field(page).value = typed;
    await doing(() => field(page).dispatchEvent(new Event('change', { bubbles: true })));
  }

  it('are what the reader says', async () => {
    const ask = background({ setMinWords: (minWords) => ({ ...settings, minWords }) });
    const page = await draw(options(ask));
    expect(field(page).value).toBe('12');
    await type(page, '20');
    expect(ask.asked.at(-1)).toEqual({ question: 'setMinWords', args: [20] });
    expect(page.querySelector('label[for=words-asked]')?.textContent).toBe(
      'Words that two articles must share',
    );
  });

  it.each(['', '7', '61', '12.5', 'x'])(
    'stay as they were when “%s” is typed, and the page says why',
    async (typed) => {
      const ask = background();
      const page = await draw(options(ask));
      await type(page, typed);
      expect(ask.asked.map(({ question }) => question)).not.toContain('setMinWords');
      expect(field(page).getAttribute('aria-invalid')).toBe('true');
      expect(shownWords(page)).toContain('Give a whole number from 8 to 60');
      expect(await problems(page)).toEqual([]);
    },
  );
});

it('makes the whole promise, and names version and licence', async () => {
  const words = shownWords(await draw(options(background())));
  for (const sentence of [
    'Your library stays in this browser.',
    'Refrain talks only to the feeds and packs you add, without cookies.',
    'A page cannot see what you have read.',
    'Nothing is kept from private windows.',
    'You can see every request it made, export everything, and delete everything.',
    'Version 0.1.0',
    'MIT',
  ])
    expect(words).toContain(sentence);
});

it('leads to each of its sections', async () => {
  const page = await draw(options(background()));
  for (const link of page.querySelectorAll('nav a'))
    expect(page.querySelector(link.getAttribute('href')!)).not.toBeNull();
});

it.each([
  ['full', counts],
  ['empty', noLibrary],
])('axe finds nothing with a library that is %s', async (_, held) => {
  const page = await draw(options(background({ libraryCounts: () => held })));
  expect(await problems(page)).toEqual([]);
});
