import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Places, placeFinder } from '@/lib/core/matching/places';
import type { PreparedArticle } from '@/lib/core/matching/types';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { type Library, openWithin } from './library';
import type { Limits } from './limits';
import { noQuestions } from './single-writer';

/** Small enough that a few articles make several records, several blocks and several slices. */
const tiny: Limits = {
  logArticles: 6,
  logPostingsAtMost: 24,
  logRecordsAtMost: 4,
  deadRefs: 4,
  blocksASlice: 2,
  blocksASliceWhenAsked: 1,
  postingsABlock: 4,
  keepsFinerBelow: 1_000,
};
const now = () => new Date('2020-06-02T10:00:00Z');
const open = () => {
  // Every third slice of a merge is done as though somebody had just asked.
  let slices = 0;
  const questions = { ...noQuestions, areLikely: () => slices++ % 3 === 0 };
  return openWithin({ now, questions }, tiny);
};

/** Keys at both ends of the key space and in the middle, so that slices and block borders all get some. */
const keys = [0, 1, 2, 0x0fffffff, 0x10000000, 0x7fffffff, 0x80000000, 0xf0000001, 0xfffffffe, 0xffffffff];
const outlets = ['harbour.example', 'pier.example', 'quay.example'];

const article = fc
  .record({
    id: fc.integer({ min: 0, max: 7 }),
    version: fc.integer({ min: 1, max: 3 }),
    keys: fc.array(fc.constantFrom(...keys), { maxLength: 6 }),
    terms: fc.array(fc.constantFrom(...keys), { maxLength: 4 }),
    outlet: fc.constantFrom(...outlets),
    held: fc.constantFrom('text', 'text', 'headline-only', 'fingerprint-only'),
    day: fc.constantFrom(null, '2020-01-31', '2020-02-01', '2019-12-31'),
  })
  .map(({ id, version, outlet, ...rest }) =>
    sampleArticle(`n${id}`, {
      ...rest,
      text: `Version ${version} of the text on ferry ${id}.`.repeat(version),
      summary: `Summary ${version}`,
      outlet,
      url: `https://${outlet}/${id}`,
    }),
  );

