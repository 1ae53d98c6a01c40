import { describe, expect, it } from 'vitest';
import { findTextMatches, memoryCorpus, prepareArticle } from '@/lib/core/matching';
import { clustersOfEcb } from '../bench/ecb-measures';
import { fromCollection } from '../bench/from-collection';
import { asCopy, editText, retypeset } from '../bench/planted-copies';
import { reuseSets } from '../bench/quality-matching';
import { judgedOf, recallOf } from '../bench/reuse-measures';
import { storiesOfSeeds } from '../bench/story-measures';
import { hasCollections, readArticles, seedPairs, skipNote } from '../collections';

/** Floors lie clearly below what is measured (`npm run bench:quality`), so that only a real loss fails. */
const recallFloors = { reprint: 0.99, contains: 0.99, excerpt: 0.98, 'shared-quotation': 0.95 } as const;

describe.skipIf(!hasCollections)(`matching on real articles${skipNote}`, () => {
  it('finds the silver pairs between different outlets', async () => {
    const rows = (await Promise.all(reuseSets.map(recallOf))).flat();
    console.table(
      rows.map(({ set, relation, pairs, found, called }) => ({
        set,
        relation,
        recall: `${found}/${pairs}`,
        ...called,
      })),
    );
    for (const [relation, floor] of Object.entries(recallFloors)) {
      const of = rows.filter((row) => row.relation === relation);
      const found = of.reduce((sum, row) => sum + row.found, 0);
      expect(found / of.reduce((sum, row) => sum + row.pairs, 0)).toBeGreaterThan(floor);
    }
  });

  it('calls most pairs what a person called them', async () => {
    const judged = (await Promise.all(reuseSets.map(judgedOf))).flat();
    console.table(judged.map(({ a, b, hand, called, isRight }) => ({ a, b, hand, called, isRight })));
    expect(judged.filter(({ isRight }) => isRight).length).toBeGreaterThanOrEqual(29);
    const quotations = judged.filter(({ hand }) => hand === 'shared-quotation-only');
    expect(quotations.filter(({ called }) => called === 'excerpt').length).toBeLessThanOrEqual(2);
  });

  it('calls a planted edited copy an edited reprint and a retypeset one a reprint', async () => {
    const all = readArticles('allsides-2012-2016');
    const originals = all.filter(({ text }) => text.length > 3_000).slice(0, 40);
    const others = all.slice(-1_000);
    const copies = originals.flatMap((article) => [
      asCopy(article, 'edited.example', 'Another headline', editText(article.text)),
      asCopy(article, 'retypeset.example', 'Another headline', retypeset(article.text)),
    ]);
    const reader = memoryCorpus(
      [...copies, ...others].map((article) => prepareArticle(article, fromCollection)),
    );
    for (const article of originals) {
      const matches = await findTextMatches(article, reader);
      const relationAt = (outlet: string) =>
        matches.find((match) => match.article.id === `${article.id} at ${outlet}`)?.relation;
      expect([article.id, relationAt('edited.example')]).toEqual([article.id, 'edited-reprint']);
      expect([article.id, relationAt('retypeset.example')]).toEqual([article.id, 'reprint']);
    }
  });
});

describe.skipIf(!hasCollections)(`stories of real articles${skipNote}`, () => {
  it('names the seeds of one story first among the seeds and calls no unrelated pair the same event', async () => {
    const found = await storiesOfSeeds();
    const pairs = seedPairs();
    const isOneStory = (a: string, b: string) =>
      pairs.some((pair) => pair.isOneStory && [pair.a, pair.b].sort().join() === [a, b].sort().join());
    for (const [seed, matches] of found) {
      const seeds = matches.filter(({ article }) => found.has(article.id));
      console.log(
        `${seed}: ${matches.map(({ article, relation, score }) => `${article.id} ${relation} ${score.toFixed(2)}`).join(', ')}`,
      );
      const kin = [...found.keys()].filter((other) => other !== seed && isOneStory(seed, other));
      expect(
        seeds
          .slice(0, kin.length)
          .map(({ article }) => article.id)
          .sort(),
      ).toEqual(kin.sort());
      const events = seeds
        .filter(({ relation }) => relation === 'same-event')
        .map(({ article }) => article.id);
      expect(events.filter((other) => !isOneStory(seed, other))).toEqual([]);
    }
  });

  it('clusters look-alike events of ECB+ apart', async () => {
    const { precision, recall, f1 } = await clustersOfEcb();
    console.log(`ECB+ B-cubed: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`);
    expect(f1).toBeGreaterThan(0.9);
  });
});
