import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlainText } from '@/lib/core/article';
import type { Report } from '@/lib/core/report';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { articlesOf, hasCollections, type Seed, seeds, skipNote } from '../collections';
import { articlePage, type Site, startSite } from '../site';
import { importRecords, lookAt, madeUpHost, openPopover, popoverText, reportOf } from './reader.ts';

/** Hand-made truth: which seeds tell one story. All other pairs are different stories. */
const sameStory = [
  ['000', '004'],
  ['001', '004'],
  ['002', '003'],
  ['000', '001'],
];

const related = (a: string, b: string) => sameStory.some((pair) => pair.includes(a) && pair.includes(b));

/** A seed as a library record: the body that its own way in gives, dated as the truth says. */
function recordOf(seed: Seed) {
  const read = readPlainText(seed.name, seed.text);
  if (read.status !== 'read') throw new Error(`Seed ${seed.id} was not read: ${read.because}`);
  const { article } = read.reading;
  return {
    id: `seed-${seed.id}`,
    outlet: seed.truth.outlet ?? `Outlet ${seed.id}`,
    title: seed.truth.title,
    byline: seed.truth.author,
    published: seed.day,
    text: article.text,
  };
}

/** The seed as a news page: its whole body, its credit lines below, dated as the truth says. */
function addSeedPage(site: Site, seed: Seed): string {
  const outlet = seed.truth.outlet ?? `Outlet ${seed.id}`;
  const host = madeUpHost(outlet);
  const html = articlePage({
    host,
    outlet,
    title: seed.truth.title,
    byline: seed.truth.author,
    published: seed.day,
    paragraphs: recordOf(seed).text.split(/\n\s*\n/),
    creditHtml: seed.truth.credit_line.map((line) => line.replace(/[&<>]/g, ' ')).join('<br>'),
  });
  return site.addPage(host, '/story', html);
}

describe.skipIf(!hasCollections)(
  `The seeds as news pages, the others and 402 articles in the library${skipNote}`,
  () => {
    let site: Site;
    let run: ExtensionRun;
    const reports = new Map<string, { report: Report; popover: string; listed: string[] }>();

    beforeAll(async () => {
      site = await startSite();
      run = await launchChromium();
      await run.grant(['http://*.example/*']);
      const all = seeds();
      const page = await run.context.newPage();
      for (const seed of all) {
        const address = addSeedPage(site, seed);
        await run.ask('deleteAll');
        await importRecords(run, [
          ...all.filter((other) => other !== seed).map(recordOf),
          ...articlesOf('fa-kes'),
        ]);
        const report = reportOf(await lookAt(run, page, address));
        const frame = await openPopover(run, page);
        await frame.getByRole('tab', { name: /^Same text/ }).click();
        const popover = await popoverText(frame);
        const listed = report.sameStory.map(({ article, relation }) => `${article.id} ${relation}`);
        reports.set(seed.id, { report, popover, listed });
        console.log(`${seed.id}: ${listed.slice(0, 8).join(', ') || 'no other telling'}`);
      }
    }, 240_000);

    afterAll(async () => {
      await run?.close();
      await site?.close();
    });

    const storyIds = (id: string) =>
      reports
        .get(id)!
        .report.sameStory.map(({ article }) => article.id)
        .filter((other) => other.startsWith('seed-'))
        .map((other) => other.slice('seed-'.length));

    it.each([
      ['000', '004'],
      ['004', '000'],
      ['001', '004'],
      ['004', '001'],
      ['002', '003'],
      ['003', '002'],
    ])('finds for %s the seed %s as the same story, before all unrelated seeds', (here, there) => {
      const found = storyIds(here);
      expect(found).toContain(there);
      const unrelatedFirst = found.slice(0, found.indexOf(there)).filter((other) => !related(here, other));
      expect(unrelatedFirst).toEqual([]);
    });

    it('reaches 001 from 000 directly or through 004', () => {
      const direct = storyIds('000').includes('001');
      const through = storyIds('000').includes('004') && storyIds('004').includes('001');
      expect(direct || through).toBe(true);
    });

    it('calls no unrelated pair of seeds the same event', () => {
      const wrong = [...reports].flatMap(([id, { report }]) =>
        report.sameStory
          .filter(({ article, relation }) => article.id.startsWith('seed-') && relation === 'same-event')
          .map(({ article }) => article.id.slice('seed-'.length))
          .filter((other) => !related(id, other))
          .map((other) => `${id}-${other}`),
      );
      expect(wrong).toEqual([]);
    });

    it('lists no copy, and says what it searched', () => {
      for (const { report, popover } of reports.values()) {
        expect(report.sameText.map(({ article }) => article.id)).toEqual([]);
        expect(report.searched.articles).toBe(406);
        expect(popover).toContain('406 articles');
      }
    });

    it('shows the credit line in the popover', () => {
      expect(reports.get('003')!.popover).toContain('Source: Russia Insider');
      expect(reports.get('000')!.popover).toContain('Delivered by The Daily Sheeple');
    });
  },
);
