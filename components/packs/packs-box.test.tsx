// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { BackgroundAnswers } from '@/lib/app/messaging';
import { askOf, counts, heldPack, packFacts } from '@/tests/fixtures/ask';
import { doing, draw, named, press, problems, shownWords, write } from '@/tests/fixtures/draw';
import { PacksBox, type PacksBoxProps } from './packs-box';

const address = 'https://packs.example/river/';
const preview = { address, facts: packFacts, held: false };

function box(answers: Partial<BackgroundAnswers>, more: Partial<PacksBoxProps> = {}) {
  const ask = askOf({ packs: () => [], ...answers });
  const view = (
    <main>
      <h2>Packs</h2>
      <PacksBox
        ask={ask}
        outlets={counts.outlets}
        today="2026-03-10"
        hostsOf={(address) => (address.startsWith('http') ? [`${new URL(address).origin}/*`] : [])}
        requestHosts={async () => true}
        openFiles={async () => ({ refused: 'manifest.json: there is no pack here.' })}
        makePack={async () => null}
        saveFile={() => undefined}
        onChanged={() => undefined}
        {...more}
      />
    </main>
  );
  return { ask, view };
}

async function choose(page: HTMLElement, ...files: File[]) {
  const input = page.querySelector<HTMLInputElement>('#pack-files')!;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await doing(() => input.dispatchEvent(new Event('change', { bubbles: true })));
}

describe('making a pack', () => {
  const packed = counts.outlets.map((outlet, n) => ({ ...outlet, own: n === 0 ? 2 : 0 }));

  it('offers outlets of which the library holds articles of the reader’s own', async () => {
    const page = await draw(box({}, { outlets: packed }).view);
    const offered = [...page.querySelectorAll('.make-pack__outlets label')];
    expect(offered.map((label) => label.textContent)).toEqual(['Brannmark Bulletin']);
  });

  it('is not offered of packs alone', async () => {
    const page = await draw(box({}, { outlets: packed.slice(1) }).view);
    expect(page.textContent).toContain('What came in a pack is not passed on in another.');
    expect(page.querySelector('.make-pack')).toBeNull();
  });
});

describe('a pack that is held', () => {
  it('says what it is, holds and gives away, who signed it, and when it was looked for', async () => {
    const { view } = box({ packs: () => [heldPack()] });
    const words = shownWords((await draw(view)).querySelector('.pack')!);
    for (const part of [
      'River papers',
      address,
      'Facts and fingerprints; it holds no text',
      '1,240 articles',
      '12 outlets',
      '2.4 MB',
      'Jan 3, 2026 to Mar 10, 2026',
      'CC BY 4.0',
      'Signed with the key q1w2e3r4t5y6…',
      'last updated Mar 9, 2026',
      'last checked Mar 10, 2026',
      'next check Mar 11, 2026',
    ])
      expect(words).toContain(part);
  });

  it('says that the last check failed and why, and that nothing was changed', async () => {
    const failure = 'manifest.json: packs.example could not be reached. It is tried again later.';
    const { view } = box({ packs: () => [heldPack({ failure })] });
    const words = shownWords(await draw(view));
    expect(words).toContain('The last check failed; what was held stays as it was.');
    expect(words).toContain(failure);
  });

  it.each([
    ['2026-03-10', 'Its maker has not stood by it since Mar 10, 2026.'],
    ['2026-03-11', 'Its maker stands by it until Mar 11, 2026.'],
  ])('that expires on %s says so', async (expires, words) => {
    const { view } = box({ packs: () => [heldPack({ facts: { ...packFacts, expires } })] });
    expect(shownWords(await draw(view))).toContain(words);
  });

  it('is looked after when asked to, and removed after a question that counts', async () => {
    const { ask, view } = box({
      packs: () => [heldPack()],
      updatePack: () => [heldPack({ failure: null })],
      removePack: () => [],
    });
    const page = await draw(view);
    await press('Check for updates of River papers');
    expect(ask.asked.at(-1)).toEqual({ question: 'updatePack', args: ['River papers'] });
    await press('Remove the pack River papers');
    expect(shownWords(page)).toContain('Remove “River papers” with its 1,240 articles?');
    await press('Remove', page.querySelector('fieldset.confirm')!);
    expect(ask.asked.at(-1)).toEqual({ question: 'removePack', args: ['River papers'] });
    expect(shownWords(page)).toContain('No pack is in your library.');
  });

  it('that comes with Refrain or came as a file is not looked for anywhere', async () => {
    const { view } = box({
      packs: () => [heldPack({ address: 'bundled:demo' }), heldPack({ name: 'Lake', address: null })],
    });
    const words = shownWords(await draw(view));
    expect(words).toContain('comes with Refrain');
    expect(words).toContain('came as a file');
    expect(words).not.toContain('Check for updates');
  });
});

