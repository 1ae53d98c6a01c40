import { beforeAll, describe, expect, test } from 'vitest';
import { fileWith, refrain } from '../cli/run-refrain';
import { collectionPath, hasCollections, type Seed, seeds, skipNote } from '../collections';

interface Extract {
  file: string;
  title: string | null;
  outlet: string | null;
  author: string | null;
  published: string | null;
  original_outlet: string | null;
  credits: { line: string; outlet: string | null }[];
  anatomy: {
    kind: string;
    span: [number, number];
    source: string | null;
    end_marked: boolean;
  }[];
  cited: { cited: string; cue: string; span: [number, number] }[];
  text: string;
}

/** No-break spaces and line ends as plain spaces, so that truth and text are compared by their words. */
const plain = (text: string) => text.replace(/[\s\u00A0]+/g, ' ').trim();
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu)?.length ?? 0;
/** An outlet's name without article and explanation, for comparing. */
const named = (outlet: string | null) =>
  outlet
    ?.replace(/ \(.*$/, '')
    .replace(/^the /i, '')
    .toLowerCase() ?? null;

describe.skipIf(!hasCollections)(`extract of the five seeds${skipNote}`, () => {
  let all: { seed: Seed; extract: Extract }[] = [];
  const of = (id: string) => {
    const found = all.find(({ seed }) => seed.id === id);
    if (!found) throw new Error(`No seed ${id}.`);
    return found;
  };

  beforeAll(async () => {
    const truth = seeds();
    const files = truth.map(({ name }) => collectionPath('seeds', name));
    const { results } = await refrain(['extract', ...files]);
    const extracts = results as Extract[];
    all = truth.flatMap((seed, n) => {
      const extract = extracts[n];
      return extract ? [{ seed, extract }] : [];
    });
  });

  test('finds all five', () => {
    expect(all.map(({ seed }) => seed.id)).toEqual(['000', '001', '002', '003', '004']);
  });

  test('cuts the body exactly where it begins and ends in at least four, and never more than the truth', () => {
    const begins = all.filter(({ seed, extract }) =>
      plain(extract.text).startsWith(plain(seed.truth.body_first)),
    );
    const ends = all.filter(({ seed, extract }) => plain(extract.text).endsWith(plain(seed.truth.body_last)));
    const both = begins.filter((one) => ends.includes(one)).map(({ seed }) => seed.id);
    expect(both.length).toBeGreaterThanOrEqual(4);
    for (const { seed, extract } of all) {
      const body = seed.text.slice(...seed.truth.body);
      const lost = plain(body).length - plain(extract.text).length;
      expect(lost, `${seed.id} loses text of its body`).toBeLessThan(plain(body).length * 0.05);
    }
  });

  test('keeps of 001 at most the two unmarked comments too many', () => {
    const { seed, extract } = of('001');
    expect(plain(seed.text.slice(seed.truth.body[0]))).toContain(plain(extract.text));
  });

  test('reads every headline', () => {
    for (const { seed, extract } of all) expect(plain(extract.title ?? '')).toBe(plain(seed.truth.title));
  });

  test('reads authors where they are stated, and none where not', () => {
    for (const { seed, extract } of all) {
      if (seed.truth.author !== null || extract.author !== null) {
        expect(extract.author, seed.id).toBe(seed.truth.author);
      }
    }
  });

  test('names carrier and original outlet where the text states them', () => {
    expect(named(of('000').extract.outlet)).toBe(named(of('000').seed.truth.outlet));
    for (const id of ['000', '002', '003', '004']) {
      const { seed, extract } = of(id);
      expect(named(extract.original_outlet)?.replace('-', ' '), id).toBe(
        named(seed.truth.original_outlet)?.replace('-', ' '),
      );
    }
    expect(of('001').extract.original_outlet).toBeNull();
  });

  test('quotes the credit lines of the truth', () => {
    for (const id of ['000', '003']) {
      const { seed, extract } = of(id);
      const lines = plain(extract.credits.map(({ line }) => line).join(' '));
      const credit = seed.truth.credit_line.filter((line) => !/^By |^We /.test(line));
      for (const line of credit) expect(lines, id).toContain(plain(line));
    }
  });

  test('finds at least 15 of the 17 cited outlets and none that is not cited', () => {
    let found = 0;
    const wrong: string[] = [];
    for (const { seed, extract } of all) {
      const open = [...seed.truth.citations];
      for (const { cited, span } of extract.cited) {
        const sentence = plain(extract.text.slice(...span));
        const at = open.findIndex(
          (citation) =>
            sentence.includes(plain(seed.text.slice(...citation.span))) &&
            named(citation.cited)?.includes(named(cited)?.replace(/ \(.*$/, '') ?? '?'),
        );
        if (at >= 0) {
          open.splice(at, 1);
          found += 1;
        } else wrong.push(`${seed.id} ${cited}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThanOrEqual(15);
  });

  test('tells of 002 that most of it is an excerpt whose end is not marked', () => {
    const { seed, extract } = of('002');
    const excerpt = extract.anatomy.find(({ kind }) => kind === 'excerpt');
    expect(excerpt).toMatchObject({ end_marked: false });
    expect(named(excerpt?.source ?? null)).toBe(named(seed.truth.original_outlet));
    const share = wordsIn(extract.text.slice(...(excerpt?.span ?? [0, 0]))) / wordsIn(extract.text);
    expect(share).toBeGreaterThanOrEqual(0.76);
    expect(share).toBeLessThanOrEqual(0.82);
  });

  test('tells of 001 that no outlet is cited', () => {
    expect(of('001').extract).toMatchObject({ cited: [], credits: [], original_outlet: null });
  });

  test('gives spans that cut what they speak of, in all five', () => {
    for (const { extract } of all) {
      for (const { span } of [...extract.anatomy, ...extract.cited]) {
        expect(extract.text.slice(...span).trim()).not.toBe('');
      }
      // The signature of an embedded post stands behind it, so a cue need not be part of its sentence.
      for (const { cue } of extract.cited) expect(plain(extract.text)).toContain(plain(cue));
    }
  });

  describe('as records of a collection', () => {
    const unrelated = ['000 002', '000 003', '001 002', '001 003', '002 004', '003 004'];
    const asRecords = () =>
      all
        .map(({ seed, extract }) =>
          JSON.stringify({
            id: seed.id,
            outlet: extract.outlet,
            title: extract.title,
            byline: null,
            published: seed.day,
            text: extract.text,
          }),
        )
        .join('\n');

    test('no two of them are a pair, among all of fa-kes', async () => {
      const file = await fileWith('seeds.jsonl', asRecords());
      const { results } = await refrain(['pairs', file, collectionPath('fa-kes', 'articles.jsonl')]);
      const ids = new Set(all.map(({ seed }) => seed.id));
      const pairs = results as { a: string; b: string }[];
      expect(pairs.length).toBeGreaterThan(100);
      expect(pairs.filter(({ a, b }) => ids.has(a) && ids.has(b))).toEqual([]);
    });

    test('tell the stories that belong together, and no unrelated two the same event', async () => {
      const file = await fileWith('seeds.jsonl', asRecords());
      const { results } = await refrain(['stories', file, collectionPath('fa-kes', 'articles.jsonl')]);
      const lines = results as {
        id: string;
        neighbours: { id: string; relation: string }[];
      }[];
      const ids = new Set(all.map(({ seed }) => seed.id));
      const among = new Map(
        lines
          .filter(({ id }) => ids.has(id))
          .map(({ id, neighbours }) => [id, neighbours.filter((one) => ids.has(one.id))]),
      );
      const linked = (a: string, b: string) => among.get(a)?.find(({ id }) => id === b)?.relation;
      for (const [a, b] of [
        ['000', '004'],
        ['001', '004'],
        ['002', '003'],
      ] as const) {
        expect(linked(a, b) ?? linked(b, a), `${a} ${b}`).toBeDefined();
      }
      for (const pair of unrelated) {
        const [a = '', b = ''] = pair.split(' ');
        expect([linked(a, b), linked(b, a)], pair).not.toContain('same-event');
      }
    });
  });
});
