// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { BackgroundAnswers, FollowedFeed } from '@/lib/app/messaging';
import { askOf, followedFeed } from '@/tests/fixtures/ask';
import { doing, draw, named, press, problems, shownWords, write } from '@/tests/fixtures/draw';
import { FollowedSection } from './followed-section';

const shipped = [
  {
    name: 'Tideline',
    domain: 'tideline.example',
    feed: 'https://tideline.example/feed',
    language: 'en',
    region: 'GB',
  },
  { name: 'Le Quai', domain: 'quai.example', feed: 'https://quai.example/rss', language: 'fr', region: 'FR' },
  {
    name: 'Die Mole',
    domain: 'mole.example',
    feed: 'https://mole.example/rss',
    language: 'de',
    region: 'AT',
  },
];

function section(ask: ReturnType<typeof askOf>, more: Partial<Parameters<typeof FollowedSection>[0]> = {}) {
  return (
    <main>
      <FollowedSection
        ask={ask}
        shipped={shipped}
        suggested=""
        watched={[]}
        onWatch={() => {}}
        patternsOf={(address) => [`https://*.${URL.parse(address)?.hostname ?? address}/*`]}
        originOf={(address) => `https://${new URL(address).hostname}/*`}
        requestHosts={async () => true}
        readText={(file) => file.text()}
        saveFile={() => {}}
        {...more}
      />
    </main>
  );
}

const background = (feeds: FollowedFeed[], more: Partial<BackgroundAnswers> = {}) =>
  askOf({ feeds: () => feeds, ...more });

const troubled: [FollowedFeed['trouble'], string][] = [
  [{ kind: 'http', code: 503 }, 'The server answered with status 503 instead of the feed.'],
  [{ kind: 'unreachable' }, 'The server was not reached.'],
  [{ kind: 'too-slow' }, 'The server took longer than 20 seconds.'],
  [{ kind: 'too-large' }, 'The feed is larger than 5 MB and was not read.'],
  [{ kind: 'moved' }, 'The feed has moved. Refrain did not go there without asking you.'],
  [{ kind: 'gone' }, 'The outlet says that this feed is gone for good.'],
  [{ kind: 'not-granted' }, 'The browser no longer gives Refrain access to this feed.'],
  [{ kind: 'not-kept' }, 'The library did not take its articles'],
  [{ kind: 'not-a-feed', because: 'web-page' }, 'A web page stands where the feed was.'],
  [{ kind: 'not-a-feed', because: 'entity-definitions' }, 'The feed defines entities of its own'],
];

describe('watching the outlets that are followed', () => {
  const feeds = [
    followedFeed({ articleHosts: ['tideline.example', 'quai.example'] }),
    followedFeed({ url: 'https://quai.example/rss', articleHosts: ['quai.example'] }),
  ];

  it('is one press for all sites their articles are on that are not watched yet', async () => {
    const onWatch = vi.fn();
    const watched = ['https://*.tideline.example/*'];
    const page = await draw(section(background(feeds), { watched, onWatch }));
    expect(shownWords(page)).toContain('1 site that is not watched yet');
    await press('Watch the outlets I follow');
    expect(onWatch).toHaveBeenCalledExactlyOnceWith(['https://*.quai.example/*']);
    expect(await problems(page)).toEqual([]);
  });

  it.each([
    ['they are watched', ['https://*.tideline.example/*', 'https://*.quai.example/*']],
    ['all pages are', ['https://*/*', 'http://*/*']],
    ['that is not known yet', null],
  ])('is not offered where %s', async (_, watched) => {
    const page = await draw(section(background(feeds), { watched }));
    expect(shownWords(page)).not.toContain('Watch the outlets');
  });
});

