// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { draw, press, problems, shownWords } from '@/tests/fixtures/draw';
import { KeptBox } from './kept-box';
import { LateList } from './late-list';
import { SearchRun } from './search-run';

describe('this page', () => {
  const kept = { held: true, wanted: true, privateTab: false };
  const box = (more: Partial<Parameters<typeof KeptBox>[0]>) => (
    <main>
      <KeptBox
        kept={kept}
        site="tideline.example"
        keepPages={{ all: false, sites: ['tideline.example'] }}
        onKeepSite={() => {}}
        {...more}
      />
    </main>
  );

  it('says that it is kept, and pages of the site can be left out again', async () => {
    const said: boolean[] = [];
    const page = await draw(box({ onKeepSite: (on) => said.push(on) }));
    expect(shownWords(page)).toContain('This page is in your library.');
    expect(await problems(page)).toEqual([]);
    await press('Keep pages that I read on tideline.example');
    expect(said).toEqual([false]);
  });

  it('in a private window offers nothing to keep', async () => {
    const page = await draw(box({ kept: { held: false, wanted: false, privateTab: true } }));
    expect(shownWords(page)).toContain('private window');
    expect(page.querySelector('button')).toBeNull();
  });
});

it('shows the exact words that would be searched for, and searches at a press only', async () => {
  const searched: string[] = [];
  const run = 'the dredger Perseverance moored beside Brannmark lighthouse before the storm came';
  const page = await draw(
    <main>
      <SearchRun run={run} onSearch={(words) => searched.push(words)} />
    </main>,
  );
  expect(shownWords(page)).toContain(`"${run}"`);
  expect(searched).toEqual([]);
  expect(await problems(page)).toEqual([]);
  await press('Search the web for it');
  expect(searched).toEqual([run]);
});

it('lists what was found later, until it is put away', async () => {
  const gone: string[] = [];
  const answer = {
    id: 'a',
    url: 'https://a.example/',
    title: 'Ferry stays',
    outlets: 2,
    on: '2026-03-10T09:00:00Z',
  };
  const page = await draw(
    <main>
      <LateList answers={[answer]} onOpenLink={() => {}} onDismiss={(id) => gone.push(id)} />
    </main>,
  );
  expect(shownWords(page)).toContain('Ferry stays');
  expect(shownWords(page)).toContain('2 other outlets now');
  expect(await problems(page)).toEqual([]);
  await press('Put away Ferry stays');
  expect(gone).toEqual(['a']);
});