describe('a pack by address', () => {
  it('is shown first, asks for its host and its mirrors within the clicks, and is added only then', async () => {
    const requestHosts = vi.fn(async () => true);
    const { ask, view } = box(
      {
        previewPack: () => ({
          ...preview,
          facts: { ...packFacts, mirrors: ['https://mirror.example/river/'] },
        }),
        addPack: () => ({ packs: [heldPack()], refused: null }),
      },
      { requestHosts },
    );
    const page = await draw(view);
    await write(page.querySelector('#pack-address')!, address);
    await press('Look at it');
    expect(requestHosts).toHaveBeenLastCalledWith(['https://packs.example/*']);
    expect(shownWords(page.querySelector('.pack-preview')!)).toContain('it holds no text');
    expect(document.activeElement?.id).toBe('pack-preview');
    expect(ask.asked.map(({ question }) => question)).not.toContain('addPack');
    await press('Add this pack');
    expect(requestHosts).toHaveBeenLastCalledWith(['https://mirror.example/*']);
    expect(ask.asked.at(-1)).toEqual({ question: 'addPack', args: [address] });
    expect(page.querySelector('.pack')).not.toBeNull();
    expect(page.querySelector('.pack-preview')).toBeNull();
  });

  it('is not looked at when the browser does not grant its host', async () => {
    const { ask, view } = box({ previewPack: () => preview }, { requestHosts: async () => false });
    const page = await draw(view);
    await write(page.querySelector('#pack-address')!, address);
    await press('Look at it');
    expect(ask.asked.map(({ question }) => question)).toEqual(['packs']);
    expect(shownWords(page)).toContain('The browser did not grant access');
  });

  it.each([
    ['at the first look', { previewPack: () => ({ refused: 'manifest.json: it is not whole JSON.' }) }],
    [
      'when it is taken',
      {
        previewPack: () => preview,
        addPack: () => ({ packs: [], refused: 'manifest.json: it is not whole JSON.' }),
      },
    ],
  ])('that is refused %s says why', async (_, answers) => {
    const { view } = box(answers);
    const page = await draw(view);
    await write(page.querySelector('#pack-address')!, address);
    await press('Look at it');
    if (page.querySelector('.pack-preview')) await press('Add this pack');
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('it is not whole JSON.');
    expect(page.querySelector('.pack')).toBeNull();
  });
});

describe('a pack from files', () => {
  it('is shown first and then handed over', async () => {
    const add = vi.fn(async () => ({ packs: [heldPack({ address: null })], refused: null }));
    const { view } = box({}, { openFiles: async () => ({ facts: packFacts, add }) });
    const page = await draw(view);
    await choose(page, new File(['x'], 'river.zip'));
    expect(add).not.toHaveBeenCalled();
    await press('Add this pack');
    expect(add).toHaveBeenCalledOnce();
    expect(shownWords(page)).toContain('came as a file');
  });

  it('that are none says why', async () => {
    const page = await draw(box({}).view);
    await choose(page, new File(['x'], 'river.zip'));
    expect(shownWords(page)).toContain('there is no pack here.');
  });
});

describe('making a pack', () => {
  it('asks for outlets, days and kind, and hands the reader one file', async () => {
    const wishes: unknown[] = [];
    const saved: string[] = [];
    const { view } = box(
      {},
      {
        makePack: async (wish) => {
          wishes.push(wish);
          return { name: '2026-03-10-river.zip', content: new Blob(['x']), articles: 12 };
        },
        saveFile: (name) => saved.push(name),
      },
    );
    const page = await draw(view);
    await doing(() => page.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')[1]!.click());
    await doing(() => page.querySelectorAll<HTMLInputElement>('input[name="pack-kind"]')[1]!.click());
    await write(page.querySelector('#make-pack-from')!, '2026-01-01');
    await write(page.querySelector('#make-pack-title')!, 'River');
    await press('Make the pack');
    expect(wishes).toEqual([
      {
        selection: { outlets: ['Evening Mirror of Tessel'], from: '2026-01-01', to: null },
        kind: 'evidence',
        title: 'River',
        licence: '',
      },
    ]);
    expect(saved).toEqual(['2026-03-10-river.zip']);
    expect(shownWords(page)).toContain('2026-03-10-river.zip holds 12 articles.');
  });

  it('of nothing says so and saves nothing', async () => {
    const saveFile = vi.fn();
    const page = await draw(box({}, { saveFile }).view);
    await press('Make the pack');
    expect(saveFile).not.toHaveBeenCalled();
    expect(shownWords(page)).toContain('Nothing in the library is of these outlets and days.');
  });
});

it('adds a pack that comes with Refrain with one click', async () => {
  const { ask, view } = box({
    addPack: () => ({ packs: [heldPack({ address: 'bundled:starter' })], refused: null }),
  });
  await draw(view);
  await press('Add the pack “Starter pack: five stories of 2017”');
  expect(ask.asked.at(-1)).toEqual({ question: 'addPack', args: ['bundled:starter'] });
  expect(named('Add the pack “Demo stories”')).toBeTruthy();
});

it('is clean to axe, with packs held, one coming, one looked at', async () => {
  const { view } = box({
    packs: () => [
      heldPack({ failure: 'manifest.json: gone.' }),
      heldPack({ name: 'Lake', facts: null, coming: { there: 1, of: 3 } }),
    ],
    previewPack: () => preview,
  });
  const page = await draw(view);
  await write(page.querySelector('#pack-address')!, address);
  await press('Look at it');
  expect(shownWords(page)).toContain('1 of 3 files are here.');
  expect(await problems(page)).toEqual([]);
});
