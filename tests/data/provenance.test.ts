import { describe, expect, it } from 'vitest';
import {
  bodyIsExact,
  citationsOf,
  creditFigures,
  quotationsOf,
  readLines,
  readSeeds,
  soundness,
} from '../bench/provenance-measures';
import { provenanceRows } from '../bench/quality-provenance';
import { printRows } from '../bench/table';
import { hasCollections, skipNote } from '../collections';

/** Floors lie clearly below what is measured (`npm run bench:quality`), so that only a real loss fails. */
describe.skipIf(!hasCollections)(`provenance on real lines and texts${skipNote}`, () => {
  it('prints its figures', () => {
    const rows = provenanceRows();
    printRows(rows);
    expect(rows.filter(({ met }) => met === false)).toEqual([]);
  });

  it.each(['alone', 'in place'] as const)('reads real credit lines %s', (how) => {
    const figures = creditFigures(readLines(how));
    expect(figures.f1).toBeGreaterThan(0.95);
    expect(figures.outletRight / figures.outlets).toBeGreaterThan(0.94);
    expect(figures.falseOnes / figures.negatives).toBeLessThan(0.03);
  });

  const seeds = hasCollections ? readSeeds() : [];
  const seed = (id: string) => seeds.find((one) => one.seed.id === id)!;

  it('cuts the seeds to their bodies', () => {
    expect(seeds.filter(bodyIsExact).map((one) => one.seed.id)).toEqual(['000', '001', '002', '003', '004']);
  });

  it('names carrier, writer and original outlet where the seeds state them', () => {
    const facts = seeds.map((one) => [one.reading.article.outlet, one.author, one.anatomy.originalOutlet]);
    expect(facts).toEqual([
      ['The Daily Sheeple', 'Darius Shahtahmasebi', 'The Anti-Media'],
      [null, null, null],
      [null, null, 'The Telegraph'],
      [null, 'Marko Marjanović', 'Russia Insider'],
      ['Syria News', 'Paul Mansfield', null],
    ]);
  });

  it('quotes the credit lines that the seeds print', () => {
    const lines = (id: string) => seed(id).anatomy.credits.map(({ line }) => line);
    for (const printed of seed('000').seed.truth.credit_line) expect(lines('000')).toContain(printed);
    expect(lines('003')).toContain('Source: Russia Insider');
    expect(lines('002')).toContain('The Telegraph reports:');
  });

  it('finds the outlets that the seeds lean on, and no other', () => {
    const all = seeds.map(citationsOf);
    expect(all.reduce((sum, one) => sum + one.found, 0)).toBeGreaterThanOrEqual(16);
    expect(all.flatMap((one) => one.others)).toEqual([]);
    expect(seed('001').anatomy.cited).toEqual([]);
  });

  it('reads whose words the seeds are', () => {
    const kinds = (id: string) => seed(id).anatomy.parts.map(({ kind }) => kind);
    const telegraph = seed('002').anatomy.parts.filter(({ kind }) => kind === 'excerpt');
    expect(telegraph).toMatchObject([{ source: 'The Telegraph', endMarked: false }]);
    expect(Math.abs(telegraph[0]!.words / seed('002').anatomy.words - 0.79)).toBeLessThan(0.03);
    expect(kinds('001')).toEqual(['own']);
    expect(kinds('003').filter((kind) => kind === 'unstated')).toHaveLength(2);
    const quotations = seeds.map(quotationsOf);
    expect(quotations.reduce((sum, one) => sum + one.found, 0)).toBeGreaterThanOrEqual(20);
  });

  it('shows nothing that does not stand where it says', () => {
    const { shown, sound } = soundness(['allsides-2012-2016', 'ecbplus', 'horne2017'], 300);
    expect(shown).toBeGreaterThan(300);
    expect(sound).toBe(shown);
  });
});
