// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { BackgroundAnswers, Settings } from '@/lib/app/messaging';
import { askOf, heldPack, packFacts, settings } from '@/tests/fixtures/ask';
import { doing, draw, press, problems, shownWords, write } from '@/tests/fixtures/draw';
import { ferry, ferryPassages, ferryTexts } from '@/tests/fixtures/reports';
import type { DemoLook } from './demo-stage';
import { WelcomeScreen } from './welcome-screen';

const fresh: Settings = { ...settings, watched: [], offHosts: [] };
const background = (more: Partial<BackgroundAnswers> = {}) =>
  askOf({ settings: () => fresh, packs: () => [], feeds: () => [], ...more });
const library: Parameters<typeof WelcomeScreen>[0]['library'] = {
  today: '2026-03-20',
  shipped: [
    {
      name: 'Coast Courier',
      domain: 'courier.example',
      feed: 'https://courier.example/feed',
      language: 'en',
      region: 'IE',
    },
  ],
  originOf: (address) => `${new URL(address).origin}/*`,
  hostsOf: (address) => [`${new URL(address).origin}/*`],
  openFiles: async () => ({ refused: 'There is no pack in it.' }),
};

const look: DemoLook = {
  article: {
    ...ferry.page,
    text: ferryTexts.here,
    modified: null,
    paragraphs: [],
  },
  report: {
    ...ferry,
    sameText: ferry.sameText.map((match, index) =>
      index === 0 ? { ...match, passages: ferryPassages } : match,
    ),
  },
  texts: new Map([['https://bulletin.example/osk', ferryTexts.there]]),
};

function welcome(ask: ReturnType<typeof askOf>, more: Partial<Parameters<typeof WelcomeScreen>[0]> = {}) {
  return (
    <WelcomeScreen
      ask={ask}
      lookAtDemo={async () => look}
      patternsOf={(address) => [address]}
      requestHosts={async () => true}
      library={library}
      onDone={() => {}}
      {...more}
    />
  );
}

const when = (page: HTMLElement, choice: string) =>
  doing(() => page.querySelector<HTMLInputElement>(`input[name="when"][value="${choice}"]`)!.click());

describe('the demo', () => {
  it('shows an article and the report of it', async () => {
    const page = await draw(welcome(background()));
    await press('Show me');
    expect(shownWords(page)).toContain('A rescue boat takes the sick across.');
    expect(shownWords(page)).toContain(
      '3 other outlets ran this text, one of them only a part.2 independent origins in all',
    );
  });

  it('marks a copy’s passages in the article', async () => {
    const page = await draw(welcome(background()));
    await press('Show me');
    await press('Show in page', page.querySelector('.card')!);
    expect([...page.querySelectorAll('.demo-page mark')].map((mark) => mark.textContent)).toEqual(
      ferryPassages.map(({ here }) => ferryTexts.here.slice(here.start, here.end)),
    );
  });

  it('compares two texts side by side', async () => {
    const page = await draw(welcome(background()));
    await press('Show me');
    await press('Compare', page.querySelector('.card')!);
    expect(page.querySelectorAll('.column__text')).toHaveLength(2);
  });

  it('goes on to another article', async () => {
    const lookAtDemo = vi.fn(async () => look);
    await draw(welcome(background(), { lookAtDemo }));
    await press('Show me');
    await press('Another article');
    expect(lookAtDemo.mock.calls).toEqual([[0], [1]]);
  });
});

describe('when pages are read', () => {
  it('begins with "only when I click", and asks for nothing', async () => {
    const requestHosts = vi.fn(async () => true);
    const page = await draw(welcome(background(), { requestHosts }));
    expect(page.querySelector<HTMLInputElement>('input[value="click"]')?.checked).toBe(true);
    await when(page, 'all');
    expect(requestHosts).not.toHaveBeenCalled();
  });

  it('is all pages once the browser granted them; then the mark can be chosen', async () => {
    const ask = background({ watch: (watched) => ({ ...fresh, watched }) });
    const page = await draw(welcome(ask));
    expect(page.querySelector('input[name="cue-mode"]')).toBeNull();
    await when(page, 'all');
    await press('Watch all pages');
    expect(ask.asked.at(-1)).toEqual({ question: 'watch', args: [['https://*/*', 'http://*/*']] });
    expect(shownWords(page)).toContain('All pages are watched.');
    expect(page.querySelectorAll('input[name="cue-mode"]')).toHaveLength(3);
  });

  it('can go back to clicks only', async () => {
    const ask = background({ settings: () => settings, unwatch: () => fresh });
    const page = await draw(welcome(ask));
    await when(page, 'click');
    await press('Stop watching all of them');
    expect(ask.asked.at(-1)).toEqual({ question: 'unwatch', args: [settings.watched] });
  });
});

it('lists packs to begin with, and adds one only when asked to', async () => {
  const ask = background({
    addPack: () => ({ packs: [heldPack({ address: 'bundled:demo' })], refused: null }),
  });
  const page = await draw(welcome(ask));
  expect(ask.asked.map(({ question }) => question).sort()).toEqual(['feeds', 'packs', 'settings']);
  await press('Add the pack “Demo stories”');
  expect(ask.asked.at(-1)).toEqual({ question: 'addPack', args: ['bundled:demo'] });
  expect(shownWords(page)).toContain('The pack is in your library.');
  expect(shownWords(page)).toContain('in your library');
});

it('takes a pack of others by its address: a look at it first, then one press', async () => {
  const facts = packFacts;
  const requestHosts = vi.fn(async () => true);
  const ask = background({
    previewPack: (address) => ({ address, held: false, facts }),
    addPack: () => ({ packs: [heldPack()], refused: null }),
  });
  const page = await draw(welcome(ask, { requestHosts }));
  await write(page.querySelector('#pack-address')!, 'https://packs.example/river/');
  await press('Look at it');
  expect(requestHosts).toHaveBeenCalledWith(['https://packs.example/*']);
  await press('Add this pack');
  expect(ask.asked.at(-1)).toEqual({ question: 'addPack', args: ['https://packs.example/river/'] });
  expect(shownWords(page)).toContain('The pack is in your library.');
});

it('lets outlets be chosen, asks the browser once for them, and follows them', async () => {
  const requestHosts = vi.fn(async () => true);
  const ask = background({ followFeeds: () => [] });
  const page = await draw(welcome(ask, { requestHosts }));
  await doing(() => page.querySelector<HTMLInputElement>('.choices input[type="checkbox"]')!.click());
  await press('Follow 1 outlet');
  expect(requestHosts).toHaveBeenCalledWith(['https://courier.example/*']);
  const chosen = [{ url: 'https://courier.example/feed', name: 'Coast Courier', folder: [] }];
  expect(ask.asked.at(-1)).toEqual({ question: 'followFeeds', args: [chosen, false] });
});

it('is clean to axe, before and after the demo was started', async () => {
  const page = await draw(welcome(background()));
  expect(await problems(page)).toEqual([]);
  await press('Show me');
  await press('Compare', page.querySelector('.card')!);
  expect(await problems(page)).toEqual([]);
});