type Step =
  | { do: 'add'; articles: PreparedArticle[] }
  | { do: 'delete'; id: string }
  | { do: 'delete outlet'; outlet: string }
  | { do: 'wait for merges' }
  | { do: 'reopen' }
  | { do: 'delete all' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('add'), articles: fc.array(article, { maxLength: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete'), id: fc.nat(7).map((n) => `n${n}`) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('delete outlet'), outlet: fc.constantFrom(...outlets) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'wait for merges' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'reopen' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'delete all' } as const) },
);

/** The obvious library: a list of articles, looked through from end to end. */
class PlainLibrary {
  #held = new Map<string, { article: PreparedArticle; revision: number }>();

  add(articles: readonly PreparedArticle[]): void {
    for (const article of articles) {
      const before = this.#held.get(article.held.id);
      if (!before) this.#held.set(article.held.id, { article, revision: 1 });
      else if (this.#replaces(article, before.article))
        this.#held.set(article.held.id, { article, revision: before.revision + 1 });
    }
  }

  #replaces(article: PreparedArticle, before: PreparedArticle): boolean {
    const rank = { 'headline-only': 0, 'fingerprint-only': 1, text: 2 };
    const [to, from] = [rank[article.held.held], rank[before.held.held]];
    if (to !== from) return to > from;
    if (to === 2) return article.text !== before.text;
    if (to === 1) return article.keys.join() !== before.keys.join();
    return article.held.summary !== before.held.summary || article.held.title !== before.held.title;
  }

  remove(condemned: (article: PreparedArticle) => boolean): void {
    for (const [id, { article }] of this.#held) if (condemned(article)) this.#held.delete(id);
  }

  all(): { article: PreparedArticle; revision: number }[] {
    return [...this.#held.values()];
  }
}

async function apply(step: Step, library: Library, plain: PlainLibrary): Promise<Library> {
  switch (step.do) {
    case 'add':
      plain.add(step.articles);
      await library.add(step.articles);
      return library;
    case 'delete': {
      plain.remove(({ held }) => held.id === step.id);
      const found = await library.find(step.id);
      if (found) await library.delete(found.ref);
      return library;
    }
    case 'delete outlet':
      plain.remove(({ held }) => held.outlet === step.outlet);
      await library.deleteOutlet(step.outlet);
      return library;
    case 'wait for merges':
      await library.whenQuiet();
      return library;
    case 'reopen':
      library.close();
      return open();
    case 'delete all':
      plain.remove(() => true);
      await library.deleteAll();
      return library;
  }
}

async function expectSame(library: Library, plain: PlainLibrary): Promise<void> {
  const reader = library.reader();
  const all = plain.all();
  for (const family of ['keys', 'terms'] as const) {
    const asked = Uint32Array.from([...keys, 12_345]);
    const found = await (family === 'keys' ? reader.postings(asked) : reader.termPostings(asked));
    for (const [i, key] of asked.entries()) {
      const ids = (await reader.articles([...found[i]!.refs])).map(({ id }) => id);
      const expected = all.filter(({ article }) => article[family].includes(key));
      expect(ids.sort()).toEqual(expected.map(({ article }) => article.held.id).sort());
      expect(found[i]!.documents).toBe(expected.length);
      expect([...found[i]!.refs]).toEqual([...found[i]!.refs].sort((a, b) => a - b));
    }
  }
  for (const { article, revision } of all) {
    const held = await library.find(article.held.id);
    expect(held).toEqual({ ...article.held, ref: held?.ref, revision });
    expect(await reader.text(held!.ref)).toBe(article.text);
    const { text, keys, positions, terms } = article;
    const [whole] = await reader.whole([held!.ref]);
    const body = whole?.body;
    expect(body?.form === 'fingerprint').toBe(article.held.held === 'fingerprint-only');
    if (body?.form === 'fingerprint') {
      expect(placesOf(keys, body.places)).toEqual(placesOf(keys, { by: 'key', keys, positions }));
      expect(body.terms).toEqual(terms);
    } else expect(body).toEqual(text === null ? null : { form: 'text', text });
  }
  await expectSameCounts(
    library,
    all.map(({ article }) => article),
  );
}

function placesOf(keys: Uint32Array, places: Places): (number | undefined)[] {
  return Array.from(keys, placeFinder(places));
}

async function expectSameCounts(library: Library, all: readonly PreparedArticle[]): Promise<void> {
  const days = all.flatMap(({ held }) => held.published?.at ?? []).sort();
  const counts = await library.counts();
  expect(counts).toMatchObject({
    articles: all.length,
    headlineOnly: all.filter(({ held }) => held.held === 'headline-only').length,
    fingerprintOnly: all.filter(({ held }) => held.held === 'fingerprint-only').length,
    oldest: days[0] ?? null,
    newest: days.at(-1) ?? null,
  });
  const outlets = new Map(counts.outlets.map(({ key, articles }) => [key, articles]));
  const expected = new Map<string, number>();
  for (const { held } of all) expected.set(held.outlet!, (expected.get(held.outlet!) ?? 0) + 1);
  expect(outlets).toEqual(expected);
  const held = library.reader();
  const refs = await held.headlineRefs({ from: '2020-01-31', to: null }, 50);
  const headlines = await held.articles(refs);
  expect(headlines.map(({ id }) => id).sort()).toEqual(
    all
      .filter(
        ({ held }) => held.held === 'headline-only' && (held.published ?? held.firstSeen).at >= '2020-01-31',
      )
      .map(({ held }) => held.id)
      .sort(),
  );
  const { records } = await library.exportFrom(0, 1e6);
  expect(new Map(records.map(({ id, text }) => [id, text]))).toEqual(
    new Map(all.map(({ held, text }) => [held.id, text])),
  );
  const health = await library.health();
  expect(health.articles).toBe(all.length);
  expect(health.skipped).toEqual({ articles: 0, texts: 0, index: 0 });
  expect(health.mergeTrouble).toBeNull();
}

describe('a library beside a plain list', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory());
  });

  it('gives the same answers after any steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        vi.stubGlobal('indexedDB', new IDBFactory());
        let library = await open();
        const plain = new PlainLibrary();
        for (const step of steps) library = await apply(step, library, plain);
        await expectSame(library, plain);
        await library.whenQuiet();
        await expectSame(library, plain);
        library.close();
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('gives the same answers when its worker is killed at any write, and after it has started again', async () => {
    const put = IDBObjectStore.prototype.put;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 10 }),
        fc.array(article, { minLength: 1, maxLength: 5 }),
        fc.nat(40),
        async (steps, last, writes) => {
          vi.stubGlobal('indexedDB', new IDBFactory());
          let library = await open();
          const plain = new PlainLibrary();
          for (const step of steps) library = await apply(step, library, plain);
          await library.whenQuiet();
          let left = writes;
          vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
            this: IDBObjectStore,
            value,
            key,
          ) {
            if (left-- <= 0) throw new DOMException('The worker was stopped.', 'AbortError');
            return put.call(this, value, key);
          });
          const kept = await addUntilKilled(library, last);
          await library.whenQuiet();
          library.close();
          vi.restoreAllMocks();
          plain.add(kept);
          library = await open();
          await expectSame(library, plain);
          await library.whenQuiet();
          await expectSame(library, plain);
          expect(await library.health()).toMatchObject({ dead: expect.any(Number), mergeTrouble: null });
          library.close();
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);
});

/** Adds one by one; @returns those whose adding was acknowledged. */
async function addUntilKilled(
  library: Library,
  articles: readonly PreparedArticle[],
): Promise<PreparedArticle[]> {
  const kept: PreparedArticle[] = [];
  for (const article of articles) {
    const outcome = await library.add([article]).then(
      () => 'kept',
      () => 'killed',
    );
    if (outcome === 'killed') break;
    kept.push(article);
  }
  return kept;
}
