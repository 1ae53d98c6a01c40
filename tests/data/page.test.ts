import { describe, expect, it } from 'vitest';
import { readHtml } from '@/lib/page/read-html';
import { gateRates, pageSets, readAll, segmentRates } from '../bench/page-measures';
import { hasCollections, jsonLines, skipNote } from '../collections';

/** Floors and ceilings lie clearly on the safe side of what is measured (`npm run bench:quality`), so that only a real loss fails. */
const limits = { must: 0.87, mustNot: 0.1, hits: 0.92, falseAlarms: 0.06, read: 0.85 } as const;

describe.skipIf(!hasCollections)(`reading saved pages${skipNote}`, () => {
  it('holds the segments that belong to an article, and few of those that do not', () => {
    const { ours, readability } = segmentRates();
    console.table({ ours: flat(ours), 'Readability alone': flat(readability) });
    expect(ours.must.found / ours.must.of).toBeGreaterThan(limits.must);
    expect(ours.mustNot.found / ours.mustNot.of).toBeLessThan(limits.mustNot);
  });

  it('lets articles through the gate, and little else', () => {
    const { hits, falseAlarms, readerable, wrong } = gateRates();
    console.table({ hits, falseAlarms: { alarms: falseAlarms }, readerable: readerable.hits });
    console.log(
      `Gate: ${falseAlarms.found}/${falseAlarms.of} false alarms (Readability's check ${readerable.falseAlarms.found}); wrong: ${wrong.join(', ')}`,
    );
    const real = hits['html-trafilatura']!;
    expect(real.found / real.of).toBeGreaterThan(limits.hits);
    expect(falseAlarms.found / falseAlarms.of).toBeLessThan(limits.falseAlarms);
  });

  it.each(pageSets)(
    'reads %s without an error, without changing a page, each span holding its words',
    (set) => {
      const counts = readAll(set);
      console.table([counts]);
      expect(counts.changed).toEqual([]);
      expect(counts.unsound).toEqual([]);
      expect(counts.read / counts.pages).toBeGreaterThan(limits.read);
    },
  );

  it('reads every hostile string as text within a page', () => {
    const sentence = 'The committee met in the old hall and agreed to lend the boats for another season. ';
    const lost: string[] = [];
    for (const { id, text, b64 } of jsonLines<{ id: string; text?: string; b64?: string }>(
      'hostile-html',
      'items.jsonl',
    )) {
      const hostile = text ?? Buffer.from(b64 ?? '', 'base64').toString('latin1');
      const html = `<html><head><title>Boats ${hostile}</title></head><body><article><p>${sentence.repeat(3)}</p>${hostile}</article></body></html>`;
      const outcome = readHtml(html, { url: 'https://saved.example/2020/boats-again', now: 0 });
      if (outcome.status !== 'read' || !outcome.reading.article.text.includes(sentence.trim())) lost.push(id);
    }
    expect(lost).toEqual([]);
  });
});

function flat({ must, mustNot }: ReturnType<typeof segmentRates>['ours']) {
  return { must: `${must.found}/${must.of}`, 'must not': `${mustNot.found}/${mustNot.of}` };
}
