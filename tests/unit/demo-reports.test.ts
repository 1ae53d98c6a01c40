import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memoryCorpus, prepareArticle } from '@/lib/core/matching';
import { buildReport, type Report } from '@/lib/core/report';
import { readImport } from '@/tests/fixtures/read-import';

const { articles } = await readImport(
  {
    name: 'demo.jsonl',
    text: readFileSync(new URL('../../assets/demo/demo.jsonl', import.meta.url), 'utf8'),
  },
  {
    readHtml: () => ({ status: 'not-an-article', because: 'no-text' }),
    readPlainText: () => ({ status: 'not-an-article', because: 'no-text' }),
  },
);

const library = memoryCorpus(
  articles.map(({ article, credits, summary }) =>
    prepareArticle(article, {
      firstSeen: { at: '2026-04-01', precision: 'day', from: 'first-seen' },
      from: { kind: 'pack', name: 'demo' },
      credits,
      summary,
    }),
  ),
);

/** The report for the article whose address ends so, the whole demo in the library. */
async function reportOn(ending: string): Promise<Report> {
  const found = articles.find(({ article }) => article.id.endsWith(ending));
  if (found === undefined) throw new Error(`No demo article ends with ${ending}`);
  const outcome = await buildReport(found.reading, [library], { now: new Date('2026-04-01') });
  if (outcome.status !== 'found' && outcome.status !== 'nothing-found') throw new Error(outcome.status);
  return outcome.report;
}

const kinds = ({ anatomy }: Report) => new Set(anatomy.parts.map((part) => part.kind));

describe('reports on the demo stories', () => {
  it('lead three outlets with one agency’s story back to that agency', async () => {
    for (const ending of ['/anna-vell-reef', '/tolm-ferry', '/northgate-pupils-ferry']) {
      const report = await reportOn(ending);
      expect(report.outlets).toBe(2);
      expect(report.origins).toMatchObject([{ outlet: 'Meridian Wire', kind: 'agency' }]);
      expect(report.firstRun).toMatchObject({ kind: 'says-it-comes-from', outlet: 'Meridian Wire' });
    }
  });

  it('name the outlet that an excerpt is from, by the page’s own lead-in', async () => {
    const quay = await reportOn('/sarnova-standstill');
    const lantern = await reportOn('/what-the-county-left-in-a-drawer');
    const sources = ({ anatomy }: Report) =>
      anatomy.parts.flatMap((part) => (part.kind === 'excerpt' ? (part.source ?? []) : []));
    expect(sources(quay)).toEqual(['The Harrow Courier']);
    expect(sources(lantern)).toEqual(['The Eastmere Echo']);
  });

  it('say of a reprint that it is one by its own credit line', async () => {
    const report = await reportOn('/protesters-fill-sarnova-harbour');
    expect(kinds(report)).toEqual(new Set(['reprint', 'quotation']));
    expect(report.anatomy.originalOutlet).toBe('The Harrow Courier');
  });

  it('find nothing but own words, no credit and no cited outlet where there is nothing else', async () => {
    const { anatomy } = await reportOn('/eastmere-wells-explained');
    expect([anatomy.parts.map((part) => part.kind), anatomy.credits, anatomy.cited]).toEqual([
      ['own'],
      [],
      [],
    ]);
  });

  it.each(['/republic-square-bread', '/western-star-tow'])(
    'find nothing for the look-alike at %s',
    async (ending) => {
      const report = await reportOn(ending);
      expect([report.sameText, report.sameStory]).toEqual([[], []]);
    },
  );
});
