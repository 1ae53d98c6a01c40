import { describe, expect, it } from 'vitest';
import { framingSoundness, onlyHereInSharedFacts, soundnessOfPairs } from '../bench/compared-measures';
import { framingRows } from '../bench/quality-framing';
import { clustersOfBasil, seedArticles, seedPairsRight } from '../bench/story-measures';
import { printRows } from '../bench/table';
import { framedSeeds } from '../bench/told';
import { hasCollections, skipNote } from '../collections';

describe.skipIf(!hasCollections)(`framing on real stories${skipNote}`, () => {
  it('prints its figures', async () => {
    const rows = await framingRows();
    printRows(rows);
    expect(rows.filter(({ met }) => met === false)).toEqual([]);
  });

  it('quotes nothing that does not stand where it says', () => {
    const { shown, sound } = framingSoundness(framedSeeds(), seedArticles());
    expect(shown).toBeGreaterThan(500);
    expect(sound).toBe(shown);
    const others = soundnessOfPairs();
    expect(others.shown).toBeGreaterThan(1_000);
    expect(others.sound).toBe(others.shown);
  });

  it('says of no fact that two texts have that only one has it', () => {
    expect(onlyHereInSharedFacts(framedSeeds())).toEqual([]);
  });

  it('tells the seeds apart by event and story, and puts tellings of one event together', async () => {
    const { right } = await seedPairsRight();
    expect(right).toBeGreaterThanOrEqual(8);
    expect((await clustersOfBasil()).f1).toBeGreaterThan(0.92);
  });

  it('puts one commander under two spellings side by side, with whom each statement was made to', () => {
    const row = framedSeeds().attributedDifferently.find(({ anchor }) => /Kholeh|Khawla/.test(anchor));
    const told = row?.sides.map(({ articleId, source }) => `${articleId} ${source}`);
    expect(told).toEqual(expect.arrayContaining(['000 Reuters', '004 AP']));
  });
});
