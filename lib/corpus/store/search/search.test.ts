import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { type Library, openLibrary } from '../library';

const now = () => new Date('2020-06-02T10:00:00Z');

const headlines: readonly [id: string, title: string, outlet: string][] = [
  ['ferry', 'Ferry strike leaves island schools without milk', 'harbour.example'],
  ['council', 'Council votes to widen the old canal bridge', 'pier.example'],
  ['eu', 'EU ministers agree on fishing quotas', 'quay.example'],
  ['cafe', 'Café owners protest against new pavement tax', 'harbour.example'],
  ['storm', 'Шторм закрыл порт на два дня', 'quay.example'],
  ['cjk', '台風で港が閉鎖', 'quay.example'],
];

async function filled(): Promise<Library> {
  const library = await openLibrary({ now });
  const others = Array.from({ length: 400 }, (_, i) =>
    sampleArticle(`other${i}`, {
      title: `Weather for day ${i}: rain, wind and sun`,
      outlet: 'meadow.example',
    }),
  );
  await library.add(others.slice(0, 200));
  await library.add(headlines.map(([id, title, outlet]) => sampleArticle(id, { title, outlet })));
  await library.add(others.slice(200));
  return library;
}

async function first(library: Library, query: string): Promise<string | undefined> {
  return (await library.search(query))[0]?.id;
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('library search', () => {
  it('finds what came, changed and went since the last search', async () => {
    const library = await filled();
    const more = Array.from({ length: 300 }, (_, i) =>
      sampleArticle(`more${i}`, { title: `Snow on hill ${i}` }),
    );
    await library.search('ferry');
    await library.add([...more, sampleArticle('pier', { title: 'Lighthouse keeper retires' })]);
    expect(await first(library, 'lighthouse keeper')).toBe('pier');
    await library.add([sampleArticle('pier', { title: 'Beacon warden retires', text: 'Another text.' })]);
    expect(await first(library, 'beacon warden')).toBe('pier');
    expect(await library.search('lighthouse')).toEqual([]);
    await library.delete((await library.find('ferry'))!.ref);
    expect(await library.search('island schools milk')).toEqual([]);
    expect(await first(library, 'fishing quotas')).toBe('eu');
    await library.deleteAll();
    await library.add([sampleArticle('anew', { title: 'Lighthouse lit again' })]);
    expect((await library.search('lighthouse')).map(({ id }) => id)).toEqual(['anew']);
  });

  it.each([
    ['words of a headline', 'island schools milk', 'ferry'],
    ['a word with a typo', 'ferrry strke', 'ferry'],
    ['another word order', 'bridge canal', 'council'],
    ['a word of two letters', 'EU', 'eu'],
    ['words without their accents', 'cafe protest', 'cafe'],
    ['accents and capitals', 'CAFÉ', 'cafe'],
    ['Cyrillic', 'шторм порт', 'storm'],
    ['words without spaces', '台風', 'cjk'],
    ['an outlet', 'pier', 'council'],
  ])('finds by %s', async (_, query, id) => {
    expect(await first(await filled(), query)).toBe(id);
  });

  it('finds nothing for what is in no headline, and for nothing', async () => {
    const library = await filled();
    expect(await library.search('xylophone quartet')).toEqual([]);
    expect(await library.search('  !? ')).toEqual([]);
  });

  it('finds the newest headline of a revised article, and no deleted one', async () => {
    const library = await filled();
    await library.add([sampleArticle('ferry', { text: 'New words.', title: 'Boats sail again' })]);
    expect(await first(library, 'boats sail again')).toBe('ferry');
    expect((await library.search('island schools milk')).map(({ id }) => id)).not.toContain('ferry');
    await library.delete((await library.find('eu'))!.ref);
    expect((await library.search('fishing quotas')).map(({ id }) => id)).not.toContain('eu');
  });

  it('takes a query of any length', async () => {
    const library = await filled();
    expect(await library.search('ferry '.repeat(50_000))).not.toEqual([]);
  });

  it('is narrowed to an outlet, to days and to a kind', async () => {
    const library = await openLibrary({ name: 'narrowed', now });
    const title = 'Ferry leaves harbour';
    await library.add([
      sampleArticle('a', { title, outlet: 'one.example', url: 'https://one.example/a', day: '2026-01-01' }),
      sampleArticle('b', { title, outlet: 'two.example', url: 'https://two.example/b', day: '2026-02-01' }),
      sampleArticle('c', {
        title,
        outlet: 'two.example',
        url: 'https://two.example/c',
        day: '2026-03-01',
        held: 'headline-only',
      }),
    ]);
    const found = async (filter: object) => {
      const all = { outlet: null, from: null, to: null, kind: null };
      return (await library.search('ferry', 20, { ...all, ...filter })).map(({ id }) => id).sort();
    };
    const key = (await library.counts()).outlets.find(({ articles }) => articles === 2)!.key;
    expect(await found({})).toEqual(['a', 'b', 'c']);
    expect(await found({ outlet: key })).toEqual(['b', 'c']);
    expect(await found({ from: '2026-02-01' })).toEqual(['b', 'c']);
    expect(await found({ from: '2026-01-15', to: '2026-02-15' })).toEqual(['b']);
    expect(await found({ kind: 'headline-only' })).toEqual(['c']);
  });
});