describe('a followed outlet', () => {
  it('that is well says when it worked, when it is next, and what was kept', async () => {
    const page = await draw(section(background([followedFeed()])));
    expect(shownWords(page)).toMatch(
      /Tideline ?https:\/\/tideline\.example\/feed ?Last worked .+\. Next: .+\. 41 articles kept\./,
    );
    expect(await problems(page)).toEqual([]);
  });

  it.each(troubled)('in trouble says which (%j)', async (trouble, words) => {
    const page = await draw(section(background([followedFeed({ trouble, next: null, worked: null })])));
    expect(shownWords(page)).toContain(words);
    expect(shownWords(page)).toContain('It has not worked yet. Paused until you do something.');
    expect(await problems(page)).toEqual([]);
  });

  it('that has moved is followed there only after the reader saw where and said yes', async () => {
    const moved = followedFeed({ trouble: { kind: 'moved' } });
    const requestHosts = vi.fn(async () => true);
    const ask = background([moved], {
      findMovedFeed: () => [{ ...moved, movedTo: 'https://new.example/feed' }],
      moveFeed: () => [followedFeed({ url: 'https://new.example/feed' })],
    });
    const page = await draw(section(ask, { requestHosts }));
    await press('See where the feed of Tideline is now');
    expect(shownWords(page)).toContain('It is now at https://new.example/feed');
    await press('Follow Tideline at its new address');
    expect(requestHosts).toHaveBeenCalledWith(['https://new.example/*']);
    expect(ask.asked.at(-1)).toEqual({ question: 'moveFeed', args: [moved.url] });
  });

  it('has full texts fetched once its pages are granted, and no longer at one click', async () => {
    const requestHosts = vi.fn(async () => true);
    const ask = background([followedFeed()], { setFullText: (_, fullText) => [followedFeed({ fullText })] });
    const page = await draw(section(ask, { requestHosts }));
    const button = () => page.querySelector<HTMLElement>('[role="switch"]')!;
    await doing(() => button().click());
    expect(requestHosts).toHaveBeenCalledWith(['https://*.www.tideline.example/*']);
    expect(button().getAttribute('aria-checked')).toBe('true');
    await doing(() => button().click());
    expect(ask.asked.at(-1)).toEqual({
      question: 'setFullText',
      args: ['https://tideline.example/feed', false],
    });
  });

  it('is unfollowed after a question', async () => {
    const ask = background([followedFeed()], { unfollowFeeds: () => [] });
    const page = await draw(section(ask));
    await press('Unfollow Tideline');
    expect(shownWords(page)).toContain('What it gave stays in your library.');
    await press('Unfollow', page.querySelector('fieldset.confirm')!);
    expect(shownWords(page)).toContain('You follow no outlet yet.');
  });

  it('stands in its folder', async () => {
    const page = await draw(section(background([followedFeed({ folder: ['News', 'Coast'] })])));
    expect(page.querySelector('h3')?.textContent).toBe('News › Coast');
  });
});

describe('outlets are chosen from the list', () => {
  it('by name, language or country, and asked for in one prompt', async () => {
    const requestHosts = vi.fn(async () => true);
    const ask = background([], { followFeeds: (feeds) => feeds.map((feed) => followedFeed(feed)) });
    const page = await draw(section(ask, { requestHosts }));
    await write(page.querySelector('input[type="search"]')!, 'französisch fr');
    expect(shownWords(page)).toContain('0 outlets fit.');
    await write(page.querySelector('input[type="search"]')!, 'quai');
    expect(shownWords(page)).toContain('1 outlet fits.');
    await doing(() => page.querySelector<HTMLElement>('input[type="checkbox"]')!.click());
    await write(page.querySelector('input[type="search"]')!, 'austria');
    await doing(() => page.querySelector<HTMLElement>('input[type="checkbox"]')!.click());
    await press('Follow 2 outlets');
    expect(requestHosts.mock.calls).toEqual([[['https://quai.example/*', 'https://mole.example/*']]]);
    expect(ask.asked.at(-1)).toMatchObject({
      question: 'followFeeds',
      args: [[{ name: 'Le Quai' }, { name: 'Die Mole' }], false],
    });
    expect(shownWords(page)).toContain('2 outlets are followed now.');
  });

  it('and not followed when the browser refuses', async () => {
    const ask = background([]);
    const page = await draw(section(ask, { requestHosts: async () => false }));
    await doing(() => page.querySelector<HTMLElement>('input[type="checkbox"]')!.click());
    await press('Follow 1 outlet');
    expect(shownWords(page)).toContain('The browser did not grant access, so nothing changed.');
    expect(ask.asked.map(({ question }) => question)).toEqual(['feeds']);
  });
});

describe('an address', () => {
  const findAt = async (answer: ReturnType<BackgroundAnswers['findFeeds']>) => {
    const ask = background([], { findFeeds: () => answer, followFeeds: () => [followedFeed()] });
    const page = await draw(section(ask));
    await write(page.querySelector('#add-feed')!, 'tideline.example');
    await press('Find its feed');
    return { ask, page };
  };

  it('is looked at once its site is granted, and what it names can be followed', async () => {
    const { ask, page } = await findAt({
      status: 'found',
      feeds: [{ url: 'https://tideline.example/feed', title: 'Tideline' }],
    });
    expect(ask.asked.at(-1)?.args).toEqual(['https://tideline.example/', false]);
    await press('Follow Tideline');
    expect(ask.asked.at(-1)).toMatchObject({ question: 'followFeeds', args: [[{ name: 'Tideline' }], true] });
    expect(shownWords(page)).toContain('1 outlet is followed now.');
  });

  it('that leads elsewhere is followed only when the reader says so', async () => {
    const { ask, page } = await findAt({ status: 'redirected' });
    expect(shownWords(page)).toContain('This address leads somewhere else.');
    await press('Go there');
    expect(ask.asked.at(-1)?.args).toEqual(['https://tideline.example/', true]);
  });

  it('that names no feed says so', async () => {
    const { page } = await findAt({ status: 'found', feeds: [] });
    expect(shownWords(page)).toContain('No feed is named there.');
    expect(await problems(page)).toEqual([]);
  });

  it('that is none cannot be looked at', async () => {
    const page = await draw(section(background([])));
    await write(page.querySelector('#add-feed')!, 'javascript:alert(1)');
    expect(named('Find its feed').hasAttribute('disabled')).toBe(true);
  });
});

describe('a list of feeds', () => {
  it('is read, counted, and followed in one prompt', async () => {
    const feeds = ['a', 'b'].map((name) => ({ url: `https://${name}.example/rss`, name, folder: ['News'] }));
    const requestHosts = vi.fn(async () => true);
    const ask = background([], {
      readOpml: () => ({ feeds, notTaken: 3 }),
      followFeeds: (chosen) => chosen.map((feed) => followedFeed(feed)),
    });
    const page = await draw(section(ask, { requestHosts }));
    const input = page.querySelector<HTMLInputElement>('#opml-file')!;
    Object.defineProperty(input, 'files', {
      value: [new File(['<opml/>'], 'feeds.opml')],
      configurable: true,
    });
    await doing(() => input.dispatchEvent(new Event('change', { bubbles: true })));
    expect(page.textContent).toContain('The list holds 2 feeds.');
    expect(page.textContent).toContain('3 entries are left out');
    await press('Follow them all');
    expect(requestHosts.mock.calls).toEqual([[['https://a.example/*', 'https://b.example/*']]]);
    expect(page.querySelector('h3')?.textContent).toBe('News');
  });

  it('is written for other readers', async () => {
    const saved: [string, Blob][] = [];
    const ask = background([followedFeed()], { writeOpml: () => '<opml/>' });
    await draw(section(ask, { saveFile: (...file) => saved.push(file) }));
    await press('Export what you follow');
    expect(saved[0]?.[0]).toBe('refrain-feeds.opml');
    expect(await saved[0]?.[1].text()).toBe('<opml/>');
  });
});
